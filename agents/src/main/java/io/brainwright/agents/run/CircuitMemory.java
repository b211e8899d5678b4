package io.brainwright.agents.run;

import io.brainwright.agents.plan.NamedRegions;
import io.brainwright.agents.plan.PluggedActions;
import io.brainwright.agents.plan.Step;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a workspace remembers after a run: the circuit of the first setting, and the simulations on it. */
final class CircuitMemory {
    private static final List<String> BUILDING = List.of(
            "atlas.region",
            "placement.cells",
            "synthesis.dendrites",
            "synthesis.axons",
            "connectome.local",
            "connectome.mid_range",
            "connectome.thalamic",
            "connectome.physiology",
            "placement.vessels",
            "connectome.astrocytes");

    private CircuitMemory() {}

    /**
     * What a step did first.
     *
     * @param params its parameters then
     * @param made what it made
     */
    record First(ObjectNode params, Map<DatasetKind, DatasetRef> made) {}

    static Optional<CircuitRecord> after(
            @Nullable CircuitRecord before,
            List<Step> steps,
            Function<Step, @Nullable First> first,
            List<SimulationRun> runs,
            PluggedActions plugged) {
        var made = new LinkedHashMap<String, String>();
        var done = new ArrayList<Step>();
        for (var step : steps) {
            var one = BUILDING.contains(plugged.part(step.action())) ? first.apply(step) : null;
            if (one != null) {
                one.made().forEach((kind, dataset) -> made.put(kind.stage(), dataset.getId()));
                done.add(new Step(step.id(), step.action(), one.params(), step.needs()));
            }
        }
        if (made.isEmpty() && (runs.isEmpty() || before == null)) {
            return Optional.empty();
        }
        var datasets = new LinkedHashMap<String, String>();
        var kept = new ArrayList<Step>();
        if (before != null) {
            keepUpstream(before, made, done, datasets, kept, plugged);
        }
        datasets.putAll(made);
        kept.addAll(done);
        var named = new CircuitRecord("", datasets, kept, List.of());
        return Optional.of(new CircuitRecord(name(named), datasets, kept, remembered(runs)));
    }

    /** What stood before the first stage that was made anew still holds; what stood after it does not. */
    private static void keepUpstream(
            CircuitRecord before,
            Map<String, String> made,
            List<Step> done,
            Map<String, String> datasets,
            List<Step> kept,
            PluggedActions plugged) {
        int firstNew = DatasetKind.SIMULATION.ordinal();
        for (var kind : DatasetKind.values()) {
            if (made.containsKey(kind.stage())) {
                firstNew = Math.min(firstNew, kind.ordinal());
            }
        }
        for (var kind : DatasetKind.values()) {
            var id = before.datasets().get(kind.stage());
            if (id != null && kind.ordinal() < firstNew) {
                datasets.put(kind.stage(), id);
            }
        }
        int firstDone = done.stream()
                .mapToInt(s -> BUILDING.indexOf(plugged.part(s.action())))
                .min()
                .orElse(BUILDING.size());
        before.steps().stream()
                .filter(s -> BUILDING.indexOf(plugged.part(s.action())) < firstDone)
                .forEach(kept::add);
    }

    private static String name(CircuitRecord record) {
        var where = record.params("atlas.region");
        var regions = NamedRegions.words(where);
        return ((regions.isEmpty() ? "circuit" : regions) + " "
                        + where.path("shape").path("kind").asString(""))
                .strip();
    }

    private static List<CircuitRecord.Run> remembered(List<SimulationRun> runs) {
        return runs.stream()
                .map(run -> new CircuitRecord.Run(
                        run.setting().variant(),
                        run.setting().under(),
                        run.setting().repeat(),
                        run.params(),
                        run.cells().getId(),
                        run.morphologies().getId(),
                        run.synapses() == null ? null : run.synapses().getId(),
                        run.simulation().getId()))
                .toList();
    }

    /** The simulations of a record, which must all be kept. */
    static List<SimulationRun> runs(CircuitRecord circuit, KeptDatasets kept) {
        return circuit.runs().stream()
                .map(run -> new SimulationRun(
                        new Setting(run.variant(), run.under(), run.repeat()),
                        run.params(),
                        kept.ref(DatasetKind.CELLS, run.cells()),
                        kept.ref(DatasetKind.MORPHOLOGIES, run.morphologies()),
                        run.synapses() == null ? null : kept.ref(DatasetKind.SYNAPSES, run.synapses()),
                        kept.ref(DatasetKind.SIMULATION, run.simulation())))
                .toList();
    }
}
