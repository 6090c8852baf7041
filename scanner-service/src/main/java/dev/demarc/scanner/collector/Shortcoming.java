package dev.demarc.scanner.collector;

import dev.demarc.scanner.aws.AwsFault;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in words that stay the same from scan to scan why an answer is of no use, and who has to give way to it. */
final class Shortcoming {
    private static final Logger LOG = Logger.getLogger(Shortcoming.class);

    private Shortcoming() {}

    /** Nothing of an answer that could not be understood but what kind of fault it was. */
    static String of(RuntimeException fault) {
        if (fault instanceof SdkException ofAws) {
            return AwsFault.of(ofAws).reason();
        }
        LOG.warn("An answer of AWS was not understood", fault);
        return "AWS's answer was not understood (" + fault.getClass().getSimpleName() + ")";
    }

    /** What is not the fault of one answer: the reading is being stopped, or has no time left. */
    static boolean isOfTheWholeReading(RuntimeException fault) {
        return fault instanceof AbortedException
                || fault instanceof CancellationException
                || fault instanceof UnreadableScopeException;
    }
}
