package io.brainwright.agents.notebook.sensitivity;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a screening leaves in an entry: numbers, a picture, a section of the page. */
public final class SensitivityFiles {
    private static final String PICTURE = "sensitivity.png";
    private static final String NUMBERS = "sensitivity.json";

    private SensitivityFiles() {}

    /**
     * Writes them and the page anew.
     *
     * @return the page
     */
    public static Path write(Entry entry, Sensitivity s) {
        var folder = entry.folder();
        try {
            Files.write(folder.resolve(PICTURE), TornadoPlot.png(s));
            Files.writeString(folder.resolve(NUMBERS), Records.page(s));
            Files.writeString(folder.resolve(Entry.SENSITIVITY), SensitivityPage.markdown(s, PICTURE));
            return Notebook.writePage(entry);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
