package dev.demarc.scanner.collector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.InstancePatchState;

/** What Patch Manager found on managed instances when it last looked, by their ids. */
final class PatchStates {
    static final String PERMISSION = "ssm:DescribeInstancePatchStates";

    private static final int A_CALL = 50;

    private PatchStates() {}

    static Map<String, InstancePatchState> read(SsmClient ssm, List<String> instanceIds) {
        Map<String, InstancePatchState> states = new HashMap<>();
        for (int from = 0; from < instanceIds.size(); from += A_CALL) {
            List<String> some = new ArrayList<>(instanceIds.subList(from, Math.min(instanceIds.size(), from + A_CALL)));
            ssm.describeInstancePatchStatesPaginator(request -> request.instanceIds(some))
                    .instancePatchStates()
                    .forEach(state -> states.put(state.instanceId(), state));
        }
        return states;
    }
}
