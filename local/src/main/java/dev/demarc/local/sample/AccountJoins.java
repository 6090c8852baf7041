package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells on the account's own items what watches it, from the items of what does. */
final class AccountJoins {
    private final SampleAccount account;
    private final Map<Scope, List<Item>> scopes;
    private final Dice dice;

    AccountJoins(SampleAccount account, Map<Scope, List<Item>> scopes) {
        this.account = account;
        this.scopes = scopes;
        this.dice = new Dice(account.id() + "/joins", account.quality());
    }

    void join() {
        in(Scope.GLOBAL, AccountFacts.TYPE).forEach(this::everywhere);
        SampleAccount.REGIONS.forEach(region -> in(region, AccountFacts.TYPE).forEach(item -> inRegion(region, item)));
    }

    private void everywhere(Item item) {
        List<Map<String, @Nullable Object>> trails = SampleAccount.REGIONS.stream()
                .flatMap(region -> in(region, Trails.TRAIL).stream())
                .filter(trail -> Boolean.TRUE.equals(trail.said("isMultiRegionTrail")))
                .map(AccountJoins::logging)
                .toList();
        item.beside("multiRegionTrails", trails)
                .beside("samlProviders", all(Scope.GLOBAL, People.PROVIDER, "arn", "validUntil"))
                .beside("supportRoleExists", dice.good());
    }

    private static Map<String, @Nullable Object> logging(Item trail) {
        Map<String, @Nullable Object> form = trail.only("trailARN", "homeRegion", "isOrganizationTrail");
        form.put("isLogging", true);
        return form;
    }

    private void inRegion(String region, Item item) {
        item.beside(
                        "configurationRecorders",
                        in(region, Trails.RECORDER).stream()
                                .map(recorder -> recorder.said("recorderStatus"))
                                .toList())
                .beside("accessAnalyzers", all(region, Trails.ANALYZER, "name", "type", "status"))
                .beside("threatDetectors", all(region, Watch.DETECTOR, "status"))
                .beside("backupPlanExists", !in(region, Storage.PLAN).isEmpty())
                .beside("holdsVolumes", !in(region, Storage.VOLUME).isEmpty())
                .beside("holdsInstances", !in(region, Instances.TYPE).isEmpty())
                .beside("loadAlarms", loadAlarms(region))
                .beside("documentPublicSharing", dice.good() ? "Disable" : "Enable");
    }

    private List<Object> loadAlarms(String region) {
        List<String> hours = List.of("IF(HOUR(cpu) < 7 OR HOUR(cpu) > 18, cpu, 0)");
        return in(region, Trails.ALARM).stream()
                .<Object>map(alarm -> {
                    Map<String, @Nullable Object> form = alarm.only("alarmName", "actionsEnabled", "alarmActions");
                    form.put("expressions", dice.good() ? hours : List.of());
                    return form;
                })
                .toList();
    }

    private List<Map<String, @Nullable Object>> all(String region, String type, String... names) {
        return in(region, type).stream().map(item -> item.only(names)).toList();
    }

    private List<Item> in(String region, String type) {
        return scopes.getOrDefault(new Scope(account.id(), region, type), List.of());
    }
}
