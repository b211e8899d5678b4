package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.language.Word;
import io.brainwright.neuro.units.Dimension;
import java.util.Set;

/** Whether words ask for tissue: a place, a shape, cells in it, and what is measured of them. */
final class TissueGoals {
    private static final Set<String> CELL_SORTS = Set.of(
            "thing.neuron", "thing.cell", "glia.glia", "glia.astrocyte", "glia.oligodendrocyte", "glia.microglia");

    private final Goals g;
    private final Reading r;
    private final Utterance u;

    TissueGoals(Goals goals) {
        this.g = goals;
        this.r = goals.reading();
        this.u = goals.reading().u();
    }

    /** Something that tissue is made as. */
    boolean tissue() {
        return u.has(
                        "thing.column",
                        "thing.slice",
                        "thing.sphere",
                        "thing.hexagon",
                        "thing.box",
                        "thing.circuit",
                        "thing.brain")
                || !u.named(Named.Kind.REGION, Named.Kind.UNKNOWN_REGION).isEmpty()
                || cellCount();
    }

    boolean cellCount() {
        return u.amounts().stream()
                .anyMatch(a -> (a.is(Dimension.NUMBER) && a.value() != 1
                                || a.is(Dimension.NUMBER) && a.values().size() > 1)
                        && cellsFollow(a.to()));
    }

    /** "300 neurons", "300 randomly placed cells": a cell's word within a few. */
    boolean cellsFollow(int at) {
        for (int i = at; i < Math.min(u.size(), at + 5); i++) {
            int here = i;
            if (u.mentions().stream().anyMatch(m -> m.from() == here && CELL_SORTS.contains(m.concept()))) {
                return true;
            }
            if (u.words().get(i).sort() != Word.Sort.WORD) {
                return false;
            }
        }
        return false;
    }

    boolean place() {
        boolean cells = u.mentions().stream().anyMatch(m -> CELL_SORTS.contains(m.concept()));
        boolean glia = !u.family("glia").isEmpty();
        boolean density = u.has("word.density", "query.density")
                || r.free(Dimension.DENSITY).size() > 0;
        return g.pipeline()
                || scaledDensity()
                || !g.question() && !ChosenComposition.in(u).isEmpty()
                || u.has("verb.place")
                || (u.has("verb.build", "verb.add", "verb.replace", "verb.change") && (glia || density))
                || (glia && !g.question())
                || onlyKind()
                || countedCells()
                || (u.has("verb.build", "say.want")
                        && !r.wants("render.sound")
                        && !r.wants("render.movie")
                        && (cells
                                || u.has("thing.circuit", "class.excitatory", "class.inhibitory", "word.only")
                                        && onlyCells()
                                || !u.named(Named.Kind.M_TYPE, Named.Kind.M_CLASS)
                                        .isEmpty()
                                || u.has("word.seed", "verb.thin")))
                || r.free(Dimension.DENSITY).size() > 0;
    }

    /** "S1J, 1000 neurons": so many cells in a place, with no verb that would do something else with them. */
    private boolean countedCells() {
        return cellCount()
                && !g.question()
                && !u.named(Named.Kind.REGION).isEmpty()
                && !u.has("verb.run", "verb.stimulate", "verb.record", "verb.show", "verb.colour", "verb.search")
                && !u.has("thing.image", "thing.movie", "lib.papers", "lib.morphologies")
                && !r.wants("render.movie");
    }

    /** "neurons only": which sorts of cells tissue gets, with no verb. */
    private boolean onlyKind() {
        return u.mentions().stream()
                        .filter(m -> m.concept().matches("thing.neuron|class..*"))
                        .anyMatch(m -> u.between(m.from() - 2, m.to() + 2, "word.only"))
                && tissue()
                && !g.question()
                && !u.has("verb.run", "verb.stimulate", "verb.show", "verb.colour", "thing.image", "thing.movie");
    }

    /** "at half the density", "thinned to 30 %". */
    boolean scaledDensity() {
        return u.amounts().stream()
                        .filter(a -> a.is(Dimension.FRACTION) || a.is(Dimension.FOLD))
                        .anyMatch(a -> u.between(a.from() - 4, a.to() + 5, "word.density", "verb.thin"))
                && !g.question()
                && !u.has("verb.estimate")
                && u.family("class").isEmpty() | u.has("word.density", "verb.thin");
    }

    private boolean onlyCells() {
        return u.has("thing.circuit", "class.excitatory", "class.inhibitory");
    }

    boolean placementMetric() {
        return u.has("metric.ei_ratio", "metric.density_by_depth", "metric.nearest_neighbour")
                || u.has("metric.composition") && !u.has("word.composition_file")
                || densityOverDepth();
    }

    /** "density in dependence of depth", in whatever words between. */
    boolean densityOverDepth() {
        return u.all("word.depth").stream()
                .anyMatch(d -> u.inClause(d.from(), "word.density", "query.density")
                        && u.distance(d.from(), d.to(), "word.density") <= 6);
    }

    /** Blood vessels, or the feet that astrocytes set on them. */
    boolean vessels() {
        return u.has("thing.vessel", "thing.endfoot")
                && !g.library.literature()
                && !g.question()
                && u.all("thing.vessel").stream()
                        .noneMatch(m -> u.between(m.from() - 2, m.from(), "word.no", "word.except"));
    }

    /** Which astrocytes wrap which synapses. */
    boolean wraps() {
        return u.has("verb.wrap")
                && u.has("glia.astrocyte", "glia.glia")
                && u.has("thing.synapse")
                && !g.library.literature();
    }

    boolean analyse() {
        return placementMetric() && !g.library.literature();
    }
}
