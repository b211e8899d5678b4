package io.brainwright.agents.notebook.export;

import io.brainwright.agents.notebook.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes an entry in another form. */
public final class Exports {
    private Exports() {}

    /**
     * Writes one file, or, for a crate whose target does not end in ".zip", one folder.
     *
     * @param target where it is written; its folder is made where it is missing
     * @return what was written
     */
    public static Path write(Entry entry, Format format, Path target) {
        try {
            var parent = target.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            switch (format) {
                case MARKDOWN -> text(target, entry.page());
                case HTML -> text(target, HtmlPage.of(entry));
                case IPYNB -> text(target, JupyterNotebook.of(entry));
                case RO_CRATE -> CrateFiles.write(entry, target);
            }
            return target;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where an export goes that was not told where: beside the notebook of the entry. */
    public static Path target(Entry entry, Format format) {
        return entry.folder().resolve("exports").resolve(entry.name() + format.ending());
    }

    private static void text(Path target, String text) throws IOException {
        Files.write(target, text.getBytes(StandardCharsets.UTF_8));
    }
}
