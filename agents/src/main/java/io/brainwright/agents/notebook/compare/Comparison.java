package io.brainwright.agents.notebook.compare;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Findings;
import io.brainwright.agents.notebook.rerun.Verification;
import io.brainwright.agents.notebook.verdict.Verdict;
import io.brainwright.agents.plan.JsonDiff;
import io.brainwright.agents.plan.PatchWords;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.run.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What differs between two entries.
 *
 * @param a name of the first
 * @param b name of the second
 * @param patch JSON Patch from the plan of the first to that of the second
 * @param planWords the same in sentences
 * @param datasets dataset by dataset, those of the same label side by side
 * @param measures number by number
 * @param verdictA of the first
 * @param verdictB of the second
 */
public record Comparison(
        String a,
        String b,
        ArrayNode patch,
        List<String> planWords,
        List<Verification.Check> datasets,
        List<Pair> measures,
        @Nullable Verdict verdictA,
        @Nullable Verdict verdictB) {
    public Comparison {
        planWords = List.copyOf(planWords);
        datasets = List.copyOf(datasets);
        measures = List.copyOf(measures);
    }

    /**
     * One number in both entries.
     *
     * @param metric a metric of the vocabulary
     * @param group whose
     * @param variant of the plan
     * @param under swept values in words, "" where nothing was swept
     * @param a in the first; null where it was not measured there
     * @param b in the second
     * @param difference b - a; null where one is missing
     */
    public record Pair(
            String metric,
            String group,
            String variant,
            String under,
            @Nullable Measure a,
            @Nullable Measure b,
            @Nullable Double difference) {}

    /** Compares two entries. */
    public static Comparison of(Entry a, Entry b) {
        var before = tree(a.plan());
        var patch = JsonDiff.between(before, tree(b.plan()));
        Findings left = a.findings();
        Findings right = b.findings();
        return new Comparison(
                a.name(),
                b.name(),
                patch,
                PatchWords.of(before, patch),
                Verification.of(left, right).checks(),
                pairs(left.measures(), right.measures()),
                left.verdict(),
                right.verdict());
    }

    private static ObjectNode tree(Plan plan) {
        var tree = PlanJson.tree(plan);
        tree.remove("estimate");
        tree.remove("version");
        return tree;
    }

    private record Key(String metric, String group, String variant, String under) {
        static Key of(Measure m) {
            var under = new ArrayList<String>();
            new TreeMap<>(m.under()).forEach((path, value) -> under.add(path + " = " + value));
            return new Key(m.metric(), m.group(), m.variant(), String.join(", ", under));
        }
    }

    private static List<Pair> pairs(List<Measure> left, List<Measure> right) {
        var a = new LinkedHashMap<Key, Measure>();
        var b = new LinkedHashMap<Key, Measure>();
        left.forEach(m -> a.putIfAbsent(Key.of(m), m));
        right.forEach(m -> b.putIfAbsent(Key.of(m), m));
        var keys = new java.util.LinkedHashSet<>(a.keySet());
        keys.addAll(b.keySet());
        return keys.stream().map(key -> pair(key, a.get(key), b.get(key))).toList();
    }

    private static Pair pair(Key key, @Nullable Measure a, @Nullable Measure b) {
        var difference = a == null || b == null || a.value() == null || b.value() == null
                ? null
                : Double.valueOf(b.value() - a.value());
        return new Pair(key.metric(), key.group(), key.variant(), key.under(), a, b, difference);
    }
}
