package io.brainwright.sim.model.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The spike trains of some cells within a window of time; a cell that did not fire has an empty one. */
public final class Trains {
    private static final double MS_PER_S = 1000;

    private final List<double[]> trains;
    private final double from_ms;
    private final double to_ms;

    private Trains(List<double[]> trains, double from_ms, double to_ms) {
        this.trains = trains;
        this.from_ms = from_ms;
        this.to_ms = to_ms;
    }

    /**
     * @param times_ms spike times, rising
     * @param node_ids who fired
     * @param cells the cells that are looked at
     * @param from_ms first time that counts
     * @param to_ms time before which spikes count, above {@code from_ms}
     */
    public static Trains of(double[] times_ms, long[] node_ids, long[] cells, double from_ms, double to_ms) {
        assert to_ms > from_ms : from_ms + " to " + to_ms;
        var lists = new HashMap<Long, List<Double>>();
        for (long cell : cells) {
            lists.put(cell, new ArrayList<>());
        }
        for (int i = 0; i < times_ms.length; i++) {
            var mine = lists.get(node_ids[i]);
            if (mine != null && times_ms[i] >= from_ms && times_ms[i] < to_ms) {
                mine.add(times_ms[i]);
            }
        }
        var trains = new ArrayList<double[]>();
        for (long cell : cells) {
            trains.add(lists.getOrDefault(cell, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
        }
        return new Trains(trains, from_ms, to_ms);
    }

    public int cells() {
        return trains.size();
    }

    public double from_ms() {
        return from_ms;
    }

    public double to_ms() {
        return to_ms;
    }

    /** Times of one cell; not to be changed. */
    public double[] times_ms(int cell) {
        return trains.get(cell);
    }

    public long spikes() {
        return trains.stream().mapToLong(t -> t.length).sum();
    }

    /** Mean rate of each cell: spikes over the window, Hz. */
    public double[] rates_Hz() {
        return trains.stream()
                .mapToDouble(t -> t.length / (to_ms - from_ms) * MS_PER_S)
                .toArray();
    }

    /** Time from the window's start to each cell's first spike, ms; NaN for a cell that did not fire. */
    public double[] latencies_ms() {
        return trains.stream()
                .mapToDouble(t -> t.length == 0 ? Double.NaN : t[0] - from_ms)
                .toArray();
    }

    /**
     * The same trains, each shifted in time by a part of the window of its own; what leaves the end comes in at the beginning. Each cell
     * keeps its number of spikes and its intervals, and what cells did together is lost.
     *
     * @param parts one per cell, 0 to 1
     */
    public Trains shifted(double[] parts) {
        double window_ms = to_ms - from_ms;
        var moved = new ArrayList<double[]>();
        for (int c = 0; c < parts.length; c++) {
            double shift_ms = parts[c] * window_ms;
            moved.add(java.util.Arrays.stream(trains.get(c))
                    .map(t_ms -> from_ms + (t_ms - from_ms + shift_ms) % window_ms)
                    .sorted()
                    .toArray());
        }
        return new Trains(moved, from_ms, to_ms);
    }

    /** Spikes of each cell in bins of equal width; a last part shorter than a bin is left away. */
    public int[][] counts(double bin_ms) {
        int bins = (int) Math.floor((to_ms - from_ms) / bin_ms + 1e-9);
        var counts = new int[trains.size()][bins];
        for (int c = 0; c < counts.length; c++) {
            for (double t_ms : trains.get(c)) {
                int bin = (int) Math.floor((t_ms - from_ms) / bin_ms);
                if (bin < bins) {
                    counts[c][bin]++;
                }
            }
        }
        return counts;
    }

    /** Mean rate of a cell over time, Hz: the peristimulus time histogram where the window starts at the stimulus. */
    public double[] psth_Hz(double bin_ms) {
        var counts = counts(bin_ms);
        int bins = counts.length == 0 ? 0 : counts[0].length;
        var rate = new double[bins];
        for (var row : counts) {
            for (int k = 0; k < bins; k++) {
                rate[k] += row[k] / (bin_ms / MS_PER_S) / counts.length;
            }
        }
        return rate;
    }
}
