package dev.demarc.scanner.snapshot;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file as UTF-8 without a byte-order mark, whether it is packed with gzip, written in UTF-16 or both. */
final class PlainText {
    private static final int BUFFER = 1 << 16;
    private static final int SNIFFED = 4;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] BIG_ENDIAN_MARK = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] LITTLE_ENDIAN_MARK = {(byte) 0xff, (byte) 0xfe};

    private PlainText() {}

    /**
     * @throws UnreadableFileException where it is an archive
     * @throws IOException where it cannot be opened
     */
    static InputStream of(Path file) throws IOException {
        InputStream content = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return text(content);
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    private static InputStream text(InputStream content) throws IOException {
        byte[] first = peek(content);
        if (startsWith(first, ZIP)) {
            throw new UnreadableFileException("it is a zip archive; accepted: JSON as it is or packed with gzip");
        }
        if (startsWith(first, GZIP)) {
            return text(new BufferedInputStream(new GZIPInputStream(content, BUFFER), BUFFER));
        }
        if (startsWith(first, UTF_8_MARK)) {
            content.skipNBytes(UTF_8_MARK.length);
            return content;
        }
        if (startsWith(first, BIG_ENDIAN_MARK)) {
            return from(content, StandardCharsets.UTF_16BE, BIG_ENDIAN_MARK.length);
        }
        if (startsWith(first, LITTLE_ENDIAN_MARK)) {
            return from(content, StandardCharsets.UTF_16LE, LITTLE_ENDIAN_MARK.length);
        }
        if (first.length > 1 && first[0] == 0 && first[1] != 0) {
            return from(content, StandardCharsets.UTF_16BE, 0);
        }
        return first.length > 1 && first[0] != 0 && first[1] == 0
                ? from(content, StandardCharsets.UTF_16LE, 0)
                : content;
    }

    private static InputStream from(InputStream content, Charset charset, int mark) throws IOException {
        content.skipNBytes(mark);
        return new BufferedInputStream(new Utf8Stream(new InputStreamReader(content, charset)), BUFFER);
    }

    private static byte[] peek(InputStream content) throws IOException {
        content.mark(SNIFFED);
        byte[] first = content.readNBytes(SNIFFED);
        content.reset();
        return first;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
