package io.brainwright.studio.web.notebook;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The files of an entry that a page may fetch: those that lie in its folder, whatever a name says. */
final class EntryFiles {
    private static final int DEPTH = 3;
    private static final int MOST = 500;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("json", "application/json"),
            Map.entry("jsonl", "text/plain;charset=UTF-8"),
            Map.entry("md", "text/plain;charset=UTF-8"),
            Map.entry("csv", "text/plain;charset=UTF-8"),
            Map.entry("swc", "text/plain;charset=UTF-8"));

    private EntryFiles() {}

    /** Names of the files, relative to the entry's folder, with slashes. */
    static List<String> of(Entry entry) {
        try (var walk = Files.walk(entry.folder(), DEPTH)) {
            return walk.filter(Files::isRegularFile)
                    .map(f -> entry.folder().relativize(f).toString().replace('\\', '/'))
                    .filter(f -> !f.startsWith("."))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * One file.
     *
     * @throws Problem NOT_FOUND where there is none of that name within the folder, links included
     */
    static Path find(Entry entry, String name) {
        try {
            var root = entry.folder().toRealPath();
            var file = root.resolve(name).normalize();
            if (file.startsWith(root)
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(root)) {
                return file;
            }
        } catch (IOException | InvalidPathException refused) {
            System.getLogger(EntryFiles.class.getName())
                    .log(System.Logger.Level.DEBUG, "no file of an entry: {0}", refused.getMessage());
        }
        throw new Problem(
                Kind.NOT_FOUND,
                "FILE_NOT_FOUND",
                "The entry %s has no file '%s'.".formatted(entry.name(), name),
                "The entry lists its files.",
                Map.of("entry", entry.name(), "file", name));
    }

    /** Its media type; what is not known is offered for download. */
    static String type(Path file) {
        var name = String.valueOf(file.getFileName());
        return TYPES.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "application/octet-stream");
    }
}
