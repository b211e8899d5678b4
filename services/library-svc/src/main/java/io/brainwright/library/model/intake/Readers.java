package io.brainwright.library.model.intake;

import io.brainwright.library.model.format.FileFormat;
import io.brainwright.library.model.format.TextBytes;
import io.brainwright.library.model.paper.jats.JatsReader;
import io.brainwright.library.model.paper.pdf.PdfReader;
import io.brainwright.library.model.paper.plain.PlainReader;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.ReadingProgress;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file of any format that the library takes. */
final class Readers {
    /** chosen: the longest papers as JATS have some 5 MB. */
    private static final long MAX_XML_BYTES = 64L << 20;

    private Readers() {}

    /**
     * Reads a file to its end.
     *
     * @param file where it lies
     * @param name its name, for messages
     * @param mapping what the columns of a table mean, null where there is none
     * @throws Problem where it cannot be read; nothing else, whatever the file
     */
    static Parsed read(Path file, String name, FileFormat format, @Nullable Path mapping, ReadingProgress progress) {
        return switch (format) {
            case JATS -> jats(file, name);
            case TEXT -> PlainReader.read(TextBytes.read(file, name), name);
            case SWC, H5 -> MorphologyWords.read(file, name, format);
            case NMODL -> MechanismWords.read(TextBytes.read(file, name), name);
            case PDF -> PdfReader.read(file, name, progress);
            case NWB -> DataWords.recordingWords(file, name, format);
            case CSV ->
                mapping == null
                        ? DataWords.recordingWords(file, name, format)
                        : DataWords.tableWords(file, name, mapping);
            case BIBTEX -> throw new IllegalArgumentException("entries of a bibliography are read one by one");
        };
    }

    private static Parsed jats(Path file, String name) {
        try {
            limit(file, name, MAX_XML_BYTES);
            try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                return JatsReader.read(in, name);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private static void limit(Path file, String name, long most) throws IOException {
        long size = Files.size(file);
        if (size > most) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "FILE_TOO_LARGE",
                    "'%s' has %d bytes; files of this format are read up to %d.".formatted(name, size, most),
                    "Import it in parts.",
                    Map.of("file", name, "bytes", String.valueOf(size), "limit", String.valueOf(most)));
        }
    }
}
