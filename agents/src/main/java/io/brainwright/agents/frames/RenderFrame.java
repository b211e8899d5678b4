package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/** Pictures, movies, figures, sound. */
final class RenderFrame {
    private static final double MS_PER_S = 1000;
    private static final List<String> FORMATS = List.of("SVG", "PNG", "PDF");

    private final Reading r;
    private final Utterance u;

    RenderFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void movie(Want want) {
        r.take(Dimension.TIME, this::lengthOfMovie)
                .ifPresent(a -> want.params().set("duration_s", Want.number(a.value() / MS_PER_S)));
        r.take(Dimension.FOLD, a -> u.between(a.from() - 6, a.to() + 4, "word.slow"))
                .ifPresent(a -> want.params().set("slowdown", Want.number(a.value())));
        r.take(
                        Dimension.NUMBER,
                        a -> u.between(a.from() - 6, a.to() + 4, "word.slow")
                                && !u.after(a.to(), 1, "thing.cell", "thing.neuron"))
                .ifPresent(a -> want.params().set("slowdown", Want.number(a.value())));
        resolution(want);
        colour(want);
        camera(want);
        if (u.has("word.sound_track") || (u.has("thing.movie") && u.has("verb.hear"))) {
            want.params().put("sound", !negated("word.sound_track", "verb.hear"));
        }
        highlight(want);
        if (!r.wants("sim.run") && !u.has("verb.run", "verb.stimulate", "word.ap")) {
            target(want);
        }
    }

    private void target(Want want) {
        var cells = new Targets(r)
                .in(i -> u.family("colour").stream().noneMatch(m -> m.from() <= i && i < m.to())
                        && u.family("group").stream().noneMatch(m -> m.from() <= i && i < m.to()));
        if (!cells.isEmpty() && !want.params().has("highlight")) {
            want.params().set("target", cells);
        }
    }

    private boolean lengthOfMovie(Amount a) {
        int movie = u.distance(a.from(), a.to(), "thing.movie");
        int run = u.distance(a.from(), a.to(), "verb.run", "verb.stimulate", "verb.record");
        return movie <= 6
                && movie <= run
                && a.form() == Amount.Form.ONE
                && !u.between(a.from() - 2, a.from(), "verb.run", "word.onset");
    }

    void image(Want want) {
        colour(want);
        if (u.has("word.side_by_side")) {
            want.params().put("layout", "side_by_side");
        } else if (u.has("layout.grid")) {
            want.params().put("layout", "grid");
        } else if (u.has("layout.single")) {
            want.params().put("layout", "single");
        }
        resolution(want);
        show(want);
        if (!r.wants("sim.run") && !r.wants("library.search") && !r.wants("placement.cells")) {
            var cells = new Targets(r)
                    .in(i -> u.family("colour").stream().noneMatch(m -> m.from() <= i && i < m.to())
                            && u.family("group").stream().noneMatch(m -> m.from() <= i && i < m.to()));
            if (!cells.isEmpty()) {
                want.params().set("target", cells);
            }
        }
    }

    /** "wire them with local synapses", "synapse physiology at 1.2 mM": what is made, and not what is looked at. */
    private boolean isShown(Mention synapse) {
        return !u.between(synapse.from() - 1, synapse.to() + 1, "word.physiology")
                && (!u.inClause(synapse.from(), "verb.wire", "verb.build") || u.inClause(synapse.from(), "verb.show"));
    }

    private void show(Want want) {
        if (u.all("thing.synapse").stream().anyMatch(this::isShown)) {
            var synapses = JsonNodeFactory.instance.objectNode();
            if (u.has("show.in")) {
                synapses.put("direction", "in");
            } else if (u.has("show.out")) {
                synapses.put("direction", "out");
            }
            boolean e = u.has("class.excitatory");
            if (e != u.has("class.inhibitory")) {
                synapses.put("type", e ? "excitatory" : "inhibitory");
            }
            u.family("tint").stream().findFirst().ifPresent(m -> synapses.put("colour", m.name()));
            want.object("show").set("synapses", synapses);
        }
    }

