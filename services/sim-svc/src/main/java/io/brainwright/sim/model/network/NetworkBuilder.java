package io.brainwright.sim.model.network;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.network.Network.*;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Collects a network piece by piece; {@link #build()} checks it and reports all faults together.
 *
 * <pre>{@code
 *   var network = new NetworkBuilder(new Run(0.025, 200, 34, -70));
 *   int cell = network.cell(gid, shape, model, shape.locate(0, 0.5), -20);
 *   int synapse = network.synapse(cell, shape.compartmentAt(section, x), new SynI(0.2, 8.3, -80, release));
 *   network.connect(otherCell, synapse, delay_ms, weight_uS);
 *   network.current(cell, shape.locate(0, 0.5), 50, 5, 0.3);
 *   network.record(Variable.VOLTAGE, cells, nodes, 0.1);
 *   Simulation.run(network.build(), Backend.AUTO, 2, observer);
 * }</pre>
 */
public final class NetworkBuilder {
    private final Run run;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Synapse> synapses = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<EventList> eventLists = new ArrayList<>();
    private final List<Stimulus> stimuli = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Recording> recordings = new ArrayList<>();

    public NetworkBuilder(Run run) {
        this.run = run;
    }

    /** Adds a cell; returns its index. */
    public int cell(long gid, Compartments shape, CellModel model, int detectorNode, double threshold_mV) {
        cells.add(new Cell(gid, shape, model, detectorNode, threshold_mV));
        return cells.size() - 1;
    }

    /** Adds a synapse; returns its index. */
    public int synapse(int cell, int node, SynapseType type) {
        synapses.add(new Synapse(cell, node, type, null));
        return synapses.size() - 1;
    }

    /** Adds a point process that draws its random numbers from a stream of its own; returns its index. */
    public int synapse(int cell, int node, SynapseType.Point type, Stream stream) {
        synapses.add(new Synapse(cell, node, type, stream));
        return synapses.size() - 1;
    }

    /** Connects a cell's detector to a synapse. */
    public NetworkBuilder connect(int sourceCell, int synapse, double delay_ms, double weight_uS) {
        return connect(sourceCell, synapse, delay_ms, weight_uS, Map.of());
    }

    /** Connects a cell's detector to a point process, with further arguments of the input. */
    public NetworkBuilder connect(
            int sourceCell, int synapse, double delay_ms, double weight_uS, Map<String, Double> arguments) {
        connections.add(new Connection(sourceCell, synapse, delay_ms, weight_uS, arguments, List.of()));
        return this;
    }

    /** Connects a cell's detector to a synapse, with weights that take the first one's place later. */
    public NetworkBuilder connect(
            int sourceCell, int synapse, double delay_ms, double weight_uS, List<Reweight> later) {
        if (!later.isEmpty() && synapses.get(synapse).type() instanceof SynapseType.Point) {
            throw new IllegalArgumentException("the weight of a point process's input is its own affair");
        }
        connections.add(new Connection(sourceCell, synapse, delay_ms, weight_uS, Map.of(), later));
        return this;
    }

    /** Delivers events from outside at given times (rising). */
    public NetworkBuilder events(int synapse, double[] times_ms, double weight_uS) {
        return events(synapse, times_ms, weight_uS, Map.of());
    }

    /** Delivers events to a point process, with further arguments of the input. */
    public NetworkBuilder events(int synapse, double[] times_ms, double weight_uS, Map<String, Double> arguments) {
        eventLists.add(new EventList(synapse, times_ms.clone(), weight_uS, Map.copyOf(arguments)));
        return this;
    }

    /** Injects one step of current. */
    public NetworkBuilder current(int cell, int node, double start_ms, double duration_ms, double amplitude_nA) {
        return pulses(cell, node, start_ms, duration_ms, amplitude_nA, 1, 0);
    }

    /** Injects a train of steps. */
    public NetworkBuilder pulses(
            int cell, int node, double start_ms, double duration_ms, double amplitude_nA, int count, double period_ms) {
        stimuli.add(new Current(cell, node, start_ms, duration_ms, amplitude_nA, count, period_ms));
        return this;
    }

    /** Injects a current of any form, value after value. */
    public NetworkBuilder waveform(int cell, int node, double start_ms, double step_ms, double[] values_nA) {
        stimuli.add(new Waveform(cell, node, start_ms, step_ms, values_nA.clone()));
        return this;
    }

    /** Clamps the voltage of a node. */
    public NetworkBuilder clamp(int cell, int node, double series_Mohm, List<Level> levels) {
        stimuli.add(new Clamp(cell, node, series_Mohm, List.copyOf(levels)));
        return this;
    }

    /** Adds a drive that is already made. */
    public NetworkBuilder stimulus(Stimulus stimulus) {
        stimuli.add(stimulus);
        return this;
    }

    /** Couples two nodes by a gap junction. */
    public NetworkBuilder gap(int cellA, int nodeA, int cellB, int nodeB, double g_uS) {
        gaps.add(new Gap(cellA, nodeA, cellB, nodeB, g_uS));
        return this;
    }

    /** Samples a variable at many places; returns the recording's index. */
    public int record(Variable variable, int[] cellOfPlace, int[] nodeOfPlace, double interval_ms) {
        recordings.add(new Recording(variable, cellOfPlace.clone(), nodeOfPlace.clone(), interval_ms));
        return recordings.size() - 1;
    }

    /** The finished network. */
    public Network build() {
        var faults = new ArrayList<FieldFault>();
        need(faults, run.dt_ms() > 0 && run.dt_ms() <= 1, "dt_ms", "%s; above 0, at most 1 ms", run.dt_ms());
        need(faults, run.tstop_ms() > 0 && run.tstop_ms() < 1e9, "tstop_ms", "%s; above 0", run.tstop_ms());
        need(faults, Math.abs(run.v_init_mV()) < 300, "v_init_mV", "%s; within 300 mV of 0", run.v_init_mV());
        need(faults, Math.abs(run.celsius_degC()) <= 60, "celsius_degC", "%s; -60 to 60", run.celsius_degC());
        need(faults, !cells.isEmpty(), "cells", "%s cells; at least one", cells.size());
        for (var r : recordings) {
            double every = r.interval_ms() / run.dt_ms();
            boolean whole = every > 0.5 && Math.abs(every - Math.rint(every)) < 1e-6;
            need(faults, whole, "interval_ms", "%s; a whole number of time steps", r.interval_ms());
        }
        var network = new Network(
                run,
                List.copyOf(cells),
                List.copyOf(synapses),
                List.copyOf(connections),
                List.copyOf(eventLists),
                List.copyOf(stimuli),
                List.copyOf(gaps),
                List.copyOf(recordings));
        faults.addAll(NetworkCheck.faults(network));
        if (!faults.isEmpty()) {
            throw Problem.invalid("The network cannot be simulated.", faults);
        }
        return network;
    }

    private static void need(List<FieldFault> faults, boolean holds, String field, String fault, Object value) {
        if (!holds) {
            faults.add(new FieldFault(field, fault.formatted(value)));
        }
    }
}
