package io.brainwright.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * A workspace in which nothing has been built, with the settings, recipes and library of another: what a build may read of a
 * workspace besides its datasets. It is deleted when it is closed.
 */
public final class FreshWorkspace implements AutoCloseable {
    private static final List<String> READ_BY_BUILDS = List.of("brainwright.yaml", "recipe", "library", "agents");

    private final Path path;

    private FreshWorkspace(Path path) {
        this.path = path;
    }

    public static FreshWorkspace like(Path workspace) {
        try {
            var fresh = Files.createTempDirectory("brainwright-verify");
            for (var name : READ_BY_BUILDS) {
                if (Files.exists(workspace.resolve(name))) {
                    copy(workspace.resolve(name), fresh.resolve(name));
                }
            }
            return new FreshWorkspace(fresh);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Its folder. */
    public Path path() {
        return path;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path dir, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