    private void resolution(Want want) {
        var named = Resolutions.in(u);
        if (!named.isEmpty()) {
            named.forEach(want.params().putArray("resolution")::add);
            want.derive("resolution", u.text());
            r.free(Dimension.PIXELS).forEach(r::take);
        } else {
            r.take(Dimension.PIXELS, a -> a.values().size() == 2).ifPresent(a -> {
                var list = want.params().putArray("resolution");
                a.values().forEach(v -> list.add(Want.number(v)));
            });
        }
    }

    private void colour(Want want) {
        boolean coloured = u.has("verb.colour");
        for (var m : u.family("colour")) {
            boolean near = coloured && u.distance(m.from(), m.to(), "verb.colour") <= 5;
            if (near && !want.params().has("colour_by")) {
                want.params().put("colour_by", m.name());
            }
        }
        if (!want.params().has("colour_by")
                && !u.family("group").isEmpty()
                && (coloured || !r.wants("sim.run") && u.family("metric").isEmpty())) {
            want.params().put("colour_by", u.family("group").getFirst().name());
        }
        if (!want.params().has("colour_by") && want.action().equals("render.movie") && (u.has("word.ap", "rec.v"))) {
            want.params().put("colour_by", "v");
            want.derive("colour_by", "an action potential is seen in the voltage");
        }
    }

    private void camera(Want want) {
        for (var m : u.family("cam")) {
            if (!want.params().has("camera")) {
                var camera = want.object("camera");
                camera.put("path", m.name());
                if (m.name().equals("orbit")) {
                    turns(want);
                }
            }
        }
    }

    private void turns(Want want) {
        var camera = want.object("camera");
        var said = r.take(
                        Dimension.FOLD,
                        a -> u.between(a.from() - 3, a.to() + 3, "word.turns", "cam.orbit")
                                && !u.between(a.from(), a.to() + 3, "word.slow"))
                .or(() -> r.take(
                        Dimension.NUMBER,
                        a -> u.between(a.from() - 3, a.to() + 3, "word.turns", "cam.orbit")
                                && !u.after(a.to(), 1, "thing.cell", "thing.neuron")));
        if (said.isPresent()) {
            camera.set("turns", Want.number(said.get().value()));
        } else {
            Counts.turns(u).ifPresent(n -> {
                camera.set("turns", Want.number(n));
                want.derive("camera.turns", u.text());
            });
        }
    }

    private void highlight(Want want) {
        if (u.has("word.highlight")) {
            u.named(Named.Kind.M_CLASS, Named.Kind.M_TYPE).stream()
                    .findFirst()
                    .ifPresent(n -> want.params().put("highlight", n.name()));
        }
    }

    void figure(Want want) {
        var plots = new LinkedHashSet<String>();
        for (var m : u.mentions()) {
            var plot = Measures.PLOTS.get(m.concept());
            boolean profile = m.concept().equals("plot.depth_profile") && plots.contains("depth_profile");
            if (plot != null
                    && !profile
                    && !(plot.equals("raster")
                            && u.family("layout").stream().anyMatch(l -> l.from() <= m.from() && m.to() <= l.to()))) {
                plots.add(plot);
            }
        }
        if (!plots.isEmpty()) {
            plots.forEach(want.params().putArray("plots")::add);
        }
        FORMATS.stream()
                .filter(f -> u.has("format." + f))
                .findFirst()
                .ifPresent(f -> want.params().put("format", f));
        r.take(Dimension.LENGTH, a -> a.unit().equals("mm") || a.unit().equals("cm"))
                .ifPresent(a -> want.params().set("width_mm", Want.number(a.value() / MS_PER_S)));
        r.take(Dimension.RESOLUTION, _ -> true)
                .or(() -> r.take(Dimension.NUMBER, a -> u.between(a.to(), a.to() + 1, "word.dpi")))
                .ifPresent(a -> want.params().set("dpi", Want.number(a.value())));
        if (u.has("word.title")) {
            want.params().put("titles", !negated("word.title"));
        }
    }

    private boolean negated(String... concepts) {
        var wanted = Set.of(concepts);
        return u.mentions().stream()
                .filter(m -> wanted.contains(m.concept()))
                .anyMatch(m -> u.between(m.from() - 2, m.from(), "word.no"));
    }

    void sound(Want want) {
        var cells = new Targets(r).in(_ -> true);
        if (!cells.isEmpty()) {
            want.object("source").set("spikes", cells);
        }
        u.family("timbre").stream().findFirst().ifPresent(m -> want.params().put("timbre", m.name()));
    }
}
