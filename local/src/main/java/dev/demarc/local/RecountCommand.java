package dev.demarc.local;

import dev.demarc.local.platform.PlatformException;
import dev.demarc.local.platform.Service;
import dev.demarc.shell.token.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Has the assessment service count everything from scratch and prints how it compares. */
final class RecountCommand {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int FIRST_REFUSAL = 300;

    private final Workplace workplace;

    RecountCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    int run(List<String> words) {
        Workplace.refuseWords("recount", words);
        URI address = workplace.mustRun().address(Service.ASSESSMENT).resolve("/api/v1/operations/recount");
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .timeout(PATIENCE)
                                    .header("Authorization", workplace.authorization(Part.ASSESSMENT))
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            boolean refused = answer.statusCode() >= FIRST_REFUSAL;
            (refused ? System.err : System.out).println(answer.body());
            return refused ? 1 : 0;
        } catch (IOException e) {
            throw new PlatformException(
                    "The assessment service at " + address + " does not answer: see ./demarc status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while the assessment service counted", e);
        }
    }
}
