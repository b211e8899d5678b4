package io.brainwright.library.service;

import io.brainwright.neuro.problem.FieldFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A folder that appears when everything in it is written, and not before. */
final class ReleaseFolder {
    private ReleaseFolder() {}

    /** Refuses a folder that holds anything. */
    static void check(String directory, List<FieldFault> faults) {
        if (directory.isBlank()) {
            faults.add(new FieldFault("directory", "is empty; give the folder to write into"));
            return;
        }
        var path = Path.of(directory);
        try {
            if (Files.exists(path) && !(Files.isDirectory(path) && list(path).isEmpty())) {
                faults.add(new FieldFault(
                        "directory", "'%s' exists and is not an empty folder; give a new one".formatted(path)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look into " + path, failed);
        }
    }

    /** Lets the content be written into {@code <directory>.part}, then renames it; leaves nothing behind on failure. */
    static List<Path> write(Path directory, Consumer<Path> content) {
        var target = directory.toAbsolutePath().normalize();
        var part = target.resolveSibling(target.getFileName() + ".part");
        try {
            delete(part);
            Files.createDirectories(part);
            content.accept(part);
            Files.deleteIfExists(target);
            Files.move(part, target);
            try (var files = Files.walk(target)) {
                return files.filter(Files::isRegularFile).sorted().toList();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + target, failed);
        } finally {
            delete(part);
        }
    }

    /** Writes a text file, with the folders that it needs. */
    static void text(Path file, String text) {
        try {
            var folder = file.toAbsolutePath().getParent();
            assert folder != null : file;
            Files.createDirectories(folder);
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + folder, failed);
        }
    }
}
