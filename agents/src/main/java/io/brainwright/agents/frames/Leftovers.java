package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** What remains when all frames have read: numbers without a place, acronyms of nothing. Each becomes a question. */
final class Leftovers {
    private static final int AROUND = 3;
    /** chosen: what a slice chamber is held at; "thirty degrees" within it is a temperature. */
    private static final double LEAST_DEGC = 15;

    private static final double MOST_DEGC = 45;

    private final Reading r;
    private final Utterance u;

    Leftovers(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void read() {
        for (var n : u.named(Named.Kind.UNKNOWN_REGION)) {
            r.wish().fault("region", "unknown:" + n.said());
            n.names().stream().filter(s -> !s.equals("?")).forEach(r.wish().suggestions()::add);
        }
        for (var n : u.named(Named.Kind.NO_LAYER)) {
            r.wish().fault("layers", "no_layer:" + n.said());
        }
        for (var a : r.left()) {
            if (!belongs(a) && !placed(a)) {
                question(a);
            }
        }
    }

    /** A quantity whose dimension and neighbours leave one place, and that place is free. */
    private boolean placed(Amount a) {
        if (!a.is(Dimension.TIME) && !a.is(Dimension.NUMBER) && lasting(a)) {
            return false;
        }
        boolean degrees = a.is(Dimension.ANGLE) || a.is(Dimension.TEMPERATURE);
        boolean ofSlice = a.value() >= LEAST_DEGC && a.value() <= MOST_DEGC;
        if (degrees
                && (ofSlice
                        || u.family("cam").isEmpty()
                                && u.family("thing").stream()
                                        .noneMatch(m -> m.name().equals("camera")))
                && free("sim.run", "temperature_degC")) {
            return put("sim.run", "temperature_degC", a);
        }
        if (a.is(Dimension.NUMBER) && SeedWords.isSeed(r, a)) {
            return free("sim.run", "seed") && put("sim.run", "seed", a)
                    || free("placement.cells", "seed") && put("placement.cells", "seed", a)
                    || r.wants("atlas.region") && put("placement.cells", "seed", a);
        }
        boolean counts = a.is(Dimension.NUMBER) && u.after(a.to(), 1, "thing.cell", "thing.neuron");
        if (counts
                && r.wants("atlas.region")
                && r.wish().want("placement.cells").isEmpty()) {
            return put("placement.cells", "count", a);
        }
        return new FreeSlots(r).place(a);
    }

    private boolean free(String action, String name) {
        return r.wish().want(action).map(w -> !w.params().has(name)).orElse(false);
    }

    private boolean put(String action, String name, Amount a) {
        Reading.put(r.wish().of(action), name, a);
        r.take(a);
        return true;
    }

    /** A number within a name, a layer, a count that its words explain. */
    private boolean belongs(Amount a) {
        boolean named = u.named().stream().anyMatch(n -> n.from() <= a.from() && a.to() <= n.to());
        boolean layer = u.named(Named.Kind.LAYER).stream().anyMatch(n -> n.from() < a.to() && a.from() < n.to());
        boolean grouped = u.mentions().stream()
                .anyMatch(m -> !m.concept().equals("filler")
                        && m.to() - m.from() > 1
                        && m.from() <= a.from()
                        && a.to() <= m.to());
        boolean one = a.is(Dimension.NUMBER)
                && a.form() == Amount.Form.ONE
                && (a.value() == 1 || a.value() == 2 && u.has("verb.compare", "word.both", "word.twice"));
        boolean fold = a.is(Dimension.FOLD)
                && (u.has("word.twice", "word.turns", "thing.camera") || u.has("edit.half", "edit.twice"));
        boolean length = a.is(Dimension.NUMBER)
                && a.form() == Amount.Form.ONE
                && u.amounts().stream()
                        .anyMatch(o -> o.values().size() > 1 && o.values().size() == a.value());
        boolean run = !RunNames.in(u, r.context().runs()).isEmpty() && a.is(Dimension.NUMBER);
        boolean inline = u.text().contains("@") && u.text().contains("{");
        boolean picture = Resolutions.covers(
                u, u.words().get(a.from()).start(), u.words().get(a.to() - 1).end());
        return named
                || inline
                || layer
                || grouped
                || one
                || length
                || fold
                || run
                || picture
                || u.isExplained(a.from()) && onlyWords(a);
    }

    private boolean onlyWords(Amount a) {
        return a.is(Dimension.NUMBER)
                && u.words().get(a.from()).sort() == io.brainwright.agents.language.Word.Sort.WORD
                && a.unit().isEmpty();
    }

    private void question(Amount a) {
        var around = u.said(Math.max(0, a.from() - 2), Math.min(u.size(), a.to() + AROUND));
        if (!a.is(Dimension.TIME) && !a.is(Dimension.NUMBER) && lasting(a)) {
            r.wish().fault("sim.run.duration_ms", unit(a, "the duration", "time", "200 ms"));
        } else if (!a.is(Dimension.LENGTH) && !a.unit().isEmpty() && u.after(a.to(), 0, "word.wide")) {
            r.wish().fault("atlas.region.shape.width_um", unit(a, "a width", "length", "150 um"));
        } else if (a.is(Dimension.NUMBER) && u.between(a.from() - 3, a.from(), "ion.ca", "ion.mg")) {
            r.wish()
                    .fault(
                            u.between(a.from() - 3, a.from(), "ion.ca") ? "sim.run.ca_mM" : "sim.run.mg_mM",
                            unit(a, "an ion's level", "concentration", "1.2 mM"));
        } else if (a.is(Dimension.FRACTION)
                && u.between(a.from() - 5, a.to() + 5, "class.excitatory", "class.inhibitory")) {
            r.wish()
                    .fault(
                            "placement.cells.excitatory_fraction",
                            "limit:excitatory_fraction|" + a.said() + "|0 % - 100 %");
        } else if (a.is(Dimension.NUMBER) && u.after(a.to(), 2, "thing.cell", "thing.neuron")) {
            r.wish().fault("placement.cells.count", "number:" + a.said() + "|" + around);
        } else if (a.is(Dimension.VOLTAGE) && u.has("verb.stimulate", "word.stimulus_any")) {
            r.wish()
                    .fault(
                            "sim.run.stimuli.0.amplitude_nA",
                            unit(a, "the amplitude of a stimulus", "current", "0.5 nA"));
        } else {
            r.wish().fault("number", "number:" + a.said() + "|" + around);
        }
    }

    private static String unit(Amount a, String place, String wanted, String example) {
        return "wrong_unit:" + a.said() + "|" + place + "|" + wanted + "|" + example;
    }

    private boolean lasting(Amount a) {
        return (u.word(a.from() - 1).matches("for|pendant|durant|fur|during|durante|por|wahrend")
                                || u.word(a.to()).matches("long|lang"))
                        && u.inClause(a.from(), "verb.run", "verb.show", "verb.record")
                || u.word(a.to()).equals("lang") && u.has("verb.run");
    }
}
