package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which cells are simulated, where not all of them are. */
final class SimTargetFrame {
    private final Reading r;
    private final Utterance u;

    SimTargetFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void target(Want want) {
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
                        || !r.context().circuit() && !r.wants("placement.cells") && !r.wants("atlas.region")
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
