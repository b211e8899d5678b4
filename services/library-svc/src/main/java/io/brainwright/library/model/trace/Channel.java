package io.brainwright.library.model.trace;

import java.util.Locale;

/**
 * One quantity over time. The arrays belong to the channel once handed over.
 *
 * @param name as the file names it
 * @param quantity voltage or current
 * @param description what the file says of it, empty where it says nothing
 * @param interval_ms time between samples; NaN where it is not even
 * @param times_ms time of each sample
 * @param values in mV or nA
 */
@SuppressWarnings("ArrayRecordComponent") // millions of samples; compared nowhere
public record Channel(
        String name, Quantity quantity, String description, double interval_ms, double[] times_ms, double[] values) {
    /** What a channel records. */
    public enum Quantity {
        VOLTAGE("mV"),
        CURRENT("nA");

        private final String unit;

        Quantity(String unit) {
            this.unit = unit;
        }

        /** Unit of its values. */
        public String unit() {
            return unit;
        }
    }

    /** "voltage 'soma': 1000 samples every 0.1 ms, from 0 to 99.9 ms, mV". */
    public String sentence() {
        var every = Double.isNaN(interval_ms) ? "at uneven times" : "every %s ms".formatted(Brief.number(interval_ms));
        return times_ms.length == 0
                ? "%s '%s': no samples".formatted(quantity.name().toLowerCase(Locale.ROOT), name)
                : "%s '%s': %d samples %s, from %s to %s ms, in %s"
                        .formatted(
                                quantity.name().toLowerCase(Locale.ROOT),
                                name,
                                times_ms.length,
                                every,
                                Brief.number(times_ms[0]),
                                Brief.number(times_ms[times_ms.length - 1]),
                                quantity.unit());
    }
}
