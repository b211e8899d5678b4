package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import tools.jackson.databind.JsonNode;

/** One number from a run: the measures of table expectations. */
final class Measures {
    private Measures() {}

    static double of(JsonNode measure, CaseRun run) {
        return switch (measure.path("type").asString()) {
            case "spike_count" -> spikes(measure, run).length;
            case "spike_time" -> {
                var times = spikes(measure, run);
                int index = measure.path("index").asInt();
                yield index < times.length ? times[index] : Double.NaN;
            }
            case "mean_interval" -> meanInterval(measure, spikes(measure, run));
            default -> throw new NotSupported("measure " + measure.path("type").asString());
        };
    }

    private static double[] spikes(JsonNode measure, CaseRun run) {
        var trace = run.records.trace(measure.path("record").asString());
        return Traces.crossings(trace, run.dt_ms(), measure.path("threshold_mV").asDouble());
    }

    private static double meanInterval(JsonNode measure, double[] times) {
        int skip = measure.path("skip_intervals").asInt(0);
        if (times.length < measure.path("min_spikes").asInt(2)) {
            return Double.NaN;
        }
        return (times[times.length - 1] - times[skip]) / (times.length - 1 - skip);
    }
}
