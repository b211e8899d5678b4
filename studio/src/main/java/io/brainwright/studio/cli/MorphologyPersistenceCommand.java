package io.brainwright.studio.cli;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.topology.Bars;
import io.brainwright.neuro.topology.PersistenceImage;
import io.brainwright.neuro.topology.PersistenceImage.Window;
import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.Drawing;
import io.brainwright.render.model.plot.Figure;
import io.brainwright.render.model.plot.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two folders of cells by their bars. */
@Command(
        name = "persistence",
        description = {
            "Compare two folders of cells by topology: barcodes and persistence images of each neurite type, side by side, and how far they are apart.",
            "Example: brainwright morphology persistence real-cells --against grown-cells --out figure.svg"
        },
        mixinStandardHelpOptions = true)
final class MorphologyPersistenceCommand implements Runnable {
    private static final int WIDTH_PX = 1600;
    private static final int ROW_PX = 370;
    private static final int WORDS_PX = 140;
    private static final String CAPTION =
            "Left: bars, the longest at the middle, each from its fork to its tip. Then the density of all bars over tip"
                    + " and fork (Gaussian, greatest value 1; Kanari et al. 2018, doi:10.1007/s12021-017-9341-1) of both folders, and the second minus"
                    + " the first. Path lengths from the first point of each tree.";

    @Parameters(paramLabel = "FOLDER", description = "Cells to compare with (SWC, ASC, H5), e.g. reconstructions.")
    private Path folder = Path.of("");

    @Option(
            names = "--against",
            required = true,
            paramLabel = "FOLDER",
            description = "Cells that are compared, e.g. grown ones.")
    private Path against = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Figure to write, .svg or .png. Default: none.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        var ending = String.valueOf(out.getFileName()).replaceFirst(".*[.]", "");
        if (!out.toString().isEmpty() && !ending.matches("svg|png")) {
            throw Problem.invalid(
                    "The figure cannot be written.",
                    List.of(new FieldFault("--out", "ends in '%s'; svg or png.".formatted(ending))));
        }
        var real = cells(folder, "FOLDER");
        var grown = cells(against, "--against");
        var told = new LinkedHashMap<String, Object>();
        var curves = new ArrayList<Curve>();
        for (byte type : new byte[] {SectionType.BASAL, SectionType.APICAL, SectionType.AXON}) {
            var name = SectionType.name(type);
            var a = Bars.of(real, type);
            var b = Bars.of(grown, type);
            if (PersistenceImage.drawable(a) && PersistenceImage.drawable(b)) {
                told.put(name.replace(' ', '_'), distances(a, b));
                curves.add(curve(name, folder, real, a));
                curves.add(curve(name, against, grown, b));
            } else if (a.size() + b.size() > 0) {
                told.put(
                        name.replace(' ', '_'),
                        Map.of("bars", List.of(a.size(), b.size()), "note", "too few bars for a persistence image"));
            }
        }
        if (curves.isEmpty()) {
            throw Problem.invalid(
                    "The two folders have no neurite type with bars enough to compare.",
                    List.of(new FieldFault("FOLDER", "Name folders of cells whose trees fork.")));
        }
        if (!out.toString().isEmpty()) {
            write(curves, ending);
        }
        say(told);
    }

    private static Map<String, Object> distances(Bars a, Bars b) {
        var window = Window.around(a, b);
        var p = PersistenceImage.of(a, window);
        var q = PersistenceImage.of(b, window);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("bars", List.of(a.size(), b.size()));
        told.put("mean_difference", p.meanDifference(q));
        told.put("total_variation", p.totalVariation(q));
        return told;
    }

    private static Curve curve(String neurite, Path folder, List<Morphology> cells, Bars bars) {
        return new Curve(
                "%s, %s (%d cells)"
                        .formatted(neurite, folder.toAbsolutePath().normalize().getFileName(), cells.size()),
                bars.tip_um(),
                bars.fork_um());
    }

    private void write(List<Curve> curves, String ending) {
        var figure = new Figure(
                Drawing.PERSISTENCE,
                "",
                CAPTION,
                "tip (um)",
                "fork (um)",
                "density, greatest 1",
                curves,
                List.of(),
                false);
        PictureFile.write(Sheet.of(figure, WIDTH_PX, WORDS_PX + ROW_PX * curves.size() / 2), out);
    }

    private void say(Map<String, Object> told) {
        if (json) {
            System.out.println(Json.of(told));
            return;
        }
        told.forEach((neurite, v) -> {
            var d = (Map<?, ?>) v;
            System.out.println(
                    d.containsKey("note")
                            ? "%-16s %s bars: %s".formatted(neurite, d.get("bars"), d.get("note"))
                            : "%-16s %s bars, images differ by %.4f on average, total variation %.3f"
                                    .formatted(neurite, d.get("bars"), (Double) d.get("mean_difference"), (Double)
                                            d.get("total_variation")));
        });
        if (!out.toString().isEmpty()) {
            System.out.println("figure: " + out);
        }
    }

    private static List<Morphology> cells(Path folder, String field) {
        if (!Files.isDirectory(folder)) {
            throw Problem.invalid(
                    "There is no folder '%s'.".formatted(folder),
                    List.of(new FieldFault(field, "Name a folder of cells.")));
        }
        try (var all = Files.list(folder)) {
            var files = all.filter(f -> f.getFileName().toString().matches("(?i).*[.](swc|asc|h5)"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw Problem.invalid(
                        "Folder '%s' holds no cells.".formatted(folder),
                        List.of(new FieldFault(field, "Name a folder with SWC, ASC or H5 files.")));
            }
            return files.stream().map(MorphologyFile::read).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot list " + folder, failed);
        }
    }
}
