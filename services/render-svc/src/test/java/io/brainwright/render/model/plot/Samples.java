package io.brainwright.render.model.plot;

import io.brainwright.render.model.raster.SpikeRaster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One figure of every kind, with numbers like those that the stages give. */
final class Samples {
    static final String CAPTION = "Spikes of 300 cells of rat S1HL, one dot each. Datasets: cells 0123456789ab,"
            + " simulation ba9876543210; plan 5f0c1d2e3a4b.";
    private static final String[] LAYERS = {"L1", "L2", "L3", "L4", "L5", "L6"};

    private Samples() {}

    static Map<String, Sheet> all(int width, int height) {
        var sheets = new LinkedHashMap<String, Sheet>();
        sheets.put("raster", raster(300, 900, width, height));
        figures().forEach((kind, figure) -> sheets.put(kind, Sheet.of(figure, width, height)));
        return sheets;
    }

    static Map<String, Figure> figures() {
        var figures = new LinkedHashMap<String, Figure>();
        figures.put(
                "psth",
                figure(
                        Drawing.STEPS,
                        "time (ms)",
                        "rate (Hz)",
                        List.of(50.0),
                        List.of(
                                curve("L4", 40, i -> i * 5, i -> 40 * bump(i * 5 - 55)),
                                curve("L5", 40, i -> i * 5, i -> 12 * bump(i * 5 - 70)))));
        figures.put(
                "traces",
                figure(
                        Drawing.LINES,
                        "time (ms)",
                        "membrane potential (mV)",
                        List.of(50.0),
                        IntStream.range(0, 3)
                                .mapToObj(k -> curve(
                                        "L5, cell " + (40 + k),
                                        400,
                                        i -> i * 0.5,
                                        i -> -72 + k + 100 * bump((i * 0.5 - 60 - 4 * k) / 0.1)))
                                .toList()));
        figures.put(
                "f_i",
                figure(
                        Drawing.LINES,
                        "current (nA)",
                        "rate (Hz)",
                        List.of(),
                        List.of(
                                curve("L5_TPC:A", 8, i -> 0.1 * i, i -> Math.max(0, 45.0 * (i - 2) / 5)),
                                curve("L23_BP", 8, i -> 0.1 * i, i -> Math.max(0, 110.0 * (i - 1) / 6)))));
        figures.put("matrix", matrix());
        figures.put(
                "depth_profile",
                new Figure(
                        Drawing.LINES,
                        "How dense are the layers?",
                        CAPTION,
                        "cells per mm3",
                        "depth (um)",
                        "",
                        List.of(curve("placed", 42, i -> 60_000 + 50_000 * bump((i - 15) * 4.0), i -> 25 + 50 * i)),
                        List.of(),
                        true,
                        List.of(new Curve(
                                "recipe",
                                new double[] {60_000, 60_000, 105_000, 105_000, 62_000, 62_000},
                                new double[] {0, 667, 667, 857, 857, 2082})),
                        List.of(new Band(0, 667, "L1-3"), new Band(667, 857, "L4"), new Band(857, 2082, "L5-6"))));
        figures.put("barcode", barcode());
        figures.put("persistence", persistence());
        figures.put(
                "isi",
                figure(
                        Drawing.STEPS,
                        "interval (ms)",
                        "intervals",
                        List.of(),
                        List.of(curve("all", 50, i -> i * 2, i -> Math.rint(80 * Math.exp(-0.09 * i))))));
        figures.put(
                "psd",
                figure(
                        Drawing.LINES,
                        "frequency (Hz)",
                        "power (Hz^2/Hz)",
                        List.of(),
                        List.of(curve("all", 120, i -> i, i -> 0.004 / (1 + 0.02 * (i - 38) * (i - 38))))));
        figures.put(
                "bars",
                figure(
                        Drawing.BARS,
                        "dimension",
                        "directed simplices",
                        List.of(),
                        List.of(
                                curve("L5", 5, i -> i, i -> 300 * Math.exp(-i)),
                                curve("L6", 5, i -> i, i -> 200 * Math.exp(-i * 0.7)))));
        return figures;
    }

