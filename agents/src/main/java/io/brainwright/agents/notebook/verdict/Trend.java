package io.brainwright.agents.notebook.verdict;

import io.brainwright.agents.notebook.verdict.Verdict.Outcome;
import io.brainwright.agents.plan.Criterion;
import io.brainwright.agents.plan.Criterion.Relation;
import io.brainwright.agents.run.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Judges a rise or a fall along the one swept number.
 *
 * <p>Supported where no step goes the other way and the last value lies beyond the first; refuted where as many pairs of values
 * go the other way as the way predicted, or more (Kendall's τ ≤ 0); undecided between.
 */
final class Trend {
    private Trend() {}

    private record Point(double at, Sample sample) {}

    static Verdict judge(Criterion criterion, String group, List<Measure> looked) {
        var variant = Selection.variant(criterion, looked);
        var mine = looked.stream().filter(m -> m.variant().equals(variant)).toList();
        var paths = Selection.swept(mine);
        if (paths.size() != 1) {
            return Judge.undecided(
                    paths.isEmpty()
                            ? "Nothing was swept: a trend needs at least two settings."
                            : "More than one number was swept (%s): along which one is not said."
                                    .formatted(String.join(", ", paths)));
        }
        var points = points(mine, paths.getFirst(), group);
        if (points.size() < 2) {
            return Judge.undecided("The %s of %s could be measured in %d setting only: a trend needs two."
                    .formatted(criterion.metric().replace('_', ' '), group, points.size()));
        }
        return verdict(criterion, paths.getFirst(), points);
    }

    private static List<Point> points(List<Measure> mine, String path, String group) {
        var byValue = new TreeMap<Double, List<Measure>>();
        for (var m : mine) {
            var at = m.under().get(path);
            if (at != null) {
                byValue.computeIfAbsent(at.asDouble(), _ -> new ArrayList<>()).add(m);
            }
        }
        var points = new ArrayList<Point>();
        byValue.forEach((at, measures) -> {
            var sample = Sample.of(group + ", " + Numbers.text(at), measures);
            if (sample != null) {
                points.add(new Point(at, sample));
            }
        });
        return points;
    }

    private static Verdict verdict(Criterion criterion, String path, List<Point> points) {
        double sign = criterion.relation() == Relation.INCREASES ? 1 : -1;
        int along = 0;
        int against = 0;
        boolean stepBack = false;
        for (int i = 0; i < points.size(); i++) {
            for (int k = i + 1; k < points.size(); k++) {
                double rise = sign
                        * (points.get(k).sample().mean()
                                - points.get(i).sample().mean());
                along += rise > 0 ? 1 : 0;
                against += rise < 0 ? 1 : 0;
                stepBack |= k == i + 1 && rise < 0;
            }
        }
        double whole = sign
                * (points.getLast().sample().mean() - points.getFirst().sample().mean());
        var outcome =
                !stepBack && whole > 0 ? Outcome.SUPPORTED : along <= against ? Outcome.REFUTED : Outcome.UNDECIDED;
        var effect = Differences.of(
                "%s from %s to %s"
                        .formatted(
                                path,
                                Numbers.text(points.getFirst().at()),
                                Numbers.text(points.getLast().at())),
                points.getLast().sample(),
                points.getFirst().sample());
        var samples = points.stream().map(Point::sample).toList();
        var ats = points.stream()
                .map(p -> Objects.requireNonNull(Numbers.text(p.at())))
                .toList();
        return new Verdict(
                outcome, List.of(effect), VerdictWords.trend(criterion, outcome, path, ats, samples, along, against));
    }
}
