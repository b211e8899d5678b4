package io.brainwright.library.model.scoring;

import java.util.List;
import java.util.Map;

/**
 * How well values were found.
 *
 * @param passages how many were read
 * @param expected how many values people found in them
 * @param found how many were extracted
 * @param right how many of these are the same
 * @param spreadsExpected spreads among the values that were found right
 * @param spreadsRight those with the right number and kind
 * @param context per field: how many were expected and how many are right, among the values found right
 * @param spans how many values quote exactly what stands at their place
 * @param failures what went wrong, passage by passage
 * @param milliseconds_median median time to read one passage
 */
public record ExtractionScore(
        int passages,
        int expected,
        int found,
        int right,
        int spreadsExpected,
        int spreadsRight,
        Map<String, Share> context,
        int spans,
        List<Failure> failures,
        double milliseconds_median) {
    /**
     * Right of so many.
     *
     * @param of how many were expected
     * @param right how many are right
     */
    public record Share(int of, int right) {
        public double value() {
            return of == 0 ? 1 : (double) right / of;
        }
    }

    /**
     * One thing that went wrong.
     *
     * @param id of the passage
     * @param what "missed", "invented", "spread" or the name of a field
     * @param wanted what people wrote, empty where nothing
     * @param got what was found, empty where nothing
     */
    public record Failure(String id, String what, String wanted, String got) {}

    public ExtractionScore {
        context = Map.copyOf(context);
        failures = List.copyOf(failures);
    }

    /** Share of the extracted values that are right. */
    public double precision() {
        return new Share(found, right).value();
    }

    /** Share of the expected values that were found. */
    public double recall() {
        return new Share(expected, right).value();
    }

    /** Share of spreads with the right number and kind. */
    public double spreads() {
        return new Share(spreadsExpected, spreadsRight).value();
    }

    /** Share of right context over all fields. */
    public double contexts() {
        int of = context.values().stream().mapToInt(Share::of).sum();
        return new Share(of, context.values().stream().mapToInt(Share::right).sum()).value();
    }

    /** Share of exact quotations. */
    public double exactSpans() {
        return new Share(found, spans).value();
    }
}
