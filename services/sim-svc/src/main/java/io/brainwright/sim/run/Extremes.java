package io.brainwright.sim.run;

/**
 * Smallest and largest value of a record.
 *
 * @param record its name
 * @param least smallest value, in the record's unit
 * @param least_at_ms when it came first
 * @param most largest value
 * @param most_at_ms when it came first
 */
public record Extremes(String record, double least, double least_at_ms, double most, double most_at_ms) {
    /** Before any value. */
    public static Extremes none(String record) {
        return new Extremes(record, Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY, 0);
    }

    /** With one more value. */
    public Extremes with(double value, double t_ms) {
        boolean less = value < least;
        boolean more = value > most;
        return !less && !more
                ? this
                : new Extremes(
                        record,
                        less ? value : least,
                        less ? t_ms : least_at_ms,
                        more ? value : most,
                        more ? t_ms : most_at_ms);
    }

    /** Of a trace that is sampled from time 0. */
    public static Extremes of(String record, double[] trace, double dt_ms) {
        var extremes = none(record);
        for (int k = 0; k < trace.length; k++) {
            extremes = extremes.with(trace[k], k * dt_ms);
        }
        return extremes;
    }
}
