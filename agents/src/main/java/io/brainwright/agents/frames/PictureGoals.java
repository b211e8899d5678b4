package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** Whether words ask for something to look at or to hear. */
final class PictureGoals {
    private final Goals g;
    private final Reading r;
    private final Utterance u;

    PictureGoals(Goals goals) {
        this.g = goals;
        this.r = goals.reading();
        this.u = goals.reading().u();
    }

    boolean movie() {
        return u.has("thing.movie")
                || (!u.family("cam").isEmpty()
                        && (u.has("thing.camera", "verb.colour", "thing.movie")
                                || u.family("verb").stream()
                                                .allMatch(m -> m.concept().matches("verb.(show|hear)"))
                                        && !r.free(Dimension.TIME).isEmpty()))
                || (u.has("word.slow") && u.has("verb.show") && u.has("word.ap"));
    }

    boolean sound() {
        return u.has("verb.hear")
                        && (u.has("rec.spikes", "metric.activity", "metric.raster", "thing.run", "verb.hear"))
                        && !movie()
                        && !u.has("ask.what_is")
                || !u.family("timbre").isEmpty();
    }

    boolean figure() {
        boolean form = u.has("word.dpi", "format.SVG", "format.PNG", "thing.figure", "word.title")
                || u.has("format.PDF") && !g.path() && !u.has("verb.import")
                || !r.free(Dimension.RESOLUTION).isEmpty();
        boolean plots = u.has("plot.matrix", "plot.depth_profile", "plot.barcode")
                        && u.has("thing.plot", "verb.show", "thing.figure")
                || u.has("metric.density_by_depth") && u.has("thing.plot");
        return form
                        && !thing3d()
                        && (g.activity.measures() || !u.family("plot").isEmpty() || u.has("thing.plot", "thing.figure"))
                || plots && !placementMetricAsked() && !u.has("verb.grow")
                || u.has("plot.sweep") && g.activity.measures();
    }

    private boolean placementMetricAsked() {
        return u.has("metric.density_by_depth") && !u.has("plot.matrix", "thing.figure", "thing.plot");
    }

    private boolean thing3d() {
        return u.has("verb.colour") && !g.activity.measures();
    }

    /** "show one PV cell with its synapses": nothing but cells to look at. */
    boolean showsCells() {
        return u.has("verb.show")
                && !g.question()
                && (!u.named(Named.Kind.M_CLASS, Named.Kind.M_TYPE).isEmpty()
                        || u.has("thing.circuit", "thing.column")
                                && u.family("verb").size() == 1)
                && u.family("metric").isEmpty()
                && u.family("query").isEmpty()
                && u.family("param").isEmpty()
                && u.family("lib").isEmpty()
                && u.amounts().stream().allMatch(a -> a.is(Dimension.NUMBER));
    }

    boolean image() {
        return !movie()
                && !figure()
                && (u.has("thing.image")
                        || u.has("verb.colour")
                        || u.has("word.side_by_side", "layout.grid") && (u.has("verb.show") || g.library.search())
                        || u.has("word.highlight") && u.has("verb.show"));
    }
}
