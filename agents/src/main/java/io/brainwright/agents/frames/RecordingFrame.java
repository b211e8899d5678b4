package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import tools.jackson.databind.node.ObjectNode;

/** What is recorded, where, how often. */
final class RecordingFrame {
    private final Reading r;
    private final Utterance u;

    RecordingFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void recordings(Want want) {
        if (u.has("rec.lfp")) {
            var lfp = want.params().withArray("recordings").addObject().put("variable", "lfp");
            r.take(Dimension.NUMBER, a -> u.between(a.to(), a.to() + 3, "word.contact", "word.probe"))
                    .ifPresent(a -> lfp.set("contacts", Want.number(a.value())));
            r.take(Dimension.LENGTH, a -> isSpacing(u, a))
                    .ifPresent(a -> Reading.put(want, "recordings.0", lfp, "spacing_um", a));
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

    /** "16 contacts 100 um apart", "contacts every 50 um": the step of a probe, not a length of tissue. */
    static boolean isSpacing(Utterance u, Amount a) {
        boolean probe = u.has("rec.lfp", "word.contact", "word.probe");
        boolean stepped = u.between(a.to(), a.to() + 2, "word.apart")
                || u.between(a.from() - 3, a.from(), "word.apart", "word.contact")
                || u.word(a.from() - 1).matches("every|each|alle|les|cada|todos|todas");
        return probe && stepped && !u.between(a.to(), a.to() + 1, "word.wide", "word.thick", "thing.column");
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
        var near = new java.util.ArrayList<>(u.family("rec"));
        near.removeIf(m -> u.family("stim").stream().anyMatch(s -> s.from() <= m.from() && m.to() <= s.to()));
        near.sort(java.util.Comparator.comparingInt(m -> u.distance(m.from(), m.to(), "verb.record")));
        for (var m : near) {
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
}
