package io.brainwright.render.model.world;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The frames of a report that some moments need, and the whole course of a few compartments. */
public final class VoltageReport {
    private final Compartments compartments;
    private final List<Double> times_ms = new ArrayList<>();
    private final List<float[]> frames = new ArrayList<>();
    private final List<Double> allTimes_ms = new ArrayList<>();
    private final List<float[]> traced = new ArrayList<>();

    private VoltageReport(Compartments compartments) {
        this.compartments = compartments;
    }

    /**
     * Reads a feed once.
     *
     * @param moments_ms the moments that will be asked for
     * @param probes compartments whose whole course is kept
     */
    public static VoltageReport read(ReportFeed feed, double[] moments_ms, int[] probes) {
        var report = new VoltageReport(feed.compartments());
        double[] wanted = moments_ms.clone();
        Arrays.sort(wanted);
        var before = new Before();
        feed.forEachFrame((t, v) -> {
            if (v.length != report.compartments.count()) {
                throw misfit(feed.name(), v.length, report.compartments.count());
            }
            report.trace(t, v, probes);
            if (before.values != null && needed(wanted, before.time_ms, t)) {
                report.keep(before.time_ms, before.values);
                report.keep(t, v.clone());
            }
            before.time_ms = t;
            before.values = v.clone();
        });
        if (report.frames.isEmpty() && before.values != null) {
            report.keep(before.time_ms, before.values);
        }
        if (report.frames.isEmpty()) {
            throw new Problem(
                    Kind.INVALID,
                    "NO_VOLTAGES",
                    "Report '%s' holds no frame.".formatted(feed.name()),
                    "Run the simulation with a compartment report, or colour by layer.",
                    Map.of("report", feed.name()));
        }
        return report;
    }

    private static final class Before {
        private double time_ms = Double.NEGATIVE_INFINITY;
        private float @org.jspecify.annotations.Nullable [] values;
    }

    public Compartments compartments() {
        return compartments;
    }

    /** Voltage of every compartment at a moment, linear between frames; the first or last frame beyond them. */
    public float[] at(double t_ms) {
        int i = 0;
        while (i < times_ms.size() - 1 && times_ms.get(i + 1) <= t_ms) {
            i++;
        }
        float[] a = frames.get(i);
        if (i == times_ms.size() - 1 || t_ms <= times_ms.get(i)) {
            return a.clone();
        }
        float[] b = frames.get(i + 1);
        float w = (float) ((t_ms - times_ms.get(i)) / (times_ms.get(i + 1) - times_ms.get(i)));
        float[] mixed = new float[a.length];
        for (int c = 0; c < mixed.length; c++) {
            mixed[c] = a[c] + w * (b[c] - a[c]);
        }
        return mixed;
    }

    /** Times of the whole course. */
    public double[] traceTimes_ms() {
        return allTimes_ms.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The whole course of a probe, mV. */
    public float[] trace_mV(int probe) {
        float[] course = new float[traced.size()];
        for (int i = 0; i < course.length; i++) {
            course[i] = traced.get(i)[probe];
        }
        return course;
    }

    private void trace(double t, float[] v, int[] probes) {
        if (probes.length > 0) {
            allTimes_ms.add(t);
            float[] values = new float[probes.length];
            for (int p = 0; p < probes.length; p++) {
                values[p] = v[probes[p]];
            }
            traced.add(values);
        }
    }

    private void keep(double t, float[] v) {
        if (times_ms.isEmpty() || times_ms.getLast() < t) {
            times_ms.add(t);
            frames.add(v);
        }
    }

    private static boolean needed(double[] wanted, double from, double to) {
        int i = Arrays.binarySearch(wanted, from);
        int at = i >= 0 ? i : -i - 1;
        return at < wanted.length && wanted[at] <= to;
    }

    private static Problem misfit(String name, int values, int compartments) {
        return new Problem(
                Kind.INVALID,
                "REPORT_DOES_NOT_FIT",
                "A frame of report '%s' has %d values for %d compartments.".formatted(name, values, compartments),
                "Give a report whose frames fit its own compartments.",
                Map.of("report", name, "values", String.valueOf(values), "compartments", String.valueOf(compartments)));
    }
}
