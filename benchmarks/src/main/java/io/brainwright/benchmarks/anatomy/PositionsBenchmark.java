package io.brainwright.benchmarks.anatomy;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.EvenPositions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Question: how many somata that keep a distance are placed in a CPU second, beside brainbuilder's poisson_disc?
 * Answer: benchmarks/results/anatomy.md. Called by {@code benchmarks/peers/positions.py}, which times the peer and checks both sides' distances.
 */
public final class PositionsBenchmark {
    private static final int LAYER = 6;

    private PositionsBenchmark() {}

    /** Arguments: cells per mm3, about how many cells, distance in units of n^(-1/3), passes, file for the places of the last pass. */
    public static void main(String[] args) throws IOException {
        double density_per_um3 = Double.parseDouble(args[0]) / 1e9;
        double wanted = Double.parseDouble(args[1]);
        double keep_um = Double.parseDouble(args[2]) / StrictMath.cbrt(density_per_um3);
        int passes = Integer.parseInt(args[3]);
        var region = CorticalSheet.open("rat-nbs1").region("S1HL");
        double thickness_um = region.sheet().recipe().layer(LAYER).thickness_um();
        var column = new Column(region, 2 * Math.sqrt(wanted / density_per_um3 / thickness_um / Math.PI));
        int count = (int) Math.round(column.volume_mm3(LAYER) * 1e9 * density_per_um3);
        var clock = ManagementFactory.getThreadMXBean();
        double cpu_s = 0;
        double kept_um = keep_um;
        for (int pass = -passes / 3 - 1; pass < passes; pass++) {
            long start = clock.getCurrentThreadCpuTime();
            var places = new EvenPositions(column, keep_um, count);
            places.add(LAYER, count, keep_um, Draws.of(pass, "benchmark.positions", 0));
            cpu_s += pass < 0 ? 0 : (clock.getCurrentThreadCpuTime() - start) / 1e9;
            kept_um = Math.min(kept_um, places.narrowest_um());
            if (pass == passes - 1) {
                write(places, Path.of(args[4]));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "{\"cells\": %d, \"cpu_s\": %.6f, \"asked_um\": %.6f, \"kept_um\": %.6f}%n",
                (long) passes * count,
                cpu_s,
                keep_um,
                kept_um);
    }

    private static void write(EvenPositions places, Path file) throws IOException {
        var out = new StringBuilder();
        for (int i = 0; i < places.size(); i++) {
            out.append(places.x(i) + " " + places.y(i) + " " + places.z(i) + "\n");
        }
        Files.writeString(file, out);
    }
}
