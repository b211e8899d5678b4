package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import tools.jackson.databind.node.JsonNodeFactory;

/** How the simulation runs: length, steps, repeats; bath, recordings and cells have frames of their own. */
final class SimFrame {
    /** chosen: no film is shorter, few simulations of a film are longer */
    private static final double LEAST_FILM_MS = 2000;

    private final Reading r;
    private final Utterance u;

    SimFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void read(Want want) {
        var bath = new BathFrame(r);
        bath.ions(want);
        bath.withoutIon(want);
        bath.temperature(want);
        new ReleaseFrame(r).read(want);
        new RecordingFrame(r).recordings(want);
        repeats(want);
        r.take(
                        Dimension.FRACTION,
                        a -> u.between(a.to(), a.to() + 4, "word.depolarisation")
                                || u.between(a.from() - 4, a.from(), "word.depolarisation"))
                .ifPresent(a -> {
                    want.params().set("depolarisation_percent", percent(a));
                });
        for (var a : r.free(Dimension.TIME)) {
            if (TimeCues.isStep(u, a)) {
                r.take(a);
                Reading.put(want, "dt_ms", a);
            }
        }
        window(want);
        duration(want);
        new SimTargetFrame(r).target(want);
    }

    /** The time beside the verb that runs, else the first that is no film's and stands where no length of tissue should. */
    private void duration(Want want) {
        var lasting =
                r.free(Dimension.TIME).stream().filter(a -> !isOfTissue(a)).toList();
        lasting.stream()
                .filter(this::isRun)
                .findFirst()
                .or(() -> lasting.stream().filter(a -> !isOfFilm(a)).findFirst())
                .ifPresent(a -> {
                    r.take(a);
                    Reading.put(want, "duration_ms", a);
                });
    }

    private boolean isRun(Amount a) {
        return u.between(a.from() - 4, a.from(), "verb.run");
    }

    private boolean isOfFilm(Amount a) {
        boolean near = u.between(a.from() - 6, a.to() + 3, "thing.movie");
        boolean onlyFilm = a.value() >= LEAST_FILM_MS && !u.has("verb.run", "verb.stimulate", "metric.activity");
        return u.has("thing.movie") && (near || onlyFilm);
    }

    /** "150 ms wide": meant as a length, and asked about. */
    private boolean isOfTissue(Amount a) {
        return u.after(a.to(), 0, "word.wide", "word.thick");
    }

    private static tools.jackson.databind.JsonNode percent(Amount a) {
        if (!a.isSweep()) {
            return Want.number(Percent.of(a));
        }
        var sweep = JsonNodeFactory.instance.objectNode();
        a.values().forEach(v -> sweep.withArray("sweep").add(Want.number(Math.rint(v * 1e11) / 1e9)));
        return sweep;
    }

    private void repeats(Want want) {
        r.take(Dimension.NUMBER, a -> a.form() == Amount.Form.ONE && (repeatsFollow(a) || timesFollow(a)))
                .ifPresent(a -> want.params().set("repeats", Want.number(a.value())));
        if (!want.params().has("repeats")) {
            r.take(
                            Dimension.FOLD,
                            a -> a.form() == Amount.Form.ONE
                                    && u.inClause(a.from(), "verb.run", "word.rerun", "word.repeats")
                                    && !u.has("word.slow", "thing.camera", "word.weight", "word.density")
                                    && !Strengthening.isFactor(u, a))
                    .ifPresent(a -> want.params().set("repeats", Want.number(a.value())));
        }
        SeedWords.take(r, want, "sim.run");
    }

    private boolean repeatsFollow(Amount a) {
        return u.between(a.to(), a.to() + 3, "word.repeats") && !u.between(a.from() - 2, a.from(), "word.seed");
    }

    private boolean timesFollow(Amount a) {
        return u.word(a.to()).matches("times|mal|fois|veces")
                && u.inClause(a.from(), "verb.run", "word.rerun", "verb.stimulate")
                && !u.has("word.slow", "thing.camera")
                && !Strengthening.isFactor(u, a);
    }

    /** "between 200 and 800 ms" of an analysis is left for it. */
    private void window(Want want) {
        boolean analysed = r.wish().wants("sim.analyse") || !Measures.metrics(u).isEmpty();
        for (var a : r.free(Dimension.TIME)) {
            if (analysed && a.form() == Amount.Form.RANGE && a.values().size() == 2) {
                var analyse = r.wish().of("sim.analyse");
                analyse.params().set("from_ms", Want.number(a.values().get(0)));
                analyse.params().set("to_ms", Want.number(a.values().get(1)));
                r.take(a);
            }
        }
    }
}
