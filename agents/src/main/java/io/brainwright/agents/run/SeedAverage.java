package io.brainwright.agents.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Averages what was measured under several seeds: the mean over the seeds, and their scatter. */
final class SeedAverage {
    private SeedAverage() {}

    private record Same(
            String step, String metric, String group, String variant, Map<String, JsonNode> under, String unit) {}

    static List<Measure> of(List<Measure> measures) {
        var alike = new LinkedHashMap<Same, List<Measure>>();
        for (var m : measures) {
            alike.computeIfAbsent(
                            new Same(m.step(), m.metric(), m.group(), m.variant(), m.under(), m.unit()),
                            _ -> new ArrayList<>())
                    .add(m);
        }
        return alike.values().stream()
                .map(same -> same.size() == 1 ? same.getFirst() : average(same))
                .toList();
    }

    private static Measure average(List<Measure> seeds) {
        var values = seeds.stream()
                .map(Measure::value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        var one = seeds.getFirst();
        if (values.length == 0) {
            return one;
        }
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        var spread =
                values.length < 2 ? null : new Measure.Spread("sd", Math.sqrt(squares / (values.length - 1)), "seeds");
        return new Measure(
                one.step(),
                one.metric(),
                one.group(),
                one.variant(),
                one.under(),
                mean,
                one.unit(),
                spread,
                values.length);
    }
}
