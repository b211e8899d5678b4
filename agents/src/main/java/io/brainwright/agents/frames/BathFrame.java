package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Variant;
import io.brainwright.neuro.units.Dimension;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The bath of the slice: ions and temperature. */
final class BathFrame {
    private final Reading r;
    private final Utterance u;

    BathFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void ions(Want want) {
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
                putOrSweep(want, magnesium ? "mg_mM" : "ca_mM", a);
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

    /** "1 mM versus 2 mM calcium", "at 34 and at 37 degrees": a second value of one parameter is compared with the first. */
    private static void putOrSweep(Want want, String name, Amount a) {
        var there = want.params().path(name);
        if (there.isMissingNode()) {
            Reading.put(want, name, a);
        } else if (there.isNumber() && a.form() == Amount.Form.ONE && there.asDouble() != a.value()) {
            var sweep = JsonNodeFactory.instance.objectNode();
            sweep.putArray("sweep").add(there).add(Want.number(a.value()));
            want.params().set(name, sweep);
        } else if (there.path("sweep").isArray() && a.form() == Amount.Form.ONE) {
            ((ArrayNode) there.path("sweep")).add(Want.number(a.value()));
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
    void withoutIon(Want want) {
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

    void temperature(Want want) {
        if (r.free(Dimension.TEMPERATURE).isEmpty()) {
            r.take(
                            Dimension.NUMBER,
                            a -> (a.form() == Amount.Form.ONE || a.form() == Amount.Form.LIST)
                                    && (u.after(a.to(), 0, "word.temperature")
                                            || u.word(a.to()).equals("c")
                                            || u.before(a.from(), 4, "verb.warm") && u.inClause(a.from(), "verb.warm")
                                            || u.between(a.from() - 3, a.from(), "word.temperature")))
                    .ifPresent(a -> Reading.put(want, "temperature_degC", a));
        }
        r.free(Dimension.TEMPERATURE).forEach(a -> {
            r.take(a);
            if (a.unit().equals("degF") && (a.value() < 10 || a.value() > 45)) {
                r.wish().fault("sim.run.temperature_degC", "fahrenheit:" + a.said());
            } else {
                putOrSweep(want, "temperature_degC", a);
            }
        });
    }
}
