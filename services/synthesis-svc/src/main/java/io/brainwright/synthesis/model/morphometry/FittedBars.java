package io.brainwright.synthesis.model.morphometry;

import io.brainwright.neuro.statistics.Moments;
import io.brainwright.neuro.topology.Bars;
import io.brainwright.synthesis.model.parameters.GrowthParameters;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reconstructions that a parameter set was fitted on, as far as it keeps them: the bars of their trees, by path length. They stand for the
 * reconstructions themselves, which are not shipped.
 *
 * <p>Bars of axons that fork farther than 1 mm are not in a set, and the rest is thinned to the length that is grown: a comparison of axons is one with
 * those bars.
 */
public final class FittedBars {
    private final GrowthParameters parameters;

    public FittedBars(GrowthParameters parameters) {
        this.parameters = parameters;
    }

    /** The kinds that have bars, by the names of {@link CellBars}: "axon", "basal_dendrite", "apical_dendrite". */
    public Map<String, PopulationBars> byNeurite() {
        var all = new LinkedHashMap<String, PopulationBars>();
        kinds().forEach((name, neurite) -> {
            if (!neurite.trees().isEmpty()) {
                all.put(name, new PopulationBars(neurite.trees_per_cell().size(), bars(neurite.trees())));
            }
        });
        return all;
    }

    /** What a feature is for the reconstructions, by neurite, where bars say it: path and total lengths; empty for other features. */
    public Map<String, Moments> lengths(ShapeFeature feature) {
        var all = new LinkedHashMap<String, Moments>();
        kinds().forEach((name, neurite) -> {
            var moments = new Moments();
            switch (feature) {
                case PATH_LENGTH -> neurite.trees().forEach(t -> t.bars().forEach(b -> moments.add(b.getFirst())));
                case TOTAL_LENGTH -> totals(neurite, moments);
                default -> {
                    return;
                }
            }
            if (moments.n() > 0) {
                all.put(name, moments);
            }
        });
        return all;
    }

    private static void totals(GrowthParameters.Neurite neurite, Moments moments) {
        int next = 0;
        for (int trees : neurite.trees_per_cell()) {
            double sum_um = 0;
            for (int t = 0; t < trees && next < neurite.trees().size(); t++) {
                sum_um += neurite.trees().get(next++).bars().stream()
                        .mapToDouble(b -> (double) b.get(0) - b.get(1))
                        .sum();
            }
            if (trees > 0) {
                moments.add(sum_um);
            }
        }
    }

    private Map<String, GrowthParameters.Neurite> kinds() {
        var kinds = new LinkedHashMap<String, GrowthParameters.Neurite>();
        kinds.put("axon", parameters.axon());
        kinds.put("basal_dendrite", parameters.basal());
        kinds.put("apical_dendrite", parameters.apical());
        return kinds;
    }

    private static Bars bars(List<Tree> trees) {
        var all = trees.stream()
                .flatMap(t -> t.bars().stream())
                .filter(b -> !b.get(0).equals(b.get(1)))
                .toList();
        return new Bars(
                all.stream().mapToDouble(b -> b.get(0)).toArray(),
                all.stream().mapToDouble(b -> b.get(1)).toArray());
    }
}
