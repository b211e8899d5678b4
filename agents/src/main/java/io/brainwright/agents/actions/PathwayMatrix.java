package io.brainwright.agents.actions;

import io.brainwright.proto.fabric.v1.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Numbers by pathway ("L4 to L5") as a square matrix: rows presynaptic, columns postsynaptic. */
final class PathwayMatrix {
    static final String METRIC = "connection_probability";

    private static final String TO = " to ";

    private PathwayMatrix() {}

    static boolean isPathway(String group) {
        return group.contains(TO);
    }

    /**
     * One series per row; its name is the presynaptic group. A pathway without a number is NaN.
     *
     * @param byPathway numbers by "PRE to POST"
     */
    static List<Series> of(Map<String, Double> byPathway) {
        var names = new LinkedHashSet<String>();
        var numbers = new LinkedHashMap<List<String>, Double>();
        byPathway.forEach((pathway, number) -> {
            int at = pathway.indexOf(TO);
            var ends = List.of(pathway.substring(0, at), pathway.substring(at + TO.length()));
            numbers.put(ends, number);
            names.add(ends.getFirst());
        });
        numbers.keySet().forEach(ends -> names.add(ends.getLast()));
        var rows = new ArrayList<Series>();
        for (var pre : names) {
            rows.add(Series.newBuilder()
                    .setMetric(METRIC)
                    .setGroup(pre)
                    .setXLabel("to (postsynaptic)")
                    .setYLabel("from (presynaptic)")
                    .addAllX(IntStream.range(0, names.size())
                            .mapToObj(i -> (double) i)
                            .toList())
                    .addAllY(names.stream()
                            .map(post -> numbers.getOrDefault(List.of(pre, post), Double.NaN))
                            .toList())
                    .build());
        }
        return rows;
    }
}
