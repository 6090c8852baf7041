package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.EmulatedAws;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;

class ReadingTest {
    private static final String NOT_UNDERSTOOD = "AWS's answer was not understood (%s)";

    private final ExecutorService details = Executors.newFixedThreadPool(2);
    private final List<ResourceConfiguration> items = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Reading reading = new Reading(
            new Scope("111122223333", "eu-central-1", "AWS::S3::Bucket"),
            EmulatedAws.access(URI.create("http://127.0.0.1:1")).clients("111122223333", "eu-central-1"),
            Clock.systemUTC(),
            Instant.now().plusSeconds(60),
            details,
            items::add,
            leftOut::add);

    @AfterEach
    void close() {
        details.shutdownNow();
    }

    @Test
    void readsTheRestWhereOneListedItemHasNoId() {
        each(listed -> reading.item(listed.equals("odd") ? null : listed));

        assertThat(items).extracting(ResourceConfiguration::resourceId).containsExactly("one", "two");
        assertThat(leftOut).containsExactly("AWS gave it no id");
    }

    @Test
    void namesAnItemWithoutAnIdByItsArn() {
        each(listed -> reading.item(null).arn("arn:aws:s3:::" + listed));

        assertThat(items)
                .extracting(ResourceConfiguration::resourceId)
                .containsExactly("arn:aws:s3:::one", "arn:aws:s3:::odd", "arn:aws:s3:::two");
        assertThat(leftOut).isEmpty();
    }

    @Test
    void leavesAnItemOfAnOddShapeUnreadAndReadsTheRest() {
        each(listed -> {
            ItemBuilder item = reading.item(listed).configuration(Map.of("name", listed));
            if (listed.equals("odd")) {
                throw new ClassCastException("a list is no map");
            }
            return item;
        });

        assertThat(items).extracting(ResourceConfiguration::resourceId).containsExactly("one", "odd", "two");
        assertThat(items.get(1).configuration()).isEmpty();
        assertThat(items.get(1).unread())
                .containsExactly(
                        notUnderstood("configuration", ClassCastException.class),
                        notUnderstood("supplementaryConfiguration", ClassCastException.class));
    }

    @Test
    void leavesADetailOfAnOddShapeUnreadAndReadsTheOthers() {
        each(listed -> reading.item(listed)
                .detail("policy", "s3:GetBucketPolicy", () -> List.of("none").get(listed.equals("odd") ? 1 : 0))
                .detail("acl", "s3:GetBucketAcl", () -> "private"));

        assertThat(items.get(1).supplementaryConfiguration()).isEqualTo(Map.of("acl", "private"));
        assertThat(items.get(1).unread())
                .containsExactly(notUnderstood("supplementaryConfiguration.policy", IndexOutOfBoundsException.class));
    }

    @Test
    void tellsOfAnItemThatFailsBeforeItHasAName() {
        each(listed -> {
            if (listed.equals("odd")) {
                throw SdkClientException.create("hidden");
            }
            return reading.item(listed);
        });

        assertThat(items).hasSize(2);
        assertThat(leftOut).containsExactly("no usable answer (SdkClientException)");
    }

    @Test
    void leavesADetailUnreadThatIsReadOnceForAllAndIsOfAnOddShape() {
        Joined<String> joined = Joined.read(
                "rds:DescribeDBClusters",
                "",
                Set.of(),
                () -> Objects.requireNonNull(new HashMap<String, String>().get("key")));

        each(listed -> reading.item(listed).detail("cluster", joined, joined::value));

        assertThat(items).hasSize(3).allSatisfy(item -> assertThat(item.unread())
                .containsExactly(notUnderstood("supplementaryConfiguration.cluster", NullPointerException.class)));
    }

    @Test
    void takesTagsAsTheyCome() {
        List<Tag> odd = List.of(new Tag(null, "no key"), new Tag("no value", null));

        each(listed -> reading.item(listed).tags(odd, Tag::key, Tag::value));

        assertThat(items).hasSize(3).allSatisfy(item -> assertThat(item.tags()).isEqualTo(Map.of("no value", "")));
    }

    @Test
    void stopsWhereTheReadingIsStopped() {
        assertThatThrownBy(() -> each(listed -> {
                    throw AbortedException.create("stopped");
                }))
                .isInstanceOf(AbortedException.class);
        assertThat(leftOut).isEmpty();
    }

    private record Tag(@Nullable String key, @Nullable String value) {}

    private void each(Function<String, ItemBuilder> read) {
        reading.each("s3:ListAllMyBuckets", () -> Stream.of("one", "odd", "two"), read);
    }

    private static Unread notUnderstood(String path, Class<?> fault) {
        return new Unread(path, NOT_UNDERSTOOD.formatted(fault.getSimpleName()), null);
    }
}
