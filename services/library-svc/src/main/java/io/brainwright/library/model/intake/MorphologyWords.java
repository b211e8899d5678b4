package io.brainwright.library.model.intake;

import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.format.FileFormat;
import io.brainwright.library.model.format.Hdf5Files;
import io.brainwright.library.model.format.TextBytes;
import io.brainwright.library.model.morphology.ImportedShape;
import io.brainwright.library.model.reading.Facts;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.PassageWriter;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.neuro.morphology.io.SwcMorphology;
import io.jhdf.api.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What can be said and found of a morphology: its name, its size, and the comments that its makers left in it. */
final class MorphologyWords {
    /** chosen: the largest reconstructions have some 1e5 points of four values. */
    private static final long MAX_VALUES = 50_000_000;

    private MorphologyWords() {}

    static Parsed read(Path file, String name, FileFormat format) {
        var shape = ImportedShape.of(format == FileFormat.SWC ? swc(file, name) : h5(file, name));
        var out = new PassageWriter(name);
        var title = name.replaceFirst("\\.[^.]*$", "");
        out.write(
                PassageKind.DESCRIPTION,
                "",
                0,
                String.format(
                        Locale.ROOT,
                        "Morphology %s: %d sections, %d points, %.0f um of dendrite, %.0f um of axon.",
                        title,
                        shape.cell().sectionCount(),
                        shape.cell().pointCount(),
                        shape.length_um(SectionType.BASAL, SectionType.APICAL),
                        shape.length_um(SectionType.AXON)));
        if (format == FileFormat.SWC) {
            var comments = new StringBuilder();
            TextBytes.read(file, name)
                    .lines()
                    .filter(l -> l.strip().startsWith("#"))
                    .forEach(l ->
                            comments.append(l.strip().replaceFirst("^#+", "")).append(' '));
            out.write(PassageKind.DESCRIPTION, "comments", 0, comments.toString());
        }
        shape.notes().forEach(out::odd);
        return out.parsed(Facts.titled(title));
    }

    private static Morphology swc(Path file, String name) {
        TextBytes.read(file, name); // refuses what is too large or no text
        return SwcMorphology.read(file);
    }

    private static Morphology h5(Path file, String name) {
        return Hdf5Files.read(file, name, hdf -> {
            for (var dataset : List.of("points", "structure")) {
                if (hdf.getChildren().get(dataset) instanceof Dataset data) {
                    Hdf5Files.limit(data, name, MAX_VALUES);
                }
            }
            return H5Morphology.read(file);
        });
    }
}
