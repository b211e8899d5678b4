package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import io.brainwright.proto.sim.v1.CompareRequest;
import io.brainwright.proto.sim.v1.CompareResponse;
import io.brainwright.proto.sim.v1.LayerActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Each simulation beside its control: the run of the same swept values and seed in another variant, or itself where the plan
 * has no variants.
 *
 * @param first the comparison of the first run; null where nothing was simulated
 * @param controlled whether the first run had a control
 * @param measures spikes from the onset on, and those of cells that were not driven, by layer and in all
 */
record Comparisons(@Nullable CompareResponse first, boolean controlled, List<Measure> measures) {
    private static final String CONTROL = "control";

    static Comparisons of(Plan plan, Services services, List<SimulationRun> runs) {
        if (runs.isEmpty()) {
            return new Comparisons(null, false, List.of());
        }
        var step = plan.steps(DatasetKind.SIMULATION.action()).getFirst().id();
        var main = runs.getFirst().setting().variant();
        CompareResponse first = null;
        boolean controlled = false;
        var measures = new ArrayList<Measure>();
        for (var run : runs) {
            boolean isMain = run.setting().variant().equals(main);
            var control = control(run, main, runs);
            if (!isMain && control == null) {
                continue;
            }
            var answer = compare(services, run, control == null ? run : control);
            if (first == null) {
                first = answer;
                controlled = control != null;
            }
            measures.addAll(measures(step, run.setting(), answer, false));
            if (isMain && control != null) {
                measures.addAll(measures(step, control.setting(), answer, true));
            }
        }
        return new Comparisons(first, controlled, measures);
    }

    /** The control of a run; null for the control itself, and where there is none. */
    private static @Nullable SimulationRun control(SimulationRun run, String main, List<SimulationRun> runs) {
        var others = runs.stream()
                .filter(r -> !r.setting().variant().equals(main)
                        && r.setting().under().equals(run.setting().under())
                        && r.setting().repeat() == run.setting().repeat()
                        && r.cells().equals(run.cells()))
                .toList();
        var control = others.stream()
                .filter(r -> r.setting().variant().equals(CONTROL))
                .findFirst()
                .orElse(others.isEmpty() ? null : others.getFirst());
        return control == null || control.setting().equals(run.setting()) ? null : control;
    }

    private static CompareResponse compare(Services services, SimulationRun run, SimulationRun control) {
        var request = CompareRequest.newBuilder()
                .setRun(run.simulation())
                .setControl(control.simulation())
                .setCells(run.cells())
                .setOnsetMs(Onsets.first_ms(run.params()));
        return services.sim().compare(request.build());
    }

    private static List<Measure> measures(String step, Setting setting, CompareResponse answer, boolean control) {
        ToLongFunction<LayerActivity> spikes = control ? LayerActivity::getControlSpikes : LayerActivity::getSpikes;
        ToLongFunction<LayerActivity> outside =
                control ? LayerActivity::getControlUnstimulatedSpikes : LayerActivity::getUnstimulatedSpikes;
        var measures = new ArrayList<Measure>();
        counts(step, "spikes", setting, answer, spikes, measures);
        counts(step, "unstimulated_spikes", setting, answer, outside, measures);
        return measures;
    }

    private static void counts(
            String step,
            String metric,
            Setting setting,
            CompareResponse answer,
            ToLongFunction<LayerActivity> count,
            List<Measure> measures) {
        for (var layer : answer.getLayersList()) {
            measures.add(
                    measure(step, metric, "L" + layer.getLayer(), setting, count.applyAsLong(layer), layer.getCells()));
        }
        measures.add(measure(
                step,
                metric,
                "all",
                setting,
                answer.getLayersList().stream().mapToLong(count).sum(),
                answer.getLayersList().stream()
                        .mapToLong(LayerActivity::getCells)
                        .sum()));
    }

    private static Measure measure(String step, String metric, String group, Setting setting, long value, long cells) {
        return new Measure(step, metric, group, setting.variant(), setting.under(), (double) value, "1", null, cells);
    }
}
