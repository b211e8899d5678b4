package io.brainwright.agents.actions;

import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.Onsets;
import io.brainwright.agents.run.StepContext;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import io.brainwright.proto.fabric.v1.Series;
import io.brainwright.proto.render.v1.Plot;
import io.brainwright.proto.synthesis.v1.MorphometryRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers behind a plot: those that the plan's analyses gave, else asked of the stages. */
final class PlottedNumbers {
    private PlottedNumbers() {}

    static Plot of(StepContext context, String kind) {
        var plot = Plot.newBuilder();
        switch (kind) {
            case "psth" ->
                plot.setDrawing("steps").addAllSeries(activity(context, kind)).addAllMarkMs(marks(context));
            case "isi", "plasticity" -> plot.setDrawing("steps").addAllSeries(activity(context, kind));
            case "traces" ->
                plot.setDrawing("lines").addAllSeries(activity(context, kind)).addAllMarkMs(marks(context));
            case "psd" -> plot.setDrawing("lines").addAllSeries(activity(context, kind));
            case "f_i" -> plot.setDrawing("lines").addAllSeries(frequencies(context));
            case "sweep" -> plot.setDrawing("lines").addAllSeries(SweptNumbers.of(context));
            case "depth_profile" ->
                DepthProfile.of(context).into(plot.setDrawing("lines").setYDown(true));
            case "matrix" ->
                plot.setDrawing("matrix")
                        .addAllSeries(PathwayMatrix.of(pathways(context)))
                        .setZLabel("connection probability");
            case "barcode" -> plot.setDrawing("barcode").addAllSeries(stacked(bars(context)));
            default -> throw new AssertionError("availability let '%s' pass".formatted(kind));
        }
        if (plot.getSeriesCount() == 0) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "NOTHING_TO_PLOT",
                    "There are no numbers for a plot of %s.".formatted(kind),
                    "Add the analysis that measures them, or lengthen the run.",
                    Map.of("plot", kind));
        }
        return plot.build();
    }

    private static List<Series> known(StepContext context, String metric) {
        return context.outcomes().stream()
                .flatMap(o -> o.series().stream())
                .filter(s -> s.getMetric().equals(metric))
                .toList();
    }

    private static List<Series> activity(StepContext context, String metric) {
        var known = known(context, metric);
        if (!known.isEmpty()) {
            return known;
        }
        var runs = context.runs();
        if (runs.isEmpty()) {
            throw SimAnalyse.nothingSimulated(context);
        }
        var series = new ArrayList<Series>();
        for (var run : runs) {
            for (var s : SimAnalyse.ask(context, run, List.of(metric)).getSeriesList()) {
                var words = run.setting().words();
                series.add(
                        words.isEmpty()
                                ? s
                                : s.toBuilder()
                                        .setGroup(s.getGroup() + ", " + words)
                                        .build());
            }
        }
        return series;
    }

    private static List<Double> marks(StepContext context) {
        var runs = context.runs();
        return runs.isEmpty() ? List.of() : Onsets.of_ms(runs.getFirst().params());
    }

    /** Rate over current: one point per run, at the amplitude of its first stimulus. */
    private static List<Series> frequencies(StepContext context) {
        var curves = new LinkedHashMap<String, Series.Builder>();
        for (var run : context.runs()) {
            var stimulus = run.params().path("stimuli").path(0);
            if (!stimulus.path("amplitude_nA").isNumber()) {
                continue;
            }
            double amplitude_nA = stimulus.path("amplitude_nA").asDouble();
            var answer = SimAnalyse.ask(context, run, List.of("f_i"));
            for (Measure m : Answers.measures(context.step().id(), run.setting(), answer)) {
                if (m.metric().equals("f_i") && m.value() != null) {
                    curves.computeIfAbsent(
                                    m.group(),
                                    group -> Series.newBuilder()
                                            .setMetric("f_i")
                                            .setGroup(group)
                                            .setXLabel("current (nA)")
                                            .setYLabel("rate (Hz)"))
                            .addX(amplitude_nA)
                            .addY(m.value());
                }
            }
        }
        return curves.values().stream().map(Series.Builder::build).toList();
    }

    /** Probability by pathway: that of the plan's own analysis by groups, else by layer. */
    private static Map<String, Double> pathways(StepContext context) {
        var known = new LinkedHashMap<String, Double>();
        for (var outcome : context.outcomes()) {
            for (var m : outcome.measures()) {
                if (m.metric().equals(PathwayMatrix.METRIC)
                        && PathwayMatrix.isPathway(m.group())
                        && m.value() != null) {
                    known.putIfAbsent(m.group(), m.value());
                }
            }
        }
        if (!known.isEmpty()) {
            return known;
        }
        var answer = context.services()
                .connectome()
                .analyse(ConnectivityRequest.newBuilder()
                        .setSynapses(context.require(DatasetKind.SYNAPSES))
                        .setCells(context.require(DatasetKind.CELLS))
                        .addMetrics(PathwayMatrix.METRIC)
                        .setGroupBy("layer")
                        .build());
        for (var m : answer.getMeasuresList()) {
            if (m.getMetric().equals(PathwayMatrix.METRIC) && PathwayMatrix.isPathway(m.getGroup()) && m.hasValue()) {
                known.put(m.getGroup(), m.getValue());
            }
        }
        return known;
    }

    /** The bars of one curve above those of the one before. */
    private static List<Series> stacked(List<Series> curves) {
        var stacked = new ArrayList<Series>();
        double lines = 0;
        for (var s : curves) {
            double below = lines;
            stacked.add(s.toBuilder()
                    .clearY()
                    .addAllY(s.getYList().stream().map(y -> y + below).toList())
                    .build());
            lines += s.getYList().stream().mapToDouble(y -> y + 1).max().orElse(0);
        }
        return stacked;
    }

    private static List<Series> bars(StepContext context) {
        var known = known(context, "persistence");
        return !known.isEmpty()
                ? known
                : context.services()
                        .synthesis()
                        .analyse(MorphometryRequest.newBuilder()
                                .setMorphologies(context.require(DatasetKind.MORPHOLOGIES))
                                .setCells(context.require(DatasetKind.CELLS))
                                .addFeatures("persistence")
                                .build())
                        .getSeriesList();
    }
}
