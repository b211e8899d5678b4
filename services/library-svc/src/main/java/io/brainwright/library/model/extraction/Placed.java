package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Gives things that are told along a sentence (species, layers, pathways, samples) to the values that stand between them.
 *
 * <p>Told once, a thing is of all values. Told in lists that run side by side, one by one. Told before the first value, each value has
 * the last thing before it; told only behind values, each has the next one behind it.
 */
final class Placed<T> {
    private final ToIntFunction<T> begin;
    private final ToIntFunction<T> end;

    Placed(ToIntFunction<T> begin, ToIntFunction<T> end) {
        this.begin = begin;
        this.end = end;
    }

    /**
     * The thing that a value has.
     *
     * @param things in order of their places
     * @param values in order of their places
     * @param value one of them
     */
    Optional<T> of(Sentence sentence, List<T> things, List<Bound> values, Bound value) {
        if (things.isEmpty()) {
            return Optional.empty();
        }
        if (things.stream().distinct().count() == 1) {
            return Optional.of(things.getFirst());
        }
        var aligned = aligned(sentence, things, values, value);
        if (aligned.isPresent()) {
            return aligned;
        }
        var before = lastBefore(things, value);
        boolean firstHasBefore = lastBefore(things, values.getFirst()).isPresent();
        boolean lastHasBehind = nextBehind(things, values.getLast()).isPresent();
        if (!firstHasBefore && lastHasBehind) {
            return nextBehind(things, value);
        }
        if (before.isPresent() && lastHasBehind && values.size() > 1) {
            return nearer(sentence, before.get(), nextBehind(things, value), value, values);
        }
        return before.isPresent() ? before : nextBehind(things, value);
    }

    /** Between a thing before and one behind: the one behind where it comes before the next value and the one before is another value's. */
    private Optional<T> nearer(Sentence sentence, T before, Optional<T> behind, Bound value, List<Bound> values) {
        if (behind.isEmpty()) {
            return Optional.of(before);
        }
        int next = values.stream()
                .mapToInt(Bound::begin)
                .filter(b -> b > value.begin())
                .min()
                .orElse(sentence.end());
        boolean behindIsOwn = begin.applyAsInt(behind.get()) < next;
        boolean joint = behindIsOwn
                && sentence.between(value.end(), begin.applyAsInt(behind.get()))
                        .matches("(?s)^ (?:[^,;.]{0,30} )?(?:in|for|at|from|of|onto|to|on|after|with) .{0,30}$");
        return Optional.of(joint ? behind.get() : before);
    }

    private Optional<T> aligned(Sentence sentence, List<T> things, List<Bound> values, Bound value) {
        for (var run : runs(sentence, values)) {
            if (!run.contains(value)) {
                continue;
            }
            var behind = things.stream()
                    .filter(t -> begin.applyAsInt(t) >= run.getLast().end())
                    .toList();
            var before = things.stream()
                    .filter(t -> end.applyAsInt(t) <= run.getFirst().begin())
                    .toList();
            int at = run.indexOf(value);
            if (behind.size() == run.size()) {
                return Optional.of(behind.get(at));
            }
            if (before.size() == run.size()) {
                return Optional.of(before.get(at));
            }
        }
        return Optional.empty();
    }

    /** Values with nothing but joints between them, of one quantity each. */
    private static List<List<Bound>> runs(Sentence sentence, List<Bound> values) {
        var figures = values.stream()
                .map(Bound::figure)
                .filter(java.util.Objects::nonNull)
                .toList();
        var runs = new ArrayList<List<Bound>>();
        for (var run : Alignment.runs(sentence, figures)) {
            runs.add(values.stream()
                    .filter(v -> v.figure() != null && run.contains(v.figure()))
                    .toList());
        }
        return runs;
    }

    private Optional<T> lastBefore(List<T> things, Bound value) {
        return things.stream().filter(t -> end.applyAsInt(t) <= value.begin()).reduce((_, last) -> last);
    }

    private Optional<T> nextBehind(List<T> things, Bound value) {
        return things.stream().filter(t -> begin.applyAsInt(t) >= value.end()).findFirst();
    }
}
