package io.brainwright.sim.cases;

import io.brainwright.neuro.random.Draws;
import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.synapse.InhomogeneousPoisson;
import java.util.ArrayList;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** When the events of an input come that is no cell: listed, a regular train, or a source of the literature by its name. */
final class CaseEvents {
    private static final int MOST_EVENTS = 1_000_000; // chosen: 1 kHz for a thousand seconds

    private final Network.Run run;

    CaseEvents(Network.Run run) {
        this.run = run;
    }

    /**
     * @param synapse index, which keys the chance of a source that has no id
     * @param i cell, for formulas
     * @param k number in a rule, for formulas
     */
    double[] times(JsonNode input, double delay_ms, int synapse, int i, int k) {
        var times = new ArrayList<Double>();
        input.path("events_ms").forEach(t -> times.add(t.asDouble() + delay_ms));
        if (input.has("train")) {
            train(input.path("train"), delay_ms, times, i, k);
        }
        if (input.has("artificial_cell")) {
            for (double t : source(input.path("artificial_cell"), synapse)) {
                times.add(t + delay_ms);
            }
        }
        return times.stream().mapToDouble(t -> t).toArray();
    }

    private void train(JsonNode train, double delay_ms, ArrayList<Double> times, int i, int k) {
        double interval_ms = CaseNetwork.formula(train.path("interval_ms"), i, k);
        double start_ms = train.has("phase")
                ? interval_ms * CaseNetwork.formula(train.path("phase"), i, k)
                : train.path("start_ms").asDouble();
        int count = train.path("count").asInt(Integer.MAX_VALUE);
        for (int n = 0; n < count && start_ms + n * interval_ms <= run.tstop_ms(); n++) {
            if (n == MOST_EVENTS) {
                throw new IllegalArgumentException("a train of more than %d events".formatted(MOST_EVENTS));
            }
            times.add(start_ms + n * interval_ms + delay_ms);
        }
    }

    private double[] source(JsonNode source, int synapse) {
        var type = source.path("type").asString();
        return switch (type) {
            case "VecStim" -> numbers(source.path("times_ms"));
            case "InhPoissonStim" -> {
                var process =
                        new InhomogeneousPoisson(numbers(source.path("rates_Hz")), numbers(source.path("bins_ms")));
                double end_ms = source.path("bins_ms").path(0).asDouble()
                        + source.path("duration_ms").asDouble(Double.POSITIVE_INFINITY);
                var draws = Draws.of(
                        run.seed(), "sim.InhPoissonStim", source.path("id").asLong(synapse));
                yield process.times_ms(Math.min(end_ms, run.tstop_ms()), MOST_EVENTS, draws);
            }
            default -> throw new NotSupported("artificial cell '%s'; VecStim or InhPoissonStim".formatted(type));
        };
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(n -> {
                    if (!n.isNumber()) {
                        throw new IllegalArgumentException("%s where a number belongs".formatted(n));
                    }
                    return n.asDouble();
                })
                .toArray();
    }
}
