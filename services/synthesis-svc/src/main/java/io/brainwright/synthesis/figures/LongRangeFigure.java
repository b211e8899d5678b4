package io.brainwright.synthesis.figures;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.growth.CellFrame;
import io.brainwright.synthesis.model.growth.CellGrower;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.growth.LongRangeAxon;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.synthesis.model.projection.TractCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Three layer 5 cells of S1HL with axons to S1FL, S1J and S1Tr: from the front with the borders of the layers, from above with those of the regions. Arguments:
 * the SVG file, and optionally how many cells are measured; prints lengths and shares.
 */
public final class LongRangeFigure {
    private static final int LAYER_5 = 5;
    private static final int DRAWN = 3;
    private static final double UM_PER_PIXEL = 9;
    private static final List<String> COLOURS = List.of("#3b6ea5", "#c0392b", "#2e8b57");

    private final CorticalSheet sheet = CorticalSheet.open("rat-nbs1");
    private final StringBuilder svg = new StringBuilder();
    private final TractCost tract = new TractCost(sheet);

    private record Cell(CellFrame frame, Morphology local, Morphology shape) {}

    public static void main(String[] args) throws IOException {
        var it = new LongRangeFigure();
        int n = args.length > 1 ? Integer.parseInt(args[1]) : DRAWN;
        var cells = it.cells(n);
        it.draw(cells.subList(0, DRAWN));
        Files.writeString(Path.of(args[0]), it.svg.toString());
        it.measure(cells);
    }

    private List<Cell> cells(int n) {
        var catalogue = new GrowthCatalogue();
        var rule = catalogue.rule("L5_TPC:A");
        var parameters = catalogue.parameters(rule);
        var axons = new LongRangeAxon(sheet);
        var home = sheet.region("S1HL");
        var targets = List.of(sheet.region("S1FL"), sheet.region("S1J"), sheet.region("S1Tr"));
        var cells = new ArrayList<Cell>();
        for (long id = 0; id < n; id++) {
            double[] at = new double[3];
            double[] up = new double[3];
            home.draw(LAYER_5, 200, Draws.of(1, "figure.place", id), at);
            sheet.direction(at[0], at[1], at[2], up);
            var frame = new CellFrame(at[0], at[1], at[2], Quaternion.yTo(up[0], up[1], up[2]));
            var tissue = CorticalLayers.RAT_S1.tissue(sheet.depth_um(at[0], at[1], at[2]), rule.grown_from());
            var local = CellGrower.grow(1, id, rule, parameters, tissue, true);
            cells.add(new Cell(frame, local, axons.extend(1, id, local, frame, home, targets, 2, parameters.axon())));
        }
        return cells;
    }

    private void draw(List<Cell> cells) {
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 860\" font-family=\"sans-serif\""
                + " font-size=\"12\">");
        line("<rect width=\"860\" height=\"860\" fill=\"white\"/>");
        double[] depths_um = {0, 165, 314, 667, 857, 1382, 2082, 2082 + TractCost.TRACT_HEIGHT_UM};
        for (double depth_um : depths_um) {
            arc(depth_um, depth_um >= 2082 ? "#999" : "#ddd");
        }
        for (var region : sheet.recipe().regions()) {
            frame(region.acronym());
        }
        for (int c = 0; c < cells.size(); c++) {
            path(cells.get(c), COLOURS.get(c), true);
            path(cells.get(c), COLOURS.get(c), false);
        }
        line("<text x=\"20\" y=\"24\">from the front: pia, layers, white matter; the lower two arcs hold the"
                + " tract</text>");
        line("<text x=\"20\" y=\"430\">from above: the regions; a bar of 1 mm</text>");
        line("<path d=\"M720 840h%.1f\" stroke=\"black\" stroke-width=\"2\"/>", 1000 / UM_PER_PIXEL);
        line("</svg>");
    }

    private void arc(double depth_um, String colour) {
        var whole = sheet.region(sheet.recipe().rootAcronym());
        var path = new StringBuilder();
        double[] at = new double[3];
        for (int i = 0; i <= 60; i++) {
            whole.place(i / 60.0, 0.5, depth_um, at);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(at), front(at)));
        }
        line("<path d=\"%s\" fill=\"none\" stroke=\"%s\"/>", path, colour);
    }

    private void frame(String region) {
        double[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};
        var path = new StringBuilder();
        double[] at = new double[3];
        for (double[] corner : corners) {
            sheet.region(region).place(corner[0], corner[1], 0, at);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(at), above(at)));
        }
        line("<path d=\"%s\" fill=\"none\" stroke=\"#999\"/>", path);
        sheet.region(region).place(0.05, 0.1, 0, at);
        line("<text x=\"%.1f\" y=\"%.1f\" fill=\"#666\">%s</text>", x(at), above(at), region);
    }

    private void path(Cell cell, String colour, boolean fromFront) {
        var path = new StringBuilder();
        double[] at = new double[3];
        for (int s = 1; s < cell.shape().sectionCount(); s++) {
            for (int p = cell.shape().begin(s); p < cell.shape().end(s); p++) {
                cell.frame().toAtlas(place(cell.shape(), p), at);
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.1f %.1f",
                        p == cell.shape().begin(s) ? "M" : "L",
                        x(at),
                        fromFront ? front(at) : above(at)));
            }
        }
        line("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\".5\"/>", path, colour);
    }

    private static double[] place(Morphology shape, int p) {
        return new double[] {shape.x(p), shape.y(p), shape.z(p)};
    }

    private static double x(double[] at) {
        return 430 + at[0] / UM_PER_PIXEL;
    }

    private static double front(double[] at) {
        return 40 - at[1] / UM_PER_PIXEL;
    }

    private static double above(double[] at) {
        return 640 - at[2] / UM_PER_PIXEL;
    }

    private void line(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    /** Prints means over the cells: length of axon, and where it runs. */
    private void measure(List<Cell> cells) {
        double all_um = 0;
        double local_um = 0;
        double tract_um = 0;
        long points = 0;
        double[] at = new double[3];
        for (var cell : cells) {
            local_um += axon_um(cell.local());
            all_um += axon_um(cell.shape());
            points += cell.shape().pointCount() - cell.local().pointCount();
            for (int s = 1; s < cell.shape().sectionCount(); s++) {
                for (int p = cell.shape().begin(s); p < cell.shape().end(s) - 1; p++) {
                    cell.frame().toAtlas(place(cell.shape(), p), at);
                    tract_um += cell.shape().type(s) == SectionType.AXON && tract.inTract(at)
                            ? cell.shape().segmentLength_um(p)
                            : 0;
                }
            }
        }
        int n = cells.size();
        System.out.printf(
                Locale.ROOT,
                "%d cells: local axon %.1f mm, long-range %.1f mm, of both in the tract %.1f mm, %.0f new points%n",
                n,
                local_um / n / 1e3,
                (all_um - local_um) / n / 1e3,
                tract_um / n / 1e3,
                (double) points / n);
    }

    private static double axon_um(Morphology shape) {
        double sum = 0;
        for (int s = 1; s < shape.sectionCount(); s++) {
            sum += shape.type(s) == SectionType.AXON ? shape.length_um(s) : 0;
        }
        return sum;
    }
}
