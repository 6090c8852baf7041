package dev.demarc.assessment.statement;

import dev.demarc.shell.problem.RefusedContentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Refuses what a computer would run, by content first and by name where the content does not tell. Evidence is what
 * people read.
 */
final class Executables {
    private record Magic(String hex, String what) {}

    private static final List<Magic> MAGICS = List.of(
            new Magic("7f454c46", "an ELF program"),
            new Magic("4d5a", "a Windows program"),
            new Magic("feedface", "a Mach-O program"),
            new Magic("feedfacf", "a Mach-O program"),
            new Magic("cefaedfe", "a Mach-O program"),
            new Magic("cffaedfe", "a Mach-O program"),
            new Magic("cafebabe", "a Java class or a Mach-O program"),
            new Magic("2321", "a script"),
            new Magic("efbbbf2321", "a script"),
            new Magic("0061736d", "a WebAssembly program"),
            new Magic("6465780a", "an Android program"),
            new Magic("4c0000000114020", "a Windows shortcut"),
            new Magic("edabeedb", "an RPM package"),
            new Magic("213c617263683e0a64656269616e", "a Debian package"));
    private static final Pattern SCRIPT =
            Pattern.compile("\\A\\s*(@echo\\b|<\\?php|<script\\b|<job\\b|<hta:)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NAMES = Set.of(
            "exe", "dll", "com", "scr", "cpl", "msi", "msp", "sys", "bat", "cmd", "ps1", "psm1", "psd1", "vbs", "vbe",
            "js", "jse", "mjs", "cjs", "ws", "wsf", "wsh", "hta", "sh", "bash", "zsh", "csh", "ksh", "fish", "command",
            "py", "pyc", "pyw", "rb", "pl", "php", "lua", "jar", "war", "ear", "class", "jnlp", "apk", "dex", "app",
            "dmg", "pkg", "deb", "rpm", "run", "bin", "so", "dylib", "wasm", "lnk", "reg", "inf", "docm", "dotm",
            "xlsm", "xltm", "xlam", "pptm", "potm", "ppam");
    private static final int LOOKED_AT = 1024;
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final String ACCEPTED = "; accepted: documents, pictures, tables, text";

    private Executables() {}

    /** @throws RefusedContentException naming what it is */
    static void refuse(String name, byte[] content) {
        byContent(content).or(() -> byName(name)).ifPresent(what -> {
            throw new RefusedContentException("The file is %s%s".formatted(what, ACCEPTED));
        });
    }

    private static Optional<String> byContent(byte[] content) {
        String start = HexFormat.of().formatHex(content, 0, Math.min(content.length, 16));
        for (Magic magic : MAGICS) {
            if (start.startsWith(magic.hex())) {
                return Optional.of(magic.what());
            }
        }
        String text = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.UTF_8);
        if (SCRIPT.matcher(text).find()) {
            return Optional.of("a script");
        }
        return start.startsWith("504b0304") ? inZip(content) : Optional.empty();
    }

    /** Documents are archives too; those that hold code are not accepted. */
    private static Optional<String> inZip(byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            long unpacked = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.equals("meta-inf/manifest.mf") || name.endsWith(".class") || name.endsWith(".dex")) {
                    return Optional.of("a Java or Android archive");
                }
                if (name.endsWith("vbaproject.bin")) {
                    return Optional.of("a document with macros");
                }
                unpacked += skip(zip, MOST_UNPACKED - unpacked);
                if (unpacked >= MOST_UNPACKED) {
                    return Optional.of("an archive that unpacks to more than 200 MB");
                }
                if (!name.endsWith("/")
                        && !name.endsWith(".bin")
                        && byName(name).isPresent()) {
                    return Optional.of("an archive that holds a program, " + entry.getName());
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("an archive that cannot be looked into");
        }
    }

    private static long skip(ZipInputStream zip, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long skipped = 0;
        for (int read = 0; read >= 0 && skipped < most; read = zip.read(buffer)) {
            skipped += read;
        }
        return skipped;
    }

    private static Optional<String> byName(String name) {
        String suffix = name.substring(name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .strip();
        return name.contains(".") && NAMES.contains(suffix)
                ? Optional.of("named as a program, ." + suffix)
                : Optional.empty();
    }
}
