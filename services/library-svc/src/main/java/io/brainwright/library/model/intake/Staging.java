package io.brainwright.library.model.intake;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A copy of a file within the library's folder, of which everything is read: what changes outside while it is read cannot matter.
 * Closing it removes the copy, unless it was kept.
 */
final class Staging implements AutoCloseable {
    /** chosen: recordings of a day have some GB; what is larger stays where it is. */
    static final long MAX_BYTES = 4L << 30;

    private final Path copy;
    private final String sha256;

    private Staging(Path copy, String sha256) {
        this.copy = copy;
        this.sha256 = sha256;
    }

    static Staging of(Path file, Path library) {
        var folder = library.resolve("staging");
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new Problem(
                        Kind.TOO_LARGE,
                        "FILE_TOO_LARGE",
                        "'%s' has %d bytes; at most %d are taken.".formatted(file, Files.size(file), MAX_BYTES),
                        "Cut it in parts.",
                        Map.of("file", file.toString(), "bytes", String.valueOf(Files.size(file))));
            }
            Files.createDirectories(folder);
            var copy = folder.resolve(UUID.randomUUID().toString());
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                Files.copy(in, copy);
            } catch (IOException failed) {
                Files.deleteIfExists(copy);
                throw failed;
            }
            return new Staging(copy, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException failed) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "FILE_UNREADABLE",
                    "'%s' cannot be copied into the library: %s".formatted(file, failed.getMessage()),
                    "Check that you may read it, and that the disk has room.",
                    Map.of("file", file.toString()),
                    List.of(),
                    failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Removes copies that a killed process left. */
    static void clear(Path library) {
        var folder = library.resolve("staging");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var left = Files.newDirectoryStream(folder)) {
            for (var file : left) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot clear " + folder, failed);
        }
    }

    Path copy() {
        return copy;
    }

    String sha256() {
        return sha256;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + copy, failed);
        }
    }
}
