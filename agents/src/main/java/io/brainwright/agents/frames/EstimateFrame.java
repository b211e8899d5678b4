package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** What something would cost. */
final class EstimateFrame {
    private final Reading r;
    private final Utterance u;

    EstimateFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void read(Want want) {
        r.free(_ -> true, Named.Kind.REGION).stream().findFirst().ifPresent(n -> {
            want.params().put("region", n.name());
            r.take(n);
        });
        r.left().stream()
                .filter(a -> (a.is(Dimension.FRACTION) || a.is(Dimension.FOLD))
                        && (r.left().size() == 1
                                || u.between(a.to(), a.to() + 4, "word.density", "query.density")
                                || u.between(a.from() - 4, a.from(), "word.density", "query.density")))
                .findFirst()
                .ifPresent(a -> {
                    r.take(a);
                    want.params().set("density_scale", Want.number(a.value()));
                });
        boolean full = u.all("thing.whole").stream()
                .anyMatch(m -> u.between(m.to(), m.to() + 2, "word.density", "query.density"));
        if (!want.params().has("density_scale") && full) {
            want.params().set("density_scale", Want.number(1));
            want.derive("density_scale", "full density");
        }
        var action = action();
        if (!action.isEmpty()) {
            want.params().put("action", action);
        }
        r.left().forEach(r::take);
    }

    private String action() {
        if (u.has("verb.run") || u.amounts().stream().anyMatch(a -> a.is(Dimension.TIME))) {
            return "sim.run";
        }
        if (u.has("verb.wire", "thing.synapse")) {
            return "connectome.local";
        }
        if (u.has("verb.grow")) {
            return "synthesis.dendrites";
        }
        return u.has("verb.place") ? "placement.cells" : "";
    }
}