    private static Figure persistence() {
        return new Figure(
                Drawing.PERSISTENCE,
                "How do grown dendrites branch?",
                CAPTION,
                "tip (um)",
                "fork (um)",
                "density, greatest 1",
                List.of(
                        bars("basal dendrites, 12 reconstructions", 120, 1),
                        bars("basal dendrites, 60 grown cells", 600, 2),
                        bars("apical dendrites, 12 reconstructions", 40, 3),
                        bars("apical dendrites, 60 grown cells", 300, 4)),
                List.of(),
                false);
    }

    /** Bars as trees have them: a tenth are trunks. */
    static Curve bars(String name, int n, int seed) {
        var random = new SplittableRandom(seed);
        var fork = new double[n];
        var tip = new double[n];
        for (int b = 0; b < n; b++) {
            fork[b] = b % 10 == 0 ? 0 : 150 * random.nextDouble() * random.nextDouble();
            tip[b] = fork[b] + 20 + 150 * random.nextDouble();
        }
        return new Curve(name, tip, fork);
    }

    static Sheet raster(int cells, int spikes, int width, int height) {
        var random = new SplittableRandom(1);
        int[] layers =
                IntStream.range(0, cells).map(i -> layer((double) i / cells)).toArray();
        boolean[] excitatory = new boolean[cells];
        for (int i = 0; i < cells; i++) {
            excitatory[i] = random.nextInt(5) > 0;
        }
        double[] times = IntStream.range(0, spikes)
                .mapToDouble(
                        i -> i % 3 == 0 ? random.nextDouble(200) : 50 + random.nextDouble(20) * random.nextDouble())
                .toArray();
        int[] rows = IntStream.range(0, spikes).map(i -> random.nextInt(cells)).toArray();
        double[] control = IntStream.range(0, spikes / 3)
                .mapToDouble(i -> random.nextDouble(200))
                .toArray();
        return RasterPlot.draw(
                new SpikeRaster(times, rows, layers, excitatory, 200),
                List.of(50.0),
                control,
                "Does activity spread beyond the cells that a stimulus of layer 4 drives?",
                CAPTION,
                width,
                height);
    }

    private static int layer(double share) {
        return share < 0.012 ? 1 : share < 0.14 ? 2 : share < 0.3 ? 3 : share < 0.42 ? 4 : share < 0.63 ? 5 : 6;
    }

    private static Figure matrix() {
        var rows = new ArrayList<Curve>();
        for (int r = 0; r < 6; r++) {
            int row = r;
            rows.add(curve(LAYERS[r], 6, c -> c, c -> row == 0 && c == 0 ? Double.NaN : 0.12 * bump((row - c) * 8.0)));
        }
        return new Figure(
                Drawing.MATRIX,
                "Who talks to whom?",
                CAPTION,
                "to (postsynaptic)",
                "from (presynaptic)",
                "connection probability",
                rows,
                List.of(),
                false);
    }

    private static Figure barcode() {
        var random = new SplittableRandom(3);
        int n = 40;
        var x = new double[2 * n];
        var y = new double[2 * n];
        for (int b = 0; b < n; b++) {
            double begin = random.nextDouble(400);
            x[2 * b] = begin;
            x[2 * b + 1] = begin + 600.0 / (b + 1);
            y[2 * b] = b;
            y[2 * b + 1] = b;
        }
        return figure(
                Drawing.BARCODE,
                "path distance from the soma (um)",
                "bars",
                List.of(),
                List.of(new Curve("apical", x, y)));
    }

    static Figure figure(Drawing drawing, String x, String y, List<Double> marks, List<Curve> curves) {
        return new Figure(drawing, "Does activity spread?", CAPTION, x, y, "", curves, marks, false);
    }

    static Curve curve(
            String name, int n, java.util.function.IntToDoubleFunction x, java.util.function.IntToDoubleFunction y) {
        return new Curve(
                name,
                IntStream.range(0, n).mapToDouble(x).toArray(),
                IntStream.range(0, n).mapToDouble(y).toArray());
    }

    private static double bump(double x) {
        return Math.exp(-x * x / 400);
    }
}
