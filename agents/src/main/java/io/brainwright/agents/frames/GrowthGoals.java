package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;

/** Whether words ask for dendrites and axons, or compare their shapes. */
final class GrowthGoals {
    private final Goals g;
    private final Utterance u;

    GrowthGoals(Goals goals) {
        this.g = goals;
        this.u = goals.reading().u();
    }

    boolean dendrites() {
        return g.pipeline()
                || (u.has("thing.dendrite") && u.has("word.reconstructions") && g.path())
                || (u.has("verb.grow") && u.has("thing.dendrite", "thing.morphology"))
                || (u.has("thing.dendrite") && g.path() && !u.has("verb.import", "verb.extract"))
                || (u.has("thing.dendrite") && u.has("word.topological"))
                || (u.has("thing.dendrite", "thing.morphology")
                        && u.has("verb.build")
                        && u.has("word.topological", "word.reconstructions"));
    }

    boolean axons() {
        return g.pipeline()
                || (u.has("thing.axon") && (u.has("verb.grow") && !axonIsOnlyMeasured()))
                || (u.has("thing.axon") && u.has("word.long_range") && u.has("verb.add", "verb.build", "verb.import"))
                || (u.has("thing.axon") && u.has("verb.import") && g.path());
    }

    private boolean axonIsOnlyMeasured() {
        return u.has("verb.wire") || u.has("word.touch_distance", "thing.apposition") || u.has("word.ap");
    }

    boolean analyse() {
        return !u.family("feature").isEmpty() && !plotOfBarcode() || comparesBarcodes();
    }

    /** "compare the barcodes of the grown cells with the reconstructions". */
    boolean comparesBarcodes() {
        return u.has("plot.barcode") && u.has("verb.compare") && u.has("word.reconstructions");
    }

    boolean plotOfBarcode() {
        return u.has("plot.barcode") && u.has("thing.plot", "thing.figure", "verb.show") && !u.has("verb.grow");
    }
}
