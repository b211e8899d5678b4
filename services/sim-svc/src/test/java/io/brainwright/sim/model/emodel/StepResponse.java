package io.brainwright.sim.model.emodel;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.network.Network.Run;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import java.util.ArrayList;
import java.util.List;

/** What a cell does to several somatic current steps, all in one run of independent copies. */
final class StepResponse {
    static final double START_MS = 70;
    static final double END_MS = 250;
    static final double SAMPLE_MS = 0.1;

    /** Twice the usual step, to keep the tests short. */
    private static final double DT_MS = 0.05;

    final List<Double> spikes_ms = new ArrayList<>();
    final List<Double> v_mV = new ArrayList<>();

    private StepResponse() {}

    static List<StepResponse> of(ElectricalModel model, Morphology morphology, double... amplitudes_nA) {
        return of(model, model.compartments(morphology), amplitudes_nA);
    }

    static List<StepResponse> of(ElectricalModel model, Compartments shape, double... amplitudes_nA) {
        var network = new NetworkBuilder(new Run(DT_MS, END_MS, 34, -76));
        int soma = shape.compartmentAt(0, 0.5);
        var responses = new ArrayList<StepResponse>();
        for (int i = 0; i < amplitudes_nA.length; i++) {
            int cell = network.cell(i, shape, model.membrane(), soma, -20);
            network.current(cell, soma, START_MS, END_MS - START_MS, amplitudes_nA[i]);
            network.record(Variable.VOLTAGE, new int[] {cell}, new int[] {soma}, SAMPLE_MS);
            responses.add(new StepResponse());
        }
        Simulation.run(network.build(), Backend.JAVA, 1, new Observer() {
            @Override
            public void spike(double t_ms, int cell) {
                responses.get(cell).spikes_ms.add(t_ms);
            }

            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                responses.get(recording).v_mV.add(values[0]);
            }
        });
        return responses;
    }

    double v_mV(double t_ms) {
        return v_mV.get((int) Math.round(t_ms / SAMPLE_MS));
    }

    double peak_mV(double from_ms, double to_ms) {
        return v_mV.subList((int) (from_ms / SAMPLE_MS), (int) (to_ms / SAMPLE_MS)).stream()
                .mapToDouble(v -> v)
                .max()
                .orElseThrow();
    }

    double trough_mV(double from_ms, double to_ms) {
        return v_mV.subList((int) (from_ms / SAMPLE_MS), (int) (to_ms / SAMPLE_MS)).stream()
                .mapToDouble(v -> v)
                .min()
                .orElseThrow();
    }
}
