package io.brainwright.studio.cli;

import io.brainwright.render.model.plot.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes a figure as the file's ending says. */
final class PictureFile {
    private PictureFile() {}

    static void write(Sheet sheet, Path file) {
        try {
            var parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
                Files.write(file, sheet.svg());
            } else {
                ImageIO.write(sheet.image(), "png", file.toFile());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }
}
