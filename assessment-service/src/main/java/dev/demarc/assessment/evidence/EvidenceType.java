package dev.demarc.assessment.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of file that are accepted as evidence: what people read. */
enum EvidenceType {
    PDF("application/pdf", "PDF", "pdf"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word", "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel", "xlsx"),
    POWERPOINT("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint", "pptx"),
    OPEN_TEXT("application/vnd.oasis.opendocument.text", "OpenDocument text", "odt"),
    OPEN_SPREADSHEET("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument spreadsheet", "ods"),
    OPEN_PRESENTATION("application/vnd.oasis.opendocument.presentation", "OpenDocument presentation", "odp"),
    PNG("image/png", "PNG", "png"),
    JPEG("image/jpeg", "JPEG", "jpg", "jpeg"),
    GIF("image/gif", "GIF", "gif"),
    WEBP("image/webp", "WebP", "webp"),
    TIFF("image/tiff", "TIFF", "tif", "tiff"),
    TEXT("text/plain", "plain text", "txt", "csv", "tsv", "md", "json", "yaml", "yml", "log", "eml");

    /** All kinds with the endings of their names, for messages. */
    static final String ACCEPTED = Arrays.stream(values())
            .map(type -> "%s (%s)".formatted(type.words, type.endings()))
            .collect(Collectors.joining(", "));

    private final String mediaType;
    private final String words;
    private final String endings;

    EvidenceType(String mediaType, String words, String... endings) {
        this.mediaType = mediaType;
        this.words = words;
        this.endings = Arrays.stream(endings).map(ending -> "." + ending).collect(Collectors.joining(" "));
    }

    static Optional<EvidenceType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    String words() {
        return words;
    }

    /** What a name of this kind ends in, so that a computer opens the file as what it is. */
    String endings() {
        return endings;
    }

    boolean endsAs(String ending) {
        return List.of(endings.split(" ", -1)).contains("." + ending);
    }
}
