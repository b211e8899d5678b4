package io.brainwright.synthesis.service;

import io.brainwright.fabric.rpc.MeasuredAnswer;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.topology.Bars;
import io.brainwright.synthesis.model.morphometry.FittedBars;
import io.brainwright.synthesis.model.morphometry.GrownBars;
import io.brainwright.synthesis.model.morphometry.PopulationBars;
import io.brainwright.synthesis.model.morphometry.ShapeFeature;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts the reconstructions of a type's parameter set, as far as their bars tell them, beside the cells that were grown. */
final class BesideReconstructions {
    static final String WORD = "reconstructions";

    /** chosen: the images of more cells than this hardly change. */
    private static final int MOST_CELLS = 60;

    /** chosen: as many m-types as are looked at one by one. */
    private static final int MOST_DRAWN = 4;

    private static final Set<ShapeFeature> COMPARED =
            EnumSet.of(ShapeFeature.PATH_LENGTH, ShapeFeature.TOTAL_LENGTH, ShapeFeature.PERSISTENCE);

    private final GrowthCatalogue catalogue;
    private final Map<String, GrownBars> grown = new TreeMap<>();
    private final Map<String, Long> cells = new TreeMap<>();

    BesideReconstructions(GrowthCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Adds a fault for every feature that bars do not tell. */
    static void check(Collection<ShapeFeature> features, List<FieldFault> faults) {
        for (var feature : features) {
            if (!COMPARED.contains(feature)) {
                faults.add(new FieldFault(
                        "features",
                        "%s cannot be compared with reconstructions: the parameter sets keep their bars, which tell %s."
                                .formatted(feature.word(), words())));
            }
        }
    }

    private static String words() {
        return String.join(
                ", ", COMPARED.stream().map(ShapeFeature::word).sorted().toList());
    }

    /** Adds one more grown cell. */
    void add(String mtype, Morphology shape) {
        cells.merge(mtype, 1L, Long::sum);
        var bars = grown.computeIfAbsent(mtype, _ -> new GrownBars());
        if (bars.cells() < MOST_CELLS) {
            bars.add(shape);
        }
    }

    void told(Collection<ShapeFeature> features, MeasuredAnswer answer) {
        grown.forEach((mtype, bars) -> {
            var fitted = fitted(mtype);
            for (var feature : features) {
                fitted.lengths(feature)
                        .forEach((neurite, m) -> answer.mean(
                                feature.word() + "_" + neurite + "_reconstructions",
                                mtype,
                                m,
                                "um",
                                feature == ShapeFeature.PATH_LENGTH ? "tips" : "cells"));
            }
            if (features.contains(ShapeFeature.PERSISTENCE)) {
                distances(mtype, fitted, bars, answer);
            }
            sources(mtype, answer);
        });
        answer.note(
                "reconstructions: the bars of the parameter set that a type grows from, as they were fitted; the reconstructions"
                        + " themselves are not shipped. Axons without what forks beyond 1 mm of path, thinned to the length that is grown.");
    }

    private static void distances(String mtype, FittedBars fitted, GrownBars bars, MeasuredAnswer answer) {
        var real = fitted.byNeurite();
        bars.byNeurite().forEach((neurite, own) -> {
            var theirs = real.get(neurite);
            if (theirs == null || !own.comparable(theirs)) {
                answer.note("%s: too few bars of %s for a persistence image.".formatted(mtype, neurite));
                return;
            }
            var far = own.distance(theirs);
            answer.number("persistence_difference_" + neurite, mtype, far.mean_difference(), "1", own.cells());
            answer.number("persistence_total_variation_" + neurite, mtype, far.total_variation(), "1", own.cells());
        });
    }

    private void sources(String mtype, MeasuredAnswer answer) {
        var rule = catalogue.rule(mtype);
        int cells = catalogue.parameters(rule).sources().size();
        answer.note("%s: grown from %d reconstruction%s of %s%s."
                .formatted(
                        mtype,
                        cells,
                        cells == 1 ? "" : "s",
                        rule.grown_from(),
                        rule.grown_from().equals(mtype) ? "" : ", another m-type"));
    }

    static String meaning() {
        return "persistence_difference: mean |difference| of the persistence images of grown cells and reconstructions (Gaussian density of all"
                + " bars, 100 x 100, greatest value 1); persistence_total_variation: half the sum of |difference| of the same with sum 1, 0"
                + " equal, 1 apart; of at most %d grown cells of a type.".formatted(MOST_CELLS);
    }

    /** Tips on x, forks on y; reconstructions, then what was grown. */
    void curves(List<String> asked, MeasuredAnswer answer) {
        var drawn = asked.isEmpty() ? most() : grown.keySet().stream(); // grown holds those that were asked for
        drawn.forEach(mtype -> {
            var real = fitted(mtype).byNeurite();
            Objects.requireNonNull(grown.get(mtype), mtype).byNeurite().forEach((neurite, own) -> {
                var theirs = real.get(neurite);
                if (theirs != null && own.comparable(theirs)) {
                    curve(mtype, neurite, theirs, "reconstruction", answer);
                    curve(mtype, neurite, own, "grown cell", answer);
                }
            });
        });
    }

    private Stream<String> most() {
        return cells.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_DRAWN)
                .map(Map.Entry::getKey);
    }

    private static void curve(
            String mtype, String neurite, PopulationBars population, String what, MeasuredAnswer answer) {
        var name = "%s, %s, %d %s%s"
                .formatted(
                        mtype, neurite.replace('_', ' '), population.cells(), what, population.cells() == 1 ? "" : "s");
        var curve =
                answer.curve("persistence_bars", name, "path length of the tip (um)", "path length of the fork (um)");
        Bars bars = population.bars();
        for (int b = 0; b < bars.size(); b++) {
            curve.addX(bars.tip_um()[b]).addY(bars.fork_um()[b]);
        }
    }

    private FittedBars fitted(String mtype) {
        return new FittedBars(catalogue.parameters(catalogue.rule(mtype)));
    }
}
