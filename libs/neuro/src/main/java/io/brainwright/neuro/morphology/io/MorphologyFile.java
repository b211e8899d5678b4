package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads and writes a morphology in the format that the file's ending names. */
public final class MorphologyFile {
    private MorphologyFile() {}

    /**
     * A cell with what was odd about its file.
     *
     * @param cell the cell
     * @param findings warnings and repairs, in the order of the file; no errors
     */
    public record Read(Morphology cell, List<Finding> findings) {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    /** Reads a cell; an error is a {@link Problem} that names line or dataset, what stands there and what may. */
    public static Morphology read(Path file) {
        return read(file, false).cell();
    }

    /**
     * Reads a cell.
     *
     * @param repair whether errors that have one clear repair are repaired; each is told in the findings
     */
    public static Read read(Path file, boolean repair) {
        if (!Files.isRegularFile(file)) {
            throw Problem.invalid(
                    "There is no file '%s'.".formatted(file),
                    List.of(new FieldFault("FILE", "Give an SWC, ASC or H5 file.")));
        }
        var findings = new Findings(file, repair);
        var cell = switch (ending(file)) {
            case "h5" -> H5Morphology.read(findings);
            case "asc" -> AscMorphology.read(findings);
            case "swc" -> SwcMorphology.read(findings);
            default -> throw unknown(file);
        };
        return new Read(cell, findings.list());
    }

    /** Writes a cell; the file appears whole or not at all. */
    public static void write(Morphology cell, Path file) {
        switch (ending(file)) {
            case "h5" -> H5Morphology.write(cell, file);
            case "asc" -> AscMorphology.write(cell, file);
            case "swc" -> SwcMorphology.write(cell, file);
            default -> throw unknown(file);
        }
    }

    private static String ending(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Problem unknown(Path file) {
        return Problem.invalid(
                "'%s' is no morphology file by its ending.".formatted(file),
                List.of(new FieldFault("FILE", "Endings: .swc, .asc, .h5.")));
    }
}
