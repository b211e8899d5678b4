package io.brainwright.sim.service;

import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.sim.model.analysis.Intervals;
import io.brainwright.sim.model.analysis.Sample;
import io.brainwright.sim.model.analysis.Spectrum;
import io.brainwright.sim.model.analysis.Together;
import io.brainwright.sim.model.analysis.Trains;
import java.util.Set;

/** The metrics that spikes give. */
final class SpikeMetrics {
    static final Set<String> NAMES =
            Set.of("mean_rate", "raster", "psth", "isi", "synchrony", "correlation", "latency", "f_i", "psd");

    /** chosen: bins of the rate over time. */
    private static final double PSTH_MS = 2;
    /** chosen: bins within which spikes count as together. */
    private static final double TOGETHER_MS = 5;
    /** chosen: sampling of the population rate for its spectrum, up to 500 Hz. */
    private static final double SPECTRUM_MS = 1;

    private static final double MOST_SPECTRUM_HZ = 500;
    private static final int INTERVAL_BINS = 50;
    private static final String RATE = "rate (Hz per cell)";

    /** Metrics that count spikes in bins whose width may be asked for. */
    static final Set<String> BINNED = Set.of("synchrony", "correlation", "psth");

    /** chosen: the mean of so many is known to a seventh of the spread. */
    private static final int SHUFFLES = 50;

    private final AnalysedRun run;
    private final Measurements out;

    SpikeMetrics(AnalysedRun run, MeasuredResponse.Builder answer) {
        this.run = run;
        this.out = new Measurements(answer);
    }

    void measure(String metric, String group, int[] members) {
        var trains = run.trains(members);
        switch (metric) {
            case "mean_rate" -> out.sample(metric, group, Sample.of(trains.rates_Hz()), "Hz", "cells");
            case "latency" -> {
                out.sample(metric, group, Sample.of(trains.latencies_ms()), "ms", "cells");
                out.note("Latency: from %s ms to the first spike of each cell that fired.".formatted(run.from_ms()));
            }
            case "raster" -> raster(group, members, trains);
            case "psth" -> psth(group, trains);
            case "isi" -> intervals(group, trains);
            case "synchrony" -> synchrony(group, members, trains);
            case "correlation" -> {
                double bin_ms = run.bin_ms(TOGETHER_MS);
                var r = Together.correlation(trains.counts(bin_ms));
                out.value(metric, group, r.value(), "1", r.cells());
                out.note("Correlation: mean over pairs of Pearson's r of spike counts in bins of %s ms."
                        .formatted(bin_ms));
            }
            case "f_i" -> frequency(group, members);
            case "psd" -> spectrum(group, trains);
            default -> throw new AssertionError(metric);
        }
    }

    private void synchrony(String group, int[] members, Trains trains) {
        double bin_ms = run.bin_ms(TOGETHER_MS);
        out.value("synchrony", group, Together.synchrony(trains.counts(bin_ms)), "1", trains.cells());
        var floor = Together.shuffledSynchrony(trains, bin_ms, run.made().getSeed(), run.ids(members), SHUFFLES);
        out.sample("synchrony_floor", group, Sample.of(floor), "1", "shuffles");
        out.note(
                "Synchrony: the index chi of spike counts in bins of %s ms (Golomb 2007, doi:10.4249/scholarpedia.1347), 1 where all cells do the same; synchrony_floor is its mean and spread over %d shuffles of the same spikes, each cell's shifted in time at random, so what lies above it is no chance."
                        .formatted(bin_ms, SHUFFLES));
    }

    private void raster(String group, int[] members, Trains trains) {
        out.value("spikes", group, trains.spikes(), "1", trains.cells());
        var dots = out.series("raster", group, "time (ms)", "cell");
        for (int c = 0; c < members.length; c++) {
            for (double t_ms : trains.times_ms(c)) {
                dots.addX(t_ms).addY(members[c]);
            }
        }
    }

    private void psth(String group, Trains trains) {
        double bin_ms = run.bin_ms(PSTH_MS);
        var rate_Hz = trains.psth_Hz(bin_ms);
        int peak = 0;
        var curve = out.series("psth", group, "time (ms)", RATE);
        for (int k = 0; k < rate_Hz.length; k++) {
            curve.addX(trains.from_ms() + k * bin_ms).addY(rate_Hz[k]);
            peak = rate_Hz[k] > rate_Hz[peak] ? k : peak;
        }
        out.value("psth_peak", group, rate_Hz.length == 0 ? Double.NaN : rate_Hz[peak], "Hz", trains.cells());
        out.note("The histogram has bins of %s ms; psth_peak is its highest.".formatted(bin_ms));
    }

    private void intervals(String group, Trains trains) {
        out.sample("isi", group, Sample.of(Intervals.means_ms(trains)), "ms", "cells");
        out.sample("isi_cv", group, Sample.of(Intervals.cvs(trains)), "1", "cells");
        var all_ms = Intervals.all_ms(trains);
        if (all_ms.length == 0) {
            return;
        }
        double longest_ms = java.util.Arrays.stream(all_ms).max().orElse(1);
        double bin_ms = longest_ms / INTERVAL_BINS;
        var counts = new long[INTERVAL_BINS];
        for (double i_ms : all_ms) {
            counts[(int) Math.min(INTERVAL_BINS - 1, i_ms / bin_ms)]++;
        }
        var curve = out.series("isi", group, "interval (ms)", "intervals");
        for (int k = 0; k < INTERVAL_BINS; k++) {
            curve.addX(k * bin_ms).addY(counts[k]);
        }
    }

    /** Rate during the first step of current, of the cells that it drives; the whole window where there is none. */
    private void frequency(String group, int[] members) {
        var step = run.made().getStimuliList().stream()
                .filter(s -> s.hasCurrentStep())
                .map(s -> s.getCurrentStep())
                .findFirst();
        double begin_ms = step.map(s -> s.getStartMs()).orElse(run.from_ms());
        double end_ms = step.map(s -> s.getStartMs() + s.getDurationMs()).orElse(run.to_ms());
        var driven = new java.util.HashSet<Long>();
        for (long id : run.table(SimTables.STIMULATED.name()).longs("node_id")) {
            driven.add(id);
        }
        int[] meant = java.util.Arrays.stream(members)
                .filter(i ->
                        driven.isEmpty() || driven.contains(run.cells().get(i).node_id()))
                .toArray();
        if (meant.length > 0) {
            var trains = run.trains(meant, begin_ms, end_ms);
            out.sample("f_i", group, Sample.of(trains.rates_Hz()), "Hz", "cells");
            out.note("f-I: rate of the driven cells from %s to %s ms.".formatted(begin_ms, end_ms));
        }
    }

    private void spectrum(String group, Trains trains) {
        var spectrum = Spectrum.of(trains.psth_Hz(SPECTRUM_MS), SPECTRUM_MS);
        out.value("psd_peak", group, spectrum.peak_Hz(), "Hz", trains.cells());
        var curve = out.series("psd", group, "frequency (Hz)", "power (Hz^2/Hz)");
        var f = spectrum.frequencies_Hz();
        var p = spectrum.power();
        for (int k = 0; k < f.length && f[k] <= MOST_SPECTRUM_HZ; k++) {
            curve.addX(f[k]).addY(p[k]);
        }
        out.note("Spectrum: periodogram of the population rate in bins of %s ms, its mean taken away."
                .formatted(SPECTRUM_MS));
    }
}
