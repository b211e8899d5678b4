package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.plan.Assumption;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Plots, pictures, movies and sound: what was not said of them. */
final class PictureCompletion {
    private final Filling fill;
    private final Wish wish;

    PictureCompletion(Filling fill, Wish wish) {
        this.fill = fill;
        this.wish = wish;
    }

    void plot(ObjectNode p) {
        if (!p.has("plots")) {
            var plots = p.putArray("plots").add("raster");
            if (wish.plastic()) {
                plots.add("plasticity");
            }
            fill.assume(Choices.assume("render.plot.plots", "render.plot.plots"));
        }
        if (!wish.wholeStudy()) {
            fill.choose(p, "render.plot", "format");
        }
    }

    void image(ObjectNode p) {
        if (!p.has("colour_by") && !wish.wants("library.search")) {
            p.put("colour_by", wish.wants("sim.run") ? "v" : "layer");
            fill.assume(new Assumption(
                    "render.image.colour_by",
                    p.get("colour_by"),
                    "1",
                    "chosen: no colour was said",
                    List.of("m_type", "section")));
        }
    }

    void movie(ObjectNode p) {
        if (!p.has("colour_by")) {
            p.put("colour_by", wish.wants("sim.run") ? "v" : "layer");
            fill.assume(new Assumption(
                    "render.movie.colour_by",
                    p.get("colour_by"),
                    "1",
                    "chosen: no colour was said",
                    List.of("m_type", "section")));
        }
        fill.number(p, "render.movie", "duration_s");
        if (!p.has("resolution")) {
            p.putArray("resolution").add(1280).add(720);
            fill.assume(new Assumption(
                    "render.movie.resolution",
                    p.get("resolution"),
                    "px",
                    "chosen: plays everywhere",
                    List.of("1920 x 1080", "3840 x 2160")));
        }
    }

    void sound(ObjectNode p) {
        if (!p.path("source").has("spikes")) {
            p.putObject("source").putObject("spikes").put("population", "all");
            fill.assume(
                    Choices.assume("render.sound.source.spikes.population", "render.sound.source.spikes.population"));
        }
        fill.choose(p, "render.sound", "timbre");
    }
}
