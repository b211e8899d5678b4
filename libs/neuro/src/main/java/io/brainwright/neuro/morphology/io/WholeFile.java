package io.brainwright.neuro.morphology.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Writes beside the file and moves it into place, so that nothing is ever half-written. */
final class WholeFile {
    private WholeFile() {}

    static void write(Path file, String text) {
        write(file, part -> {
            try {
                Files.writeString(part, text);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    static void write(Path file, Consumer<Path> writer) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            writer.accept(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            remove(part);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
