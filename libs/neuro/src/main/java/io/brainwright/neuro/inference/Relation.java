package io.brainwright.neuro.inference;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of some quantities: {@code ln left - ln right = logRatio ± sd}.
 *
 * @param name what it says, e.g. {@code "SSp PV+"}
 * @param kind measured, exact, or believed before anything was measured
 * @param left numerator
 * @param right denominator
 * @param logRatio natural logarithm of what their ratio was found to be
 * @param sd its own standard deviation on the logarithmic scale (about sd / value); 0 where only the group's spread counts
 * @param group relations that share one unknown spread more, added to sd in variance; "" for none
 * @param source who says so
 * @param generalised tags such as "mouse to rat"
 */
public record Relation(
        String name,
        Kind kind,
        Expression left,
        Expression right,
        double logRatio,
        double sd,
        String group,
        String source,
        List<String> generalised) {
    /** What sort of knowledge. */
    public enum Kind {
        /** Somebody measured it. */
        MEASURED,
        /** It holds by definition, e.g. a region's cells are those of its parts. */
        IDENTITY,
        /** Expected before any measurement, e.g. a part resembles its whole. */
        BELIEF
    }

    public Relation {
        assert sd >= 0 && (sd > 0 || !group.isEmpty()) : name + " has no spread";
        generalised = List.copyOf(generalised);
    }

    /** A measured value of one expression. */
    public static Relation measured(
            String name, Expression of, double value, double relativeSd, String group, String source) {
        return new Relation(
                name, Kind.MEASURED, of, Expression.ONE, StrictMath.log(value), relativeSd, group, source, List.of());
    }

    /** Two expressions that are one and the same, up to a relative slack. */
    public static Relation identity(String name, Expression left, Expression right, double slack, String why) {
        return new Relation(name, Kind.IDENTITY, left, right, 0, slack, "", why, List.of());
    }

    /** Expected, with a spread that is learned from all relations of the group. */
    public static Relation belief(String name, Expression left, Expression right, String group, String why) {
        return new Relation(name, Kind.BELIEF, left, right, 0, 0, group, why, List.of());
    }

    /** What was found, on the linear scale; a detection floor is within it. */
    public double told() {
        return StrictMath.exp(logRatio);
    }

    /** The quantities in it, ascending. */
    public int[] quantities() {
        return IntStream.concat(IntStream.of(left.quantities()), IntStream.of(right.quantities()))
                .distinct()
                .sorted()
                .toArray();
    }
}
