package io.brainwright.fabric.keys;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a {@link KeyFolder}: a self-signed certificate (by the JDK's keytool) and a random token. */
public final class KeyMaker {
    private static final String ALIAS = "brainwright";
    private static final int VALID_DAYS = 825;
    private static final int TOKEN_BYTES = 32;

    private KeyMaker() {}

    /**
     * @param folder made where missing; a whole key folder is left as it is
     * @param hosts names and IPv4 addresses under which servers are reached
     * @return the folder
     */
    public static KeyFolder make(Path folder, List<String> hosts) {
        if (Files.exists(folder.resolve(KeyFolder.TOKEN))) {
            return KeyFolder.open(folder);
        }
        try {
            Files.createDirectories(folder);
            write(folder, hosts);
            return KeyFolder.open(folder);
        } catch (IOException | GeneralSecurityException e) {
            throw notMade(folder, String.valueOf(e), e);
        }
    }

    private static void write(Path folder, List<String> hosts) throws IOException, GeneralSecurityException {
        var password = randomHex();
        var store = Files.createTempDirectory(folder, ".making").resolve("store.p12");
        try {
            keytool(folder, hosts, store, password);
            var keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
            var certificate = pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
            var key = keys.getKey(ALIAS, password.toCharArray());
            Files.writeString(folder.resolve(KeyFolder.TRUSTED), certificate);
            Files.writeString(folder.resolve(KeyFolder.CERTIFICATE), certificate);
            secret(folder.resolve(KeyFolder.PRIVATE_KEY), pem("PRIVATE KEY", key.getEncoded()));
            secret(folder.resolve(KeyFolder.TOKEN), randomHex() + "\n");
        } finally {
            Files.deleteIfExists(store);
            Files.delete(store.getParent());
        }
    }

    private static void keytool(Path folder, List<String> hosts, Path store, String password) throws IOException {
        var names = hosts.stream()
                .map(h -> (h.matches("[0-9.]+") ? "ip:" : "dns:") + h)
                .collect(Collectors.joining(","));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-validity", String.valueOf(VALID_DAYS), "-dname", "CN=brainwright"));
        command.addAll(List.of("-ext", "san=" + names, "-ext", "bc:c=ca:true", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", password));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw notMade(folder, said.strip(), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notMade(folder, "interrupted", e);
        }
    }

    private static void secret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static String pem(String kind, byte[] der) {
        var body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, body, kind);
    }

    private static String randomHex() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Problem notMade(Path folder, String why, @Nullable Throwable cause) {
        return new Problem(
                Kind.PRECONDITION,
                "KEYS_NOT_MADE",
                "No keys could be made in %s: %s.".formatted(folder, why),
                "Name a folder that can be written, and hosts as names or IPv4 addresses.",
                Map.of("folder", folder.toString(), "fault", why),
                List.of(),
                cause);
    }
}
