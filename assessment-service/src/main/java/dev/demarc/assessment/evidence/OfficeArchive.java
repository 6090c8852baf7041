package dev.demarc.assessment.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks into an archive for the document that it may be. */
final class OfficeArchive {
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final String ARCHIVE = "an archive that is no document";
    private static final Set<String> CODE = Set.of("vbaproject.bin", "vbadata.xml");

    private OfficeArchive() {}

    /**
     * @param found what its first bytes say
     * @return the media type of the document, else in words what it is
     */
    static String mediaType(String found, byte[] content) {
        Set<String> parts = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            long left = MOST_UNPACKED;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (isCode(name)) {
                    return "a document with macros";
                }
                parts.add(name.substring(0, name.indexOf('/') + 1));
                parts.add(name);
                left -= unpacked(zip, left);
                if (left <= 0) {
                    return "an archive that unpacks to more than 200 MB";
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return "an archive that cannot be looked into";
        }
        return EvidenceType.ofMediaType(found).isPresent() ? found : ofParts(parts);
    }

    private static String ofParts(Set<String> parts) {
        if (!parts.contains("[content_types].xml")) {
            return ARCHIVE;
        }
        if (parts.contains("word/")) {
            return EvidenceType.WORD.mediaType();
        }
        if (parts.contains("xl/")) {
            return EvidenceType.EXCEL.mediaType();
        }
        return parts.contains("ppt/") ? EvidenceType.POWERPOINT.mediaType() : ARCHIVE;
    }

    /** Macros of Office, or of OpenDocument. */
    private static boolean isCode(String name) {
        return CODE.contains(name.substring(name.lastIndexOf('/') + 1))
                || name.startsWith("basic/")
                || name.startsWith("scripts/");
    }

    private static long unpacked(ZipInputStream zip, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long unpacked = 0;
        for (int read = 0; read >= 0 && unpacked < most; read = zip.read(buffer)) {
            unpacked += read;
        }
        return unpacked;
    }
}
