package dev.demarc.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate of this machine's loopback that is its own authority, and its key, both as PEM. */
record LoopbackCertificate(Path certificate, Path key) {
    private static final String ALIAS = "demarc";
    private static final String PASSWORD = "only-while-it-is-made";
    private static final String PASSWORD_VARIABLE = "DEMARC_KEYTOOL_PASSWORD";

    /** Where a folder's is kept. */
    static LoopbackCertificate placedIn(Path folder) {
        return new LoopbackCertificate(folder.resolve("certificate.pem"), folder.resolve("certificate.key"));
    }

    /** Has the JDK's keytool make it, unless it is there. */
    void ensure() throws IOException, InterruptedException {
        if (!Files.exists(certificate)) {
            make(certificate.resolveSibling("certificate.p12"));
        }
    }

    /** The key and the certificate behind it in one text, as Kafka takes a PEM key store. */
    String chain() throws IOException {
        return Files.readString(key) + Files.readString(certificate);
    }

    private void make(Path store) throws IOException, InterruptedException {
        Files.deleteIfExists(store);
        Files.deleteIfExists(key);
        keytool(store);
        try (InputStream stream = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, PASSWORD.toCharArray());
            Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    key,
                    pem(
                            "PRIVATE KEY",
                            keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
            Files.writeString(
                    certificate, pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new EmbeddedStartException("The certificate that keytool made cannot be read: " + e, e);
        } finally {
            Files.deleteIfExists(store);
        }
    }

    private static void keytool(Path store) throws IOException, InterruptedException {
        ProcessBuilder keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=demarc",
                        "-validity",
                        "3650",
                        "-ext",
                        "bc:c",
                        "-ext",
                        "san=ip:" + Loopback.HOST + ",dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:env",
                        PASSWORD_VARIABLE))
                .redirectErrorStream(true);
        keytool.environment().put(PASSWORD_VARIABLE, PASSWORD);
        Process process = keytool.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new EmbeddedStartException("keytool could not make a certificate: " + said);
        }
    }

    private static String pem(String what, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, body);
    }
}
