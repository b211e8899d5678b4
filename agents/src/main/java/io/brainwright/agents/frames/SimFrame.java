package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Variant;
import io.brainwright.neuro.units.Dimension;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How the simulation runs: length, bath, temperature, repeats, recordings, target. */
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
        ions(want);
        withoutIon(want);
        temperature(want);
        recordings(want);
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
        target(want);
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

    private void ions(Want want) {
        for (var a : r.free(Dimension.CONCENTRATION)) {
            int ca = u.distance(a.from(), a.to(), "ion.ca");
            int mg = u.distance(a.from(), a.to(), "ion.mg");
            if (ca == Integer.MAX_VALUE && mg == Integer.MAX_VALUE) {
                if (u.named(Named.Kind.DRUG).isEmpty()) {
                    r.wish().fault("sim.run.ca_mM", "concentration:" + a.said());
                }
                r.take(a);
            } else {
                r.take(a);
                boolean after = u.after(a.to(), 2, "ion.mg") && !u.after(a.to(), 2, "ion.ca");
                boolean magnesium = mg < ca || (mg == ca && after);
                var name = magnesium ? "mg_mM" : "ca_mM";
                if (!want.params().has(name)) {
                    Reading.put(want, name, a);
                }
            }
        }
        for (var ion : new String[] {"mg", "ca"}) {
            boolean none = withoutIon(u, ion) || ion.equals("mg") && u.has("word.without_mg");
            if (none && !want.params().has(ion + "_mM") && !u.has("word.with_and_without", "word.with_or_without")) {
                want.params().put(ion + "_mM", 0);
                want.derive(ion + "_mM", ion + "-free bath");
            }
        }
    }

    /** "remove the magnesium", "sans magnésium": the ion is left out of the bath. */
    static boolean withoutIon(Utterance u, String ion) {
        return u.all("ion." + ion).stream()
                .anyMatch(m -> u.between(m.from() - 3, m.from(), "verb.remove", "word.no", "word.except")
                        && u.sameClause(Math.max(0, m.from() - 1), m.from())
                        && u.amounts().stream().noneMatch(a -> a.is(Dimension.CONCENTRATION)));
    }

    /** "with and without magnesium": the bath as it is, and free of it. */
    private void withoutIon(Want want) {
        if (!u.has("word.with_and_without", "word.with_or_without")
                || !r.wish().variants().isEmpty()) {
            return;
        }
        for (var ion : new String[] {"mg", "ca"}) {
            if (u.has("ion." + ion) && !want.params().has(ion + "_mM")) {
                r.wish().variants().add(new Variant("control", Map.of()));
                r.wish().variants().add(new Variant("no " + ion, Map.of("sim.run." + ion + "_mM", Want.number(0))));
                return;
            }
        }
    }

    private void temperature(Want want) {
        if (r.free(Dimension.TEMPERATURE).isEmpty()) {
            r.take(
                            Dimension.NUMBER,
                            a -> a.form() == Amount.Form.ONE
                                    && (u.after(a.to(), 0, "word.temperature")
                                            || u.word(a.to()).equals("c")
                                            || u.between(a.from() - 3, a.from(), "word.temperature")))
                    .ifPresent(a -> Reading.put(want, "temperature_degC", a));
        }
        r.take(Dimension.TEMPERATURE, a -> true).ifPresent(a -> {
            if (a.unit().equals("degF") && (a.value() < 10 || a.value() > 45)) {
                r.wish().fault("sim.run.temperature_degC", "fahrenheit:" + a.said());
            } else {
                Reading.put(want, "temperature_degC", a);
            }
        });
    }

    private void recordings(Want want) {
        if (u.has("rec.lfp")) {
            var lfp = want.params().withArray("recordings").addObject().put("variable", "lfp");
            r.take(Dimension.NUMBER, a -> u.between(a.to(), a.to() + 3, "word.contact", "word.probe"))
                    .ifPresent(a -> lfp.set("contacts", Want.number(a.value())));
            r.take(Dimension.LENGTH, a -> true).ifPresent(a -> Reading.put(want, "recordings.0", lfp, "spacing_um", a));
            return;
        }
        var variable = variable();
        var site = site();
        boolean cells = u.mentions().stream()
                .anyMatch(m ->
                        m.concept().matches("thing.(cell|neuron)|class..*") && u.inClause(m.from(), "verb.record"));
        boolean asked =
                u.has("verb.record") && (!variable.isEmpty() || !site.isEmpty() || cells && !named("recording"));
        boolean potential = !asked
                && u.has("rec.v")
                && !u.has("verb.record", "verb.colour", "thing.movie", "verb.hold", "stim.voltage_clamp")
                && u.family("site").stream().anyMatch(s -> u.between(s.from() - 3, s.to() + 3, "rec.v"));
        if (potential) {
            u.family("site").stream()
                    .filter(s -> u.between(s.from() - 3, s.to() + 3, "rec.v"))
                    .map(m -> m.name())
                    .distinct()
                    .forEach(s -> want.params()
                            .withArray("recordings")
                            .addObject()
                            .put("variable", "v")
                            .put("site", s));
            return;
        }
        boolean propagates = u.has("word.ap") && u.has("site.axon");
        if (asked || !variable.isEmpty() && u.has("verb.record")) {
            var one = want.params()
                    .withArray("recordings")
                    .addObject()
                    .put("variable", variable.isEmpty() ? "v" : variable);
            if (!site.isEmpty() && !one.path("variable").asString().equals("spikes")) {
                one.put("site", site);
            }
            details(want, one);
        } else if (propagates) {
            want.params()
                    .withArray("recordings")
                    .addObject()
                    .put("variable", "v")
                    .put("site", "axon");
        }
    }

    private void details(Want want, ObjectNode one) {
        r
                .free(
                        n -> u.inClause(n.from(), "verb.record")
                                && one.path("variable").asString().matches("current|synapse"),
                        Named.Kind.RECEPTOR)
                .stream()
                .findFirst()
                .ifPresent(n -> {
                    r.take(n);
                    one.put("receptor", n.name());
                });
        r.take(
                        Dimension.TIME,
                        a -> u.inClause(a.from(), "verb.record")
                                && u.word(a.from() - 1).matches("every|each|alle|toutes|cada|todos"))
                .ifPresent(a -> Reading.put(want, "recordings.0", one, "dt_ms", a));
    }

    private boolean named(String what) {
        return u.has("word." + what + "_any") && u.has("verb.remove");
    }

    private String variable() {
        for (var m : u.family("rec")) {
            if (u.inClause(m.from(), "verb.record") || m.concept().equals("rec.calcium")) {
                return m.name();
            }
        }
        return "";
    }

    private String site() {
        for (var m : u.family("site")) {
            if (u.inClause(m.from(), "verb.record")) {
                return m.name();
            }
        }
        return "";
    }

    private void repeats(Want want) {
        r.take(Dimension.NUMBER, a -> a.form() == Amount.Form.ONE && (repeatsFollow(a) || timesFollow(a)))
                .ifPresent(a -> want.params().set("repeats", Want.number(a.value())));
        if (!want.params().has("repeats")) {
            r.take(
                            Dimension.FOLD,
                            a -> a.form() == Amount.Form.ONE
                                    && u.inClause(a.from(), "verb.run", "word.rerun", "word.repeats")
                                    && !u.has("word.slow", "thing.camera", "word.weight", "word.density"))
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
                && !u.has("word.slow", "thing.camera");
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

    private void target(Want want) {
        if (u.has("verb.build", "verb.place") && !u.named(Named.Kind.REGION).isEmpty() && r.wants("placement.cells")) {
            return;
        }
        if (u.has("metric.psp_amplitude", "metric.short_term_plasticity")
                && !want.params().has("target")) {
            new Pairs(r)
                    .take()
                    .ifPresent(p -> want.object("target")
                            .putObject("pair")
                            .put("pre", p.pre())
                            .put("post", p.post()));
        }
        boolean hasTarget = want.params().has("target");
        var cells = hasTarget
                ? JsonNodeFactory.instance.objectNode()
                : new Targets(r)
                        .in(i -> !(r.wants("placement.cells") && u.inClause(i, "verb.build", "verb.place"))
                                && !grouped(i));
        boolean single = cells.path("count").asInt(0) == 1;
        if (!cells.isEmpty()
                && (single
                        || !r.context().circuit()
                        || u.has("word.only")
                        || cells.has("m_class")
                        || cells.has("m_types"))) {
            want.object("target").setAll(cells);
        }
        var own = want.params().path("target");
        if (own.isObject() && !own.has("pair")) {
            r
                    .free(
                            n -> !Goals.thalamicName(n)
                                    && !n.name().equals(r.context().circuitRegion()),
                            Named.Kind.REGION)
                    .stream()
                    .findFirst()
                    .ifPresent(n -> {
                        want.object("target").put("region", n.name());
                        r.take(n);
                    });
        }
    }

    private boolean grouped(int i) {
        return u.family("group").stream().anyMatch(m -> m.from() <= i && i < m.to());
    }
}
