package io.brainwright.agents.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures as sentences: one per metric and group, with the spread, variant beside variant and value beside value. */
public final class MeasureWords {
    /** Counts that the comparison by layer tells already. */
    private static final Set<String> TOLD = Set.of("spikes", "unstimulated_spikes");

    private static final int MOST_LINES = 40;
    private static final double LARGE = 1000;

    private MeasureWords() {}

    /** The sentences, in the order of measuring. */
    public static List<String> of(List<Measure> measures) {
        var told = new LinkedHashMap<String, List<Measure>>();
        for (var m : measures) {
            if (!TOLD.contains(m.metric())) {
                told.computeIfAbsent(m.metric() + " of " + m.group(), _ -> new ArrayList<>())
                        .add(m);
            }
        }
        var without = new LinkedHashMap<String, List<String>>();
        told.values().removeIf(of -> {
            var first = of.getFirst();
            boolean nothing = of.stream().allMatch(m -> m.value() == null);
            if (nothing) {
                without.computeIfAbsent(first.metric(), _ -> new ArrayList<>()).add(first.group());
            }
            return nothing;
        });
        var lines = told.entrySet().stream()
                .limit(MOST_LINES)
                .map(e -> e.getKey() + ": "
                        + e.getValue().stream().map(MeasureWords::one).collect(Collectors.joining("; ")) + ".")
                .collect(Collectors.toCollection(ArrayList::new));
        if (told.size() > MOST_LINES) {
            lines.add("%d more are in findings.json.".formatted(told.size() - MOST_LINES));
        }
        without.forEach((metric, groups) ->
                lines.add("%s: nothing to measure in %s.".formatted(metric, String.join(", ", groups))));
        return lines;
    }

    private static String one(Measure m) {
        var setting = new Setting(m.variant(), m.under(), 0).words();
        var where = setting.isEmpty() ? "" : " (" + setting + ")";
        var value = m.value();
        if (value == null) {
            return "nothing to measure" + where;
        }
        var unit = m.unit().equals("1") ? "" : " " + m.unit();
        var spread = m.spread();
        var scatter = spread == null
                ? ""
                : " ± %s%s (%s over %d %s)"
                        .formatted(number(spread.value()), unit, spread.kind(), m.n(), spread.over());
        return number(value) + (spread == null ? unit : "") + scatter + where;
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        return Math.abs(value) >= LARGE
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf(Float.parseFloat(String.format(Locale.ROOT, "%.4g", value)));
    }
}
