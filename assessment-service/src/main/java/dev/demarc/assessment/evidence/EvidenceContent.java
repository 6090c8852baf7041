package dev.demarc.assessment.evidence;

import dev.demarc.shell.problem.RefusedContentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Tells of which kind a file is by what it holds, whatever its sender calls it; pure. */
final class EvidenceContent {
    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/x-tika-ooxml",
            EvidenceType.OPEN_TEXT.mediaType(),
            EvidenceType.OPEN_SPREADSHEET.mediaType(),
            EvidenceType.OPEN_PRESENTATION.mediaType());
    private static final Set<String> TEXTS = Set.of("text/plain", "message/rfc822");
    private static final String BINARY = "application/octet-stream";
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private EvidenceContent() {}

    /** @throws RefusedContentException naming what was found and what is accepted */
    static EvidenceType typeOf(String name, byte[] content) {
        String found = mediaType(content);
        EvidenceType type = EvidenceType.ofMediaType(found)
                .orElseThrow(() -> new RefusedContentException(
                        "The file holds %s; accepted: %s".formatted(found, EvidenceType.ACCEPTED)));
        if (!type.endsAs(ending(name))) {
            throw new RefusedContentException("The file holds %s, but its name is '%s'; accepted: a name in %s"
                    .formatted(type.words(), name, type.endings()));
        }
        return type;
    }

    private static String mediaType(byte[] content) {
        String found = detect(content);
        if (TEXTS.contains(found)) {
            return isText(content) ? EvidenceType.TEXT.mediaType() : BINARY;
        }
        return ARCHIVES.contains(found) ? OfficeArchive.mediaType(found, content) : found;
    }

    private static String detect(byte[] content) {
        try {
            return TYPES.detect(new ByteArrayInputStream(content), new Metadata())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    /** Whether it is text to its end, and not only where it begins. */
    private static boolean isText(byte[] content) {
        for (byte each : content) {
            boolean control = each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f';
            if (control && each != 0x1b) {
                return false;
            }
        }
        return true;
    }

    private static String ending(String name) {
        return Optional.of(name.lastIndexOf('.'))
                .filter(dot -> dot >= 0)
                .map(dot -> name.substring(dot + 1).toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
