package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseReport.Outcome;
import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.sim.model.synapse.Release;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import tools.jackson.databind.JsonNode;

/** Compares the conductance of one event, simulated on a clamped compartment, with a table. */
final class SynapseCourse {
    private static final double FAR_FROM_ANY_mV = -70; // where no block depends on it

    private SynapseCourse() {}

    static List<Outcome> judge(CaseFile file, Backend backend) {
        var outcomes = new ArrayList<Outcome>();
        var csv = Csv.read(file.sibling(file.root().path("file").asString()));
        var t_ms = csv.column(file.root().path("time_column").asString());
        for (var column : file.root().path("columns")) {
            var trace = simulate(file.root(), column, backend);
            double dt_ms = file.root().path("simulate").path("dt_ms").asDouble();
            var found = Traces.at(trace, dt_ms, t_ms);
            var name = column.path("column").asString();
            for (var check : column.path("checks")) {
                FunctionTables.add(outcomes, name, check, Errors.of(check, t_ms, found, csv.column(name)));
            }
        }
        return outcomes;
    }

    /** Conductance in nS by step. */
    private static double[] simulate(JsonNode root, JsonNode column, Backend backend) {
        var s = root.path("simulate");
        double dt_ms = s.path("dt_ms").asDouble();
        double v_mV = column.path("mg").path("v_mV").asDouble(FAR_FROM_ANY_mV);
        var run = new Network.Run(dt_ms, s.path("tstop_ms").asDouble(), 34, v_mV);
        var network = new NetworkBuilder(run);
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(20, 20, 1, 100));
        var shape = tree.build();
        network.cell(0, shape, new CellModel(Map.of("soma", Membrane.of(1)), Ions.cortical()), -1, 0);
        network.clamp(
                0,
                0,
                s.path("series_Mohm").asDouble(),
                List.of(new Network.Level(s.path("tstop_ms").asDouble() + 1, v_mV)));
        var type = type(column);
        int synapse = network.synapse(0, 0, type);
        network.events(synapse, new double[] {root.path("event_ms").asDouble()}, weight_uS(column));
        var samples = new double[5][run.steps() + 1];
        int exponentials = type instanceof SynapseType.SynE ? 4 : 2;
        for (int k = 0; k < exponentials; k++) {
            network.record(new Variable.Exponential(synapse, k), new int[] {0}, new int[] {0}, dt_ms);
        }
        network.record(Variable.VOLTAGE, new int[] {0}, new int[] {0}, dt_ms);
        Simulation.run(network.build(), backend, 1, new Observer() {
            @Override
            public void frame(int recording, long frame, double t, double[] values) {
                samples[recording == exponentials ? 4 : recording][(int) frame] = values[0];
            }
        });
        var variable = switch (column.path("receptor").asString()) {
            case "NMDA" -> "g_NMDA_uS";
            default -> "g_uS";
        };
        IntToDoubleFunction g_uS = SynapseConductance.of(
                type, variable, dt_ms, k -> step -> samples[k][step], () -> step -> samples[4][step]);
        var trace = new double[run.steps() + 1];
        for (int k = 0; k < trace.length; k++) {
            trace[k] = 1e3 * g_uS.applyAsDouble(k);
        }
        return trace;
    }

    private static double weight_uS(JsonNode column) {
        return 1e-3 * column.path("gmax_nS").asDouble();
    }

    private static SynapseType type(JsonNode column) {
        double rise_ms = column.path("tau_rise_ms").asDouble();
        double decay_ms = column.path("tau_decay_ms").asDouble();
        var mg = column.path("mg");
        if (column.path("receptor").asString().equals("NMDA")) {
            return new SynapseType.SynE(
                    0.2,
                    1.74,
                    rise_ms,
                    decay_ms,
                    0,
                    1,
                    mg.path("mg_mM").asDouble(),
                    mg.path("slope_per_mV").asDouble(),
                    mg.path("scale_mM").asDouble(),
                    Release.ALWAYS_ALL);
        }
        return new SynapseType.SynI(rise_ms, decay_ms, 0, Release.ALWAYS_ALL);
    }
}
