package io.brainwright.testkit.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes of files, and files of bytes. */
final class Mutant {
    private Mutant() {}

    /** A new file with a mutant's bytes; a file that is read by mapping is never changed under the reader. */
    static Path file(Path folder, String name, byte[] bytes) throws IOException {
        var file = folder.resolve(name);
        Files.deleteIfExists(file);
        return Files.write(file, bytes);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
