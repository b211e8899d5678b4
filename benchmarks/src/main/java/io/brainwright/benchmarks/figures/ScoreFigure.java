package io.brainwright.benchmarks.figures;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.placement.model.rules.Candidates;
import io.brainwright.placement.model.rules.RuleFiles;
import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.Drawing;
import io.brainwright.render.model.plot.Figure;
import io.brainwright.render.model.plot.Panels;
import io.brainwright.render.model.plot.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Scores of one cell by the height of its soma: a published cell beside its published scores, and each rule by itself. */
final class ScoreFigure {
    /** Half of the last digit that is printed. */
    private static final double ROUNDING = 0.0005;

    private static final int HEIGHT_COLUMN = 3;

    private ScoreFigure() {}

    static Sheet sheet() {
        var folder = Path.of(System.getProperty("reference.dir", "../shared/reference"), "anatomy/placement");
        if (!Files.isDirectory(folder)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "REFERENCE_NOT_FOUND",
                    "The published scores are not at %s.".formatted(folder),
                    "Say where the reference data lie: -Dreference.dir=DIR.",
                    Map.of("folder", folder.toString()));
        }
        return Panels.of(
                List.of(published(folder), List.of(RuleCurves.figure())),
                "",
                "Above: cell C060106F (L1_HAC) at 16 heights in layer 1 (1917 to 2082 µm): dendrites and axon below"
                        + " the pia, the axon in layer 1 and filling it, by Brainwright and as published (three digits):"
                        + " test data of the Blue Brain Project's placement-algorithm (Apache-2.0); dashed: half of the"
                        + " last printed digit. Below: each rule by itself and all together for a stretch of 100 to 150 µm"
                        + " above the soma; layer 1 from 900 to 1000 µm is to be hit, to be filled, and its upper border"
                        + " not to be passed (tolerance 30 µm).",
                15,
                1000,
                860);
    }

    private static List<Figure> published(Path folder) {
        try {
            var candidates = new Candidates(
                    RuleFiles.rules(folder.resolve("rules.xml")), folder, List.of("1", "2", "3", "4", "5", "6"));
            double[] ours = candidates.score(folder.resolve("candidates.csv")).stream()
                    .mapToDouble(Candidates.Scored::score)
                    .toArray();
            double[] theirs = column(folder.resolve("scores.csv"), 2, List.of());
            double[] y_um = column(folder.resolve("candidates.csv"), HEIGHT_COLUMN, candidates.unannotated());
            var apart = new double[ours.length];
            Arrays.setAll(apart, i -> (ours[i] - theirs[i]) * 1e3);
            double low = y_um[0];
            double high = y_um[y_um.length - 1];
            double most = ROUNDING * 1e3;
            var rounding = new Curve(
                    "rounding of the published",
                    new double[] {low, high, Double.NaN, low, high},
                    new double[] {-most, -most, Double.NaN, most, most});
            return List.of(
                    figure(
                            Drawing.BARS,
                            "score S",
                            List.of(new Curve("published", y_um, theirs), new Curve("Brainwright", y_um, ours)),
                            List.of()),
                    figure(
                            Drawing.LINES,
                            "score less the published one (1/1000)",
                            List.of(new Curve("Brainwright less published", y_um, apart)),
                            List.of(rounding)));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + folder, broken);
        }
    }

    private static double[] column(Path file, int column, List<String> without) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> !without.contains(words[0]))
                .mapToDouble(words -> Double.parseDouble(words[column]))
                .toArray();
    }

    static Figure figure(Drawing drawing, String y, List<Curve> curves, List<Curve> beside) {
        return new Figure(
                drawing, "", "", "height of the soma (um)", y, "", curves, List.of(), false, beside, List.of());
    }
}
