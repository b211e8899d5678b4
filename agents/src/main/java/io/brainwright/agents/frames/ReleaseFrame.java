package io.brainwright.agents.frames;

import io.brainwright.agents.plan.Variant;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** How synapses release: the mean or at random, and whether of their own accord; whether they change. "With and without minis" compares. */
final class ReleaseFrame {
    private static final String STOCHASTIC = "stochastic";
    private static final String BY_LAYER = "by_layer";
    private static final String CALCIUM = "calcium";

    private final Reading r;

    ReleaseFrame(Reading reading) {
        this.r = reading;
    }

    /** Words beside "plastic" that say whose synapses: "plastic synapses between inhibitory cells". */
    private static final int WHOSE = 5;

    void read(Want want) {
        boolean compared = r.has("word.with_and_without", "word.with_or_without")
                && r.wish().variants().isEmpty();
        if (r.has("word.stochastic_release") && r.has("word.mean_release")) {
            variant("deterministic release", "release", "deterministic");
            variant("stochastic release", "release", STOCHASTIC);
        } else if (r.has("word.stochastic_release")) {
            say(want, compared && !r.has("word.minis", "word.plasticity"), "release", STOCHASTIC, "stochastic release");
        } else if (r.has("word.mean_release")) {
            want.params().put("release", "deterministic");
        }
        if (r.has("word.minis")) {
            boolean none = r.u().all("word.minis").stream()
                    .allMatch(m -> r.u().between(m.from() - 2, m.from(), "word.no", "word.except"));
            say(want, compared && !none, "minis", none ? "none" : BY_LAYER, "minis");
        }
        plasticity(want, compared);
    }

    private void plasticity(Want want, boolean compared) {
        var said = r.u().all("word.plasticity");
        if (said.isEmpty()) {
            return;
        }
        for (var m : said) {
            boolean inhibitory = r.u().between(m.from() - 1, m.to() + WHOSE, "class.inhibitory");
            if (inhibitory && !r.u().between(m.from() - 1, m.to() + WHOSE, "class.excitatory")) {
                r.wish().fault("sim.run.plasticity", "no_plastic:inhibitory");
                return;
            }
        }
        boolean none = said.stream().allMatch(m -> r.u().between(m.from() - 2, m.from(), "word.no", "word.except"));
        if (!none && r.has("word.mean_release")) {
            r.wish().fault("sim.run.release", "plastic_release:deterministic");
        }
        say(want, compared && !none, "plasticity", none ? "none" : CALCIUM, "plastic synapses");
    }

    private void say(Want want, boolean compared, String param, String value, String name) {
        if (compared) {
            r.wish().variants().add(new Variant("control", Map.of()));
            variant(name, param, value);
        } else {
            want.params().put(param, value);
        }
    }

    private void variant(String name, String param, String value) {
        r.wish()
                .variants()
                .add(new Variant(name, Map.of("sim.run." + param, JsonNodeFactory.instance.stringNode(value))));
    }
}
