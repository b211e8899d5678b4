package io.brainwright.fabric.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    @TempDir
    private Path folder;

    @Test
    void madeKeysNameTheirHostsAndKeepTheirSecrets() throws IOException, CertificateException {
        var keys = KeyMaker.make(folder.resolve("keys"), List.of("kafka", "127.0.0.1"));

        try (InputStream file = Files.newInputStream(keys.folder().resolve("tls.crt"))) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            assertThat(certificate.getSubjectAlternativeNames())
                    .anySatisfy(name -> assertThat(name.get(1)).isEqualTo("kafka"))
                    .anySatisfy(name -> assertThat(name.get(1)).isEqualTo("127.0.0.1"));
        }
        for (var secret : List.of("tls.key", "token")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(keys.folder().resolve(secret))))
                    .isEqualTo("rw-------");
        }
        assertThat(keys.token()).hasSize(64);
    }

    @Test
    void aWholeFolderIsKept() {
        var first = KeyMaker.make(folder.resolve("keys"), List.of("localhost")).token();
        assertThat(KeyMaker.make(folder.resolve("keys"), List.of("localhost")).token())
                .isEqualTo(first);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        var keys = KeyMaker.make(folder.resolve("keys"), List.of("localhost"));
        Files.delete(keys.folder().resolve("ca.crt"));
        assertThatThrownBy(() -> KeyFolder.open(keys.folder()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("ca.crt", "brainwright keys"));
    }

    @Test
    void aTokenThatCouldBeGuessedIsRefused() throws IOException {
        var keys = KeyMaker.make(folder.resolve("keys"), List.of("localhost"));
        Files.writeString(keys.folder().resolve("token"), "secret\n");
        assertThatThrownBy(() -> KeyFolder.open(keys.folder()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("32 characters"));
    }
}
