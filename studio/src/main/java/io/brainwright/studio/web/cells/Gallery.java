package io.brainwright.studio.web.cells;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphometrics.MorphologyFeatures;
import io.brainwright.render.model.plot.GalleryPlot;
import io.brainwright.render.model.plot.GalleryPlot.Cell;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.growth.Showcase;
import io.brainwright.synthesis.model.growth.Showcase.Shown;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.synthesis.model.parameters.MtypeRule;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One grown cell of each m-type: picture and numbers, grown when first asked for and kept. */
@Component
final class Gallery {
    private static final long SEED = 0;
    private static final int ACROSS = 15;
    private static final int WIDTH_PX = 1800;

    private final GrowthCatalogue catalogue = new GrowthCatalogue();
    private List<Shown> cells = List.of();

    /**
     * One m-type.
     *
     * @param mtype its name
     * @param grown_from whose reconstructions its parameters were fitted on
     * @param generalised what that generalises; empty where they are its own
     * @param sources the reconstructions, each with repository and licence
     * @param depth_um of the cell that is shown
     * @param lengths_um of its neurites, by kind
     * @param tips of its neurites, by kind
     */
    record Row(
            String mtype,
            String grown_from,
            List<String> generalised,
            List<String> sources,
            double depth_um,
            Map<String, Double> lengths_um,
            Map<String, Integer> tips) {}

    private synchronized List<Shown> cells() {
        if (cells.isEmpty()) {
            var showcase = new Showcase(catalogue, CorticalLayers.RAT_S1, SEED);
            cells = catalogue.rules().stream()
                    .map(rule -> showcase.cells(rule.mtype(), 1).getFirst())
                    .toList();
        }
        return cells;
    }

    List<Row> rows() {
        return cells().stream().map(this::row).toList();
    }

    private Row row(Shown cell) {
        var rule = cell.rule();
        var lengths = new LinkedHashMap<String, Double>();
        var tips = new LinkedHashMap<String, Integer>();
        measure(cell.shape(), lengths, tips);
        return new Row(
                rule.mtype(),
                rule.grown_from(),
                rule.generalised(),
                catalogue.parameters(rule).sources(),
                cell.depth_um(),
                lengths,
                tips);
    }

    private static void measure(Morphology shape, Map<String, Double> lengths, Map<String, Integer> tips) {
        MorphologyFeatures.of(shape).neurites().forEach((kind, f) -> {
            lengths.put(kind, f.totals().getOrDefault("total_length", 0.0));
            tips.put(kind, f.totals().getOrDefault("number_of_leaves", 0.0).intValue());
        });
    }

    BufferedImage picture() {
        var byType = new LinkedHashMap<String, Cell>();
        for (var cell : cells()) {
            var rule = cell.rule();
            var origin = cell.generalised() ? "from " + rule.grown_from() : "own reconstructions";
            byType.put(rule.mtype(), new Cell(rule.mtype(), origin, cell.generalised(), cell.depth_um(), cell.shape()));
        }
        var groups = Showcase.byLayer(
                        catalogue.rules().stream().map(MtypeRule::mtype).toList())
                .stream()
                .map(group -> group.stream().map(byType::get).toList())
                .toList();
        return new GalleryPlot(CorticalLayers.RAT_S1.thickness_um(), groups, ACROSS, "", "")
                .sheet(WIDTH_PX)
                .image();
    }
}
