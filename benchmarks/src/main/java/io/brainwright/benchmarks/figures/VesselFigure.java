package io.brainwright.benchmarks.figures;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.vessels.VesselRecipe;
import io.brainwright.placement.model.vessels.Vessels;
import io.brainwright.render.model.plot.Band;
import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.Drawing;
import io.brainwright.render.model.plot.Figure;
import io.brainwright.render.model.plot.Panels;
import io.brainwright.render.model.plot.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Vessels of a column: widths and lengths of capillaries beside what was asked, tissue's distance beside random lines, length by depth. */
final class VesselFigure {
    private static final VesselRecipe RECIPE = VesselRecipe.of(RecipeFile.open("rat-vessels"));
    /** chosen: the axis of lengths goes on for the layers' names. */
    private static final double ROOM = 1.3;

    private VesselFigure() {}

    static Sheet sheet() {
        var column = new Column(CorticalSheet.open("rat-nbs1").region("S1HL"), 400);
        var graph = Vessels.grow(column, RECIPE, 1);
        var bed = VesselBed.of(column, graph);
        var wide = new Histogram(2, 10, 0.25, bed.diameters_um());
        var spans = new Histogram(0, 110, 5, bed.lengths_um());
        var caption = String.format(
                Locale.ROOT,
                "S1HL, column of 400 µm, seed 1. Capillary diameters: %d capillaries, %.2f ± %.2f µm; asked for:"
                        + " normal, %.2f ± %.2f µm, cut at two standard deviations (Weiss et al. 1982, rat). Lengths: mean"
                        + " %.1f µm; asked for (dashed): %.0f µm (chosen). Distances: %d random places; lines thrown at"
                        + " random of the same length: 2π L r exp(-π L r²). Length by depth: bins of %.0f µm; asked for"
                        + " (dashed): %.1f m/mm³ over the whole column, of no depth by itself (chosen).",
                wide.count(),
                wide.mean(),
                wide.sd(),
                RECIPE.capillary_um(),
                RECIPE.capillarySd_um(),
                spans.mean(),
                RECIPE.capillaryLength_um(),
                VesselBed.PLACES,
                VesselBed.BIN_um,
                RECIPE.length_m_per_mm3());
        return Panels.of(
                List.of(List.of(diameters(wide), lengths(spans)), List.of(distances(bed), depths(column, bed))),
                "",
                caption,
                15,
                1000,
                900);
    }

    private static Figure diameters(Histogram grown) {
        var asked = grown.density(um -> {
            double z = (um - RECIPE.capillary_um()) / RECIPE.capillarySd_um();
            return Math.abs(z) > 2 ? 0 : Math.exp(-z * z / 2);
        });
        return steps(
                "capillary diameter (um)",
                "capillaries, share per um",
                List.of(grown.curve("grown"), new Curve("asked for", grown.edges(), asked)),
                List.of());
    }

    private static Figure lengths(Histogram grown) {
        double asked_um = RECIPE.capillaryLength_um();
        return steps(
                "capillary length, branch point to branch point (um)",
                "capillaries, share per um",
                List.of(grown.curve("grown")),
                List.of(new Curve("asked for", new double[] {asked_um, asked_um}, new double[] {0, grown.highest()})));
    }

    private static Figure distances(VesselBed bed) {
        var grown = new Histogram(0, 50, 2, bed.distances_um());
        double perUm2 = bed.length_m_per_mm3() * 1e-3;
        var random = grown.density(um -> um * Math.exp(-Math.PI * perUm2 * um * um));
        return steps(
                "distance from the nearest centre line (um)",
                "tissue, share per um",
                List.of(grown.curve("grown"), new Curve("random lines", grown.edges(), random)),
                List.of());
    }

    private static Figure depths(Column column, VesselBed bed) {
        var curves = new ArrayList<Curve>();
        curves.add(new Curve("all vessels", bed.allByDepth(), bed.depths_um()));
        curves.add(new Curve("capillaries", bed.capillariesByDepth(), bed.depths_um()));
        var layers = column.region().sheet().recipe().layers();
        double bottom_um = layers.getLast().bottom_um();
        double asked = RECIPE.length_m_per_mm3();
        return new Figure(
                Drawing.LINES,
                "",
                "",
                "length (m/mm3)",
                "depth (um)",
                "",
                curves,
                List.of(),
                true,
                List.of(new Curve("asked for", new double[] {asked, asked, Double.NaN, ROOM * asked}, new double[] {
                    0, bottom_um, Double.NaN, bottom_um
                })),
                layers.stream()
                        .map(l -> new Band(l.top_um(), l.bottom_um(), "L" + l.number()))
                        .toList());
    }

    private static Figure steps(String x, String y, List<Curve> curves, List<Curve> beside) {
        return new Figure(Drawing.STEPS, "", "", x, y, "", curves, List.of(), false, beside, List.of());
    }
}
