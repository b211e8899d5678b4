package io.brainwright.agents.notebook;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.RunResult;
import io.brainwright.proto.sim.v1.CompareResponse;
import io.brainwright.proto.sim.v1.LayerActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers of a run's comparison by layer, as measures. */
final class Measures {
    private static final double MS_PER_S = 1000;

    private Measures() {}

    /** Everything that the run's steps measured; of the comparison only metrics that no step measured. */
    static List<Measure> of(Plan plan, RunResult run) {
        var measures = new ArrayList<>(run.measures());
        var metrics = run.measures().stream().map(Measure::metric).collect(Collectors.toSet());
        ofComparison(plan, run).stream()
                .filter(m -> !metrics.contains(m.metric()))
                .forEach(measures::add);
        return measures;
    }

    /** Mean rates and latencies of each layer, with the stimulus and, where there was one, in the control. */
    private static List<Measure> ofComparison(Plan plan, RunResult run) {
        var comparison = run.comparison();
        var sims = plan.steps("sim.run");
        if (comparison == null || sims.isEmpty()) {
            return List.of();
        }
        double span_ms = sims.getFirst().params().path("duration_ms").asDouble(0) - run.onset_ms();
        var names = plan.variants();
        var stimulated = names.isEmpty() ? "run" : names.getFirst().name();
        var control = names.size() < 2 ? "control" : names.get(1).name();
        var step = sims.getFirst().id();
        var measures = new ArrayList<Measure>();
        for (var layer : comparison.getLayersList()) {
            measures.addAll(activity(step, stimulated, layer, layer.getSpikes(), span_ms));
            measures.add(latency(
                    step, stimulated, layer, layer.hasFirstSpikeLatencyMs() ? layer.getFirstSpikeLatencyMs() : null));
            if (run.controlled()) {
                measures.addAll(activity(step, control, layer, layer.getControlSpikes(), span_ms));
                measures.add(latency(
                        step,
                        control,
                        layer,
                        layer.hasControlFirstSpikeLatencyMs() ? layer.getControlFirstSpikeLatencyMs() : null));
            }
        }
        measures.add(unstimulated(
                step,
                stimulated,
                comparison.getLayersList().stream()
                        .mapToLong(LayerActivity::getUnstimulatedSpikes)
                        .sum(),
                comparison));
        if (run.controlled()) {
            measures.add(unstimulated(
                    step,
                    control,
                    comparison.getLayersList().stream()
                            .mapToLong(LayerActivity::getControlUnstimulatedSpikes)
                            .sum(),
                    comparison));
        }
        return measures;
    }

    /** Spikes of the cells that no stimulus drives: whether activity spreads. */
    private static Measure unstimulated(String step, String variant, long spikes, CompareResponse comparison) {
        long cells = comparison.getLayersList().stream()
                .mapToLong(l -> l.getCells() - l.getStimulatedCells())
                .sum();
        return new Measure(step, "unstimulated_spikes", "all", variant, Map.of(), (double) spikes, "1", null, cells);
    }

    private static List<Measure> activity(
            String step, String variant, LayerActivity layer, long spikes, double span_ms) {
        var rate_Hz = layer.getCells() == 0 || span_ms <= 0
                ? null
                : Double.valueOf(spikes / (double) layer.getCells() / span_ms * MS_PER_S);
        return List.of(measure(step, "mean_rate", variant, layer, rate_Hz, "Hz", layer.getCells()));
    }

    private static Measure latency(String step, String variant, LayerActivity layer, @Nullable Double latency_ms) {
        return measure(step, "latency", variant, layer, latency_ms, "ms", latency_ms == null ? 0 : 1);
    }

    private static Measure measure(
            String step,
            String metric,
            String variant,
            LayerActivity layer,
            @Nullable Double value,
            String unit,
            long n) {
        return new Measure(step, metric, "L" + layer.getLayer(), variant, Map.of(), value, unit, null, n);
    }
}
