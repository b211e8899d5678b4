package io.brainwright.agents.notebook.verdict;

import io.brainwright.agents.plan.Criterion;
import io.brainwright.agents.run.Measure;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Picks the measures that a criterion speaks of. */
final class Selection {
    static final String ALL = "all";
    private static final String SEED = ".seed";

    private Selection() {}

    /** The group that is looked at: the one named; else "all"; else the only one there is. */
    static String group(Criterion criterion, List<Measure> measures) {
        var named = criterion.group();
        if (named != null) {
            return named;
        }
        var groups = measures.stream()
                .filter(m -> m.metric().equals(criterion.metric()))
                .map(Measure::group)
                .distinct()
                .toList();
        return groups.contains(ALL) || groups.size() != 1 ? ALL : groups.getFirst();
    }

    static List<Measure> of(Criterion criterion, String group, List<Measure> measures) {
        return measures.stream()
                .filter(m -> m.metric().equals(criterion.metric()) && m.group().equalsIgnoreCase(group))
                .toList();
    }

    /** The variant that is looked at: the one named, else the first. */
    static String variant(Criterion criterion, List<Measure> looked) {
        var named = criterion.variant();
        return named != null ? named : looked.getFirst().variant();
    }

    /** The settings of a sweep in the order of their measuring; seeds are no setting but repeats of one. */
    static List<String> settings(List<Measure> looked) {
        return looked.stream().map(Selection::setting).distinct().toList();
    }

    static List<Measure> in(List<Measure> looked, String variant, String setting) {
        return looked.stream()
                .filter(m -> m.variant().equals(variant) && setting(m).equals(setting))
                .toList();
    }

    /** "sim.run.ca_mM = 1.25", or "" where nothing was swept. */
    static String setting(Measure m) {
        return new TreeMap<>(m.under())
                .entrySet().stream()
                        .filter(e -> !e.getKey().endsWith(SEED))
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** Paths of the numbers that were swept, seeds left out. */
    static List<String> swept(List<Measure> looked) {
        return looked.stream()
                .flatMap(m -> m.under().entrySet().stream())
                .filter(e -> e.getValue().isNumber() && !e.getKey().endsWith(SEED))
                .map(java.util.Map.Entry::getKey)
                .distinct()
                .sorted()
                .toList();
    }
}
