package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** Whether words ask the atlas a question. */
final class AtlasGoals {
    private final Goals g;
    private final Reading r;
    private final Utterance u;

    AtlasGoals(Goals goals) {
        this.g = goals;
        this.r = goals.reading();
        this.u = goals.reading().u();
    }

    /** Questions to the atlas. */
    boolean query() {
        boolean asked = u.family("query").stream()
                .filter(q -> !(q.concept().equals("query.cell_count")
                        && u.word(q.to()).matches("\\d+")))
                .anyMatch(q -> u.mentions().stream()
                        .noneMatch(
                                g -> (g.family().equals("group") || g.family().equals("colour"))
                                        && g.from() <= q.from()
                                        && q.to() <= g.to()));
        asked |= countsCells();
        if (!asked
                || g.tissue.scaledDensity()
                || g.library.literature()
                || u.has("verb.place", "verb.replace", "verb.tune", "verb.import")) {
            return false;
        }
        boolean shaped = !g.question()
                && u.has("thing.column", "thing.slice", "thing.sphere", "thing.box", "thing.hexagon")
                && !r.free(Dimension.LENGTH).isEmpty()
                && g.onlyNames();
        if (shaped) {
            return false;
        }
        boolean asks = g.question()
                || u.has("verb.show", "verb.count", "verb.search", "verb.compare", "ask.question")
                || g.onlyNames();
        boolean does = !u.family("stim").isEmpty() && !u.has("stim.any")
                || u.has("verb.run")
                || u.has("verb.stimulate")
                || g.tissue.placementMetric()
                || u.has("plot.matrix") && u.has("thing.figure", "thing.plot")
                || u.has(
                        "verb.grow",
                        "verb.wire",
                        "verb.disconnect",
                        "verb.rewire",
                        "word.prune",
                        "word.touch_distance",
                        "word.rebuild")
                || !u.family("feature").isEmpty()
                || !u.family("graph").isEmpty()
                || r.context().circuit() && !u.family("match").isEmpty()
                || buildsTissue();
        return asks && !does;
    }

    /** "wie viele Neurone pro Schicht in S1Tr": how many, of what stands in a place of the atlas. */
    boolean countsCells() {
        return u.all("verb.count").stream().anyMatch(m -> u.after(m.to(), 1, "thing.neuron", "thing.cell"))
                && !u.named(Named.Kind.REGION).isEmpty();
    }

    private boolean buildsTissue() {
        return u.first("verb.build").isPresent()
                && !g.question()
                && g.tissue.tissue()
                && u.first("verb.build").orElseThrow().from() <= 1;
    }
}
