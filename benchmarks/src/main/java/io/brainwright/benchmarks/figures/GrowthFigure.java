package io.brainwright.benchmarks.figures;

import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.Drawing;
import io.brainwright.render.model.plot.Figure;
import io.brainwright.render.model.plot.Sheet;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.growth.Showcase;
import io.brainwright.synthesis.model.morphometry.FittedBars;
import io.brainwright.synthesis.model.morphometry.GrownBars;
import io.brainwright.synthesis.model.morphometry.PopulationBars;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Grown layer 5 pyramidal cells beside the bars of their reconstructions. */
final class GrowthFigure {
    private static final String MTYPE = "L5_TPC:A";
    private static final int CELLS = 60;

    private GrowthFigure() {}

    static Sheet sheet() {
        var catalogue = new GrowthCatalogue();
        var real = new FittedBars(catalogue.parameters(catalogue.rule(MTYPE))).byNeurite();
        var bars = new GrownBars();
        new Showcase(catalogue, CorticalLayers.RAT_S1, 0).cells(MTYPE, CELLS).forEach(c -> bars.add(c.shape()));
        var grown = bars.byNeurite();
        var curves = new ArrayList<Curve>();
        for (var neurite : List.of("basal_dendrite", "apical_dendrite")) {
            curves.add(curve(neurite, Objects.requireNonNull(real.get(neurite)), "reconstructed"));
            curves.add(curve(neurite, Objects.requireNonNull(grown.get(neurite)), "grown"));
        }
        return Sheet.of(
                new Figure(
                        Drawing.PERSISTENCE,
                        "",
                        "%s, grown at %.0f µm in rat S1 (seed 0), beside the bars of its reconstructions. From the left: bars, the longest at the middle; persistence image of the reconstructions, of the grown cells; grown minus reconstructed."
                                .formatted(
                                        MTYPE,
                                        CorticalLayers.RAT_S1.tissue(1, MTYPE).home_depth_um()),
                        "tip (um)",
                        "fork (um)",
                        "density",
                        curves,
                        List.of(),
                        false),
                1060,
                560);
    }

    private static Curve curve(String neurite, PopulationBars population, String what) {
        return new Curve(
                "%s, %d %s".formatted(neurite.replace("_dendrite", ""), population.cells(), what),
                population.bars().tip_um(),
                population.bars().fork_um());
    }
}
