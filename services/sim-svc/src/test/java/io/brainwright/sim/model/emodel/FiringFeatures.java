package io.brainwright.sim.model.emodel;

import java.util.Arrays;
import java.util.List;

/**
 * Features of a train of spikes under a step of current, by eFEL's definitions where it has one (time_to_first_spike, all_ISI_values,
 * ISI_CV, adaptation_index2, irregularity_index); a spike is the upward crossing of -20 mV where eFEL takes the peak.
 */
final class FiringFeatures {
    /** chosen: an interval of twice the lower quartile, which is one within clusters, ends a cluster. */
    private static final double PAUSE_QUARTILES = 2;

    private final double delay_ms;
    private final double[] intervals_ms;

    /**
     * @param spikes_ms rising
     * @param start_ms onset of the step
     * @param end_ms end of the step; later spikes do not count
     */
    FiringFeatures(List<Double> spikes_ms, double start_ms, double end_ms) {
        var times_ms = spikes_ms.stream()
                .mapToDouble(t -> t)
                .filter(t -> t >= start_ms && t < end_ms)
                .toArray();
        delay_ms = times_ms.length == 0 ? Double.NaN : times_ms[0] - start_ms;
        intervals_ms = new double[Math.max(0, times_ms.length - 1)];
        Arrays.setAll(intervals_ms, i -> times_ms[i + 1] - times_ms[i]);
    }

    /** eFEL's Spikecount within the step. */
    int spikes() {
        return Double.isNaN(delay_ms) ? 0 : intervals_ms.length + 1;
    }

    /** eFEL's time_to_first_spike. */
    double delay_ms() {
        return delay_ms;
    }

    /** eFEL's all_ISI_values. */
    double[] intervals_ms() {
        return intervals_ms.clone();
    }

    /** Median of the intervals after the first. */
    double median_ms() {
        var sorted = tail();
        Arrays.sort(sorted);
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    /** eFEL's ISI_CV: the first interval does not count. */
    double cv() {
        return cv(tail());
    }

    /** eFEL's adaptation_index2: mean of (b - a) / (b + a) over neighbouring intervals from the second on. */
    double adaptation() {
        double sum = 0;
        for (int i = 2; i < intervals_ms.length; i++) {
            sum += (intervals_ms[i] - intervals_ms[i - 1]) / (intervals_ms[i] + intervals_ms[i - 1]);
        }
        return sum / (intervals_ms.length - 2);
    }

    /** eFEL's irregularity_index over the mean interval: mean of |b - a| of neighbouring intervals, free of slow adaptation. */
    double irregularity() {
        var tail = tail();
        double sum = 0;
        for (int i = 1; i < tail.length; i++) {
            sum += Math.abs(tail[i] - tail[i - 1]);
        }
        return sum / (tail.length - 1) / Arrays.stream(tail).average().orElseThrow();
    }

    /** Intervals that part clusters of spikes: longer than two lower quartiles. */
    int pauses() {
        return (int) Arrays.stream(tail()).filter(i -> i > longest_ms()).count();
    }

    /** Spikes before the first pause. */
    int firstCluster() {
        int spikes = 1;
        while (spikes <= intervals_ms.length && intervals_ms[spikes - 1] <= longest_ms()) {
            spikes++;
        }
        return spikes;
    }

    private double longest_ms() {
        var sorted = tail();
        Arrays.sort(sorted);
        return PAUSE_QUARTILES * sorted[sorted.length / 4];
    }

    /** CV of the intervals within clusters. */
    double cvWithinClusters() {
        double longest_ms = longest_ms();
        return cv(Arrays.stream(tail()).filter(i -> i <= longest_ms).toArray());
    }

    /** The first interval over the median of the others: below 1 where firing begins with a burst. */
    double burst() {
        return intervals_ms[0] / median_ms();
    }

    private double[] tail() {
        return Arrays.copyOfRange(intervals_ms, Math.min(1, intervals_ms.length), intervals_ms.length);
    }

    private static double cv(double[] x) {
        double mean = Arrays.stream(x).average().orElse(Double.NaN);
        double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (x.length - 1)) / mean;
    }

    @Override
    public String toString() {
        return "%d spikes, first after %.1f ms, burst %.2f, median %.1f ms, CV %.3f, adaptation %.4f, irregularity %.3f, %d pauses, first cluster %d, CV within %.3f"
                .formatted(
                        spikes(),
                        delay_ms,
                        intervals_ms.length > 2 ? burst() : Double.NaN,
                        intervals_ms.length > 1 ? median_ms() : Double.NaN,
                        cv(),
                        adaptation(),
                        irregularity(),
                        pauses(),
                        firstCluster(),
                        cvWithinClusters());
    }
}
