package io.brainwright.benchmarks.figures;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.MType;
import io.brainwright.neuro.recipe.PublishedComposition;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.Order;
import io.brainwright.placement.model.Placement;
import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.Drawing;
import io.brainwright.render.model.plot.Figure;
import io.brainwright.render.model.plot.Panels;
import io.brainwright.render.model.plot.Sheet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Density and inhibitory share of the rat's layers by each source; counts of the mouse beside their most likely values. */
final class DensityFigure {
    private static final CorticalRecipe RECIPE = CorticalRecipe.open("rat-nbs1");
    private static final double[] LAYERS = {1, 2, 3, 4, 5, 6};

    private DensityFigure() {}

    static Sheet sheet() {
        var byLayer = PublishedComposition.byLayer(RECIPE);
        var microcircuit = PublishedComposition.microcircuit2015(RECIPE);
        var counts = new MicrocircuitCounts(RECIPE);
        var built = placement(1, -1);
        var chosen = placement(microcircuit.scale(), microcircuit.excitatoryFraction());
        var mouse = MouseCountsBeside.shipped();
        var caption = String.format(
                Locale.ROOT,
                "Above: rat. Composition by layer and m-type: %.0f neurons per mm³, %.4f inhibitory; with the words"
                        + " \"density and inhibitory share of the 2015 microcircuit\": %.0f, %.4f; counted: cells of the"
                        + " 2015 microcircuit by layer (2 and 3 together) over its volume, cut in proportion to the"
                        + " recipe's thicknesses; layer 1, all inhibitory, is left away at the right. Below: mouse, %d counts above 0 of %d in %d regions beside the most"
                        + " likely value of all counts together; %.0f %% lie within its 90 %% interval, which is without"
                        + " any source's own factor. Right: count over most likely value, bins of 0.1; %d lie beyond 3.",
                byLayer.neurons_per_mm3(),
                1 - byLayer.excitatoryFraction(),
                microcircuit.neurons_per_mm3(),
                1 - microcircuit.excitatoryFraction(),
                mouse.shown(),
                mouse.counts(),
                mouse.regions(),
                100 * mouse.within(),
                mouse.beyond());
        var density = bars(
                "neurons per mm3",
                p -> perLayer(p, _ -> true),
                built,
                chosen,
                new Curve("2015 microcircuit, counted", LAYERS, counts.density_per_mm3(_ -> true)));
        var share = bars(
                "inhibitory share",
                p -> ratio(perLayer(p, m -> !m.excitatory()), perLayer(p, _ -> true)),
                built,
                chosen,
                new Curve(
                        "2015 microcircuit, counted",
                        LAYERS,
                        ratio(
                                counts.density_per_mm3(MicrocircuitCounts::inhibitory),
                                counts.density_per_mm3(_ -> true))));
        return Panels.of(
                List.of(List.of(density, share), List.of(mouse.dots(), mouse.ratios())), "", caption, 15, 1100, 950);
    }

    private interface PerLayer {
        double[] of(Placement placement);
    }

    private static Placement placement(double scale, double excitatory) {
        var region = CorticalSheet.open("rat-nbs1").region("S1HL");
        var layers = List.of(1, 2, 3, 4, 5, 6);
        return new Placement(
                region,
                List.of(new Column(region, 300)),
                new Order(layers, 0, scale, List.of(), excitatory, List.of(), 0));
    }

    private static double[] perLayer(Placement placement, Predicate<MType> counted) {
        return Arrays.stream(LAYERS)
                .map(layer -> placement.recipe_per_mm3((int) layer, counted))
                .toArray();
    }

    /** Layer 1 is left away: all of it is inhibitory. */
    private static double[] ratio(double[] part, double[] whole) {
        var ratio = new double[part.length];
        Arrays.setAll(ratio, i -> LAYERS[i] == 1 ? Double.NaN : part[i] / whole[i]);
        return ratio;
    }

    private static Figure bars(String y, PerLayer what, Placement built, Placement chosen, Curve counted) {
        return new Figure(
                Drawing.BARS,
                "",
                "",
                "layer",
                y,
                "",
                List.of(
                        new Curve("composition", LAYERS, what.of(built)),
                        new Curve("2015 microcircuit, chosen", LAYERS, what.of(chosen)),
                        counted),
                List.of(),
                false);
    }
}
