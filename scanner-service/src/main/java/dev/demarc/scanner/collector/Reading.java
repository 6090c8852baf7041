package dev.demarc.scanner.collector;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.AwsFault;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/** One scope while it is read: its clients, its clock, and where its items go. */
public final class Reading {
    private static final int AT_ONCE = 32;
    /** What the thread is about: where its item goes wrong, this knows which it is. */
    private static final ThreadLocal<@Nullable ItemBuilder> BEGUN = new ThreadLocal<>();

    private final Scope scope;
    private final AwsClients aws;
    private final Clock clock;
    private final Instant deadline;
    private final ExecutorService details;
    private final Consumer<ResourceConfiguration> sink;
    private final Consumer<String> leftOut;

    /**
     * @param deadline after it no further call begins
     * @param details carries out the detail calls of several items at once
     * @param sink takes the items, one at a time, in the order of their listing
     * @param leftOut is told why, in a few words, of each listed item that cannot be named and so not be sent
     */
    public Reading(
            Scope scope,
            AwsClients aws,
            Clock clock,
            Instant deadline,
            ExecutorService details,
            Consumer<ResourceConfiguration> sink,
            Consumer<String> leftOut) {
        this.scope = scope;
        this.aws = aws;
        this.clock = clock;
        this.deadline = deadline;
        this.details = details;
        this.sink = sink;
        this.leftOut = leftOut;
    }

    Scope scope() {
        return scope;
    }

    AwsClients aws() {
        return aws;
    }

    /** The ARN of one of this scope's resources, such as {@code arn("ec2", "volume/vol-1")}. */
    String arn(String service, String resource) {
        return arn(service, scope.account(), resource);
    }

    /** As {@link #arn(String, String)}, of what another account owns. */
    String arn(String service, String account, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(aws.partition(), service, scope.region(), account, resource);
    }

    boolean isGlobal() {
        return scope.region().equals(Scope.GLOBAL);
    }

    /** Whether AWS has the service in this scope's region at all; where not, there is nothing of it. */
    boolean isOffered(ServiceMetadata service) {
        return service.regions().contains(Region.of(scope.region()));
    }

    /** Begins an item, observed now: before the calls for its details. */
    ItemBuilder item(@Nullable String resourceId) {
        ItemBuilder item = new ItemBuilder(scope, resourceId, clock.instant());
        BEGUN.set(item);
        return item;
    }

    /** A call without whose answer nothing can be said of the scope. */
    <T> T list(String permission, Supplier<T> call) {
        if (clock.instant().isAfter(deadline)) {
            throw UnreadableScopeException.late(deadline);
        }
        try {
            return call.get();
        } catch (SdkException e) {
            throw new UnreadableScopeException(AwsFault.of(e), permission);
        }
    }

    /**
     * Lists, and reads the details of several of what is listed at once; an item that is null is left out. What goes
     * wrong with one item costs that item: it is unread as a whole, or, where it cannot even be named, told.
     */
    <T> void each(String permission, Supplier<Stream<T>> listing, Function<T, @Nullable ItemBuilder> details) {
        Queue<Future<Read>> running = new ArrayDeque<>();
        try {
            Iterator<T> listed = list(permission, () -> listing.get().iterator());
            while (list(permission, listed::hasNext)) {
                T next = list(permission, listed::next);
                running.add(this.details.submit(() -> read(next, details)));
                if (running.size() >= AT_ONCE) {
                    emit(running.remove());
                }
            }
            while (!running.isEmpty()) {
                emit(running.remove());
            }
        } finally {
            running.forEach(left -> left.cancel(true));
        }
    }

    void emit(ItemBuilder item) {
        BEGUN.remove();
        sink.accept(item.build());
    }

    /** What became of one listed item: it is sent, left out without a word, or left out for a reason. */
    private record Read(
            @Nullable ResourceConfiguration resource,
            @Nullable String fault) {
        static Read of(@Nullable ItemBuilder item) {
            if (item == null) {
                return new Read(null, null);
            }
            return item.hasName() ? new Read(item.build(), null) : new Read(null, "AWS gave it no id");
        }
    }

    private <T> Read read(T listed, Function<T, @Nullable ItemBuilder> details) {
        BEGUN.remove();
        try {
            return Read.of(details.apply(listed));
        } catch (RuntimeException e) {
            if (Shortcoming.isOfTheWholeReading(e)) {
                throw e;
            }
            String reason = Shortcoming.of(e);
            ItemBuilder item = BEGUN.get();
            return item != null && item.hasName() ? Read.of(item.unread(reason)) : new Read(null, reason);
        } finally {
            BEGUN.remove();
        }
    }

    private void emit(Future<Read> item) {
        try {
            Read read = item.get();
            if (read.resource() != null) {
                sink.accept(read.resource());
            } else if (read.fault() != null) {
                leftOut.accept(read.fault());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading " + scope);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("an item of " + scope + " could not be read", e.getCause());
        }
    }
}
