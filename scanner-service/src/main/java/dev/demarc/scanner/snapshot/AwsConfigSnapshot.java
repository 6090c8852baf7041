package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configuration snapshot as AWS Config delivers it. Its items hold as of its delivery, which its name tells; AWS
 * Config's own capture time is when an item last changed.
 *
 * @see <a href="https://docs.aws.amazon.com/config/latest/developerguide/example-s3-snapshot.html">Example snapshot</a>
 */
final class AwsConfigSnapshot {
    private static final int SNIFFED = 4096;
    private static final Pattern FIRST_MEMBER = Pattern.compile("^\\s*\\{\\s*\"(\\w+)\"");
    private static final Set<String> FIRST_MEMBERS = Set.of("fileVersion", "configSnapshotId", "configurationItems");
    private static final Pattern DELIVERY = Pattern.compile("_ConfigSnapshot_(\\d{8}T\\d{6}Z)_");
    private static final DateTimeFormatter DELIVERY_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AwsConfigItem adapter;
    private final Progress progress;

    AwsConfigSnapshot(Path path, Set<String> types, Progress progress) {
        this.adapter = new AwsConfigItem(types, delivery(path));
        this.progress = progress;
    }

    /** Looks at the first bytes of a stream that can be reset. */
    static boolean isOne(InputStream content) throws IOException {
        content.mark(SNIFFED);
        byte[] first = content.readNBytes(SNIFFED);
        content.reset();
        Matcher member = FIRST_MEMBER.matcher(new String(first, StandardCharsets.UTF_8));
        return member.find() && FIRST_MEMBERS.contains(member.group(1));
    }

    void read(InputStream content, Consumer<Entry> entries) throws IOException {
        progress.reached("item", 0);
        try (JsonParser json = Json.MAPPER.createParser(content)) {
            json.nextToken();
            boolean found = false;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean items = json.currentName().equals("configurationItems");
                json.nextToken();
                if (items && json.currentToken() == JsonToken.START_ARRAY) {
                    found = true;
                    readItems(json, entries);
                } else {
                    json.skipChildren();
                }
            }
            if (!found) {
                throw new CutOffException("there is no list configurationItems");
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new CutOffException("the file is cut off");
            }
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new CutOffException("malformed JSON at line " + line);
        }
    }

    private void readItems(JsonParser json, Consumer<Entry> entries) throws IOException {
        long number = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new CutOffException("the file is cut off");
            }
            String place = "item " + ++number;
            JsonNode item = json.readValueAsTree();
            Entry entry = adapter.entry(place, item);
            if (entry != null) {
                entries.accept(entry);
            }
            progress.reached("item", number);
        }
    }

    private static @Nullable Instant delivery(Path path) {
        Path name = path.getFileName();
        Matcher time = DELIVERY.matcher(name == null ? "" : name.toString());
        return time.find() ? Instant.from(DELIVERY_TIME.parse(time.group(1))) : null;
    }
}
