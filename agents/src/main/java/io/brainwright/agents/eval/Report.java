package io.brainwright.agents.eval;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The marks of a corpus, counted. */
public record Report(List<TurnScore> turns) {
    public Report {
        turns = List.copyOf(turns);
    }

    /**
     * How many were right.
     *
     * @param right how many
     * @param of out of how many
     */
    public record Count(int right, int of) {
        /** The share that was right; 1 where nothing was looked at. */
        public double share() {
            return of == 0 ? 1 : (double) right / of;
        }
    }

    /** One number of the whole corpus. */
    public Count count(Score score) {
        int right = 0;
        int of = 0;
        for (var turn : turns) {
            for (var mark : turn.marks()) {
                if (mark.score() == score) {
                    right += mark.right();
                    of += mark.of();
                }
            }
        }
        return new Count(right, of);
    }

    /** All numbers that the corpus looks at. */
    public Map<Score, Count> counts() {
        var counts = new EnumMap<Score, Count>(Score.class);
        for (var score : Score.values()) {
            var count = count(score);
            if (count.of() > 0) {
                counts.put(score, count);
            }
        }
        return counts;
    }

    /** The same by groups of conversations: by category, level, language. */
    public Map<String, Report> by(Function<Item, String> group) {
        var groups = new TreeMap<String, List<TurnScore>>();
        turns.forEach(t -> groups.computeIfAbsent(group.apply(t.item()), _ -> new java.util.ArrayList<>())
                .add(t));
        var reports = new TreeMap<String, Report>();
        groups.forEach((name, some) -> reports.put(name, new Report(some)));
        return reports;
    }

    /** Turns with something wrong. */
    public List<TurnScore> failed() {
        return turns.stream().filter(not(t -> t.failures().isEmpty())).toList();
    }

    /** Median CPU time of a reply in ms. */
    public double median_ms() {
        var sorted = turns.stream().mapToDouble(TurnScore::seconds).sorted().toArray();
        int n = sorted.length;
        double middle = n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return middle * 1e3;
    }

    /** Longest CPU time of a reply in ms. */
    public double longest_ms() {
        return Arrays.stream(turns.stream().mapToDouble(TurnScore::seconds).toArray())
                        .max()
                        .orElse(0)
                * 1e3;
    }

    private static Predicate<TurnScore> not(Predicate<TurnScore> one) {
        return one.negate();
    }
}
