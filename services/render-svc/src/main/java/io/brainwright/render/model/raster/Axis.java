package io.brainwright.render.model.raster;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis from values to pixels.
 *
 * @param from value at its beginning
 * @param to value at its end
 * @param begin_px pixel at its beginning
 * @param end_px pixel at its end
 */
public record Axis(double from, double to, double begin_px, double end_px) {
    /** Pixel of a value. */
    public double px(double value) {
        return begin_px + (value - from) / (to - from) * (end_px - begin_px);
    }

    /** About this many round values between the ends: multiples of 1, 2 or 5 times a power of ten. */
    public List<Double> ticks(int about) {
        double raw = (to - from) / about;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power;
        for (double factor : new double[] {2, 5, 10}) {
            if (step < raw) {
                step = factor * power;
            }
        }
        var ticks = new ArrayList<Double>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A value without needless digits. */
    public static String label(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf((float) value);
    }
}
