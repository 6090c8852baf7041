package dev.demarc.scanner.collector;

import dev.demarc.scanner.aws.AwsFault;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** What one call read for all items of a scope, or why it could not. */
record Joined<T>(T value, @Nullable AwsFault fault, String permission) {
    /**
     * @param none stands for the answer where there is none
     * @param absent AWS's error codes that say that there is none
     */
    static <T> Joined<T> read(String permission, T none, Set<String> absent, Supplier<T> call) {
        try {
            return new Joined<>(call.get(), null, permission);
        } catch (AbortedException e) {
            throw e;
        } catch (SdkException e) {
            AwsFault fault = AwsFault.of(e);
            return new Joined<>(none, absent.contains(fault.code()) ? null : fault, permission);
        } catch (RuntimeException e) {
            if (Shortcoming.isOfTheWholeReading(e)) {
                throw e;
            }
            return new Joined<>(none, new AwsFault(AwsFault.Kind.OTHER, "", Shortcoming.of(e)), permission);
        }
    }
}
