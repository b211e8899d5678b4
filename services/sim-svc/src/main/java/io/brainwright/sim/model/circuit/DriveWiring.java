package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.random.Draws;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.cell.Compartments.SectionNodes;
import io.brainwright.sim.model.circuit.Drive.Driven;
import io.brainwright.sim.model.network.NetworkBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Applies drives to cells. Times and places of outside synapses are drawn from (seed, "sim.drive.k", node id), k counting the
 * drives of the request.
 */
final class DriveWiring {
    private static final double MS_PER_S = 1000;

    private final Protocol protocol;
    private final NetworkBuilder network;
    private final List<PlacedCell> cells;
    private final Compartments[] shapes;

    DriveWiring(Protocol protocol, NetworkBuilder network, List<PlacedCell> cells, Compartments[] shapes) {
        this.protocol = protocol;
        this.network = network;
        this.cells = cells;
        this.shapes = shapes;
    }

    void add(List<Driven> drives) {
        for (int k = 0; k < drives.size(); k++) {
            for (int cell : drives.get(k).cells()) {
                var draws = Draws.of(
                        protocol.seed(), "sim.drive." + k, cells.get(cell).node_id());
                add(drives.get(k).drive(), cell, draws);
            }
        }
    }

    private void add(Drive drive, int cell, Draws draws) {
        switch (drive) {
            case Drive.Current c ->
                network.pulses(
                        cell,
                        shapes[cell].compartmentAt(0, 0.5),
                        c.start_ms(),
                        c.duration_ms(),
                        c.amplitude_nA(),
                        c.count(),
                        c.period_ms());
            case Drive.Steps s -> {
                if (s.amplitude_nA()[cell] != 0) {
                    network.current(
                            cell,
                            shapes[cell].compartmentAt(0, 0.5),
                            s.start_ms(),
                            s.duration_ms(),
                            s.amplitude_nA()[cell]);
                }
            }
            case Drive.Ramp r -> waveform(cell, r.start_ms(), Waveforms.ramp_nA(r, protocol.dt_ms()));
            case Drive.Noise n -> waveform(cell, n.start_ms(), Waveforms.noise_nA(n, protocol.dt_ms(), draws));
            case Drive.Poisson p ->
                outside(
                        cell,
                        p.synapses_per_cell(),
                        p.weight_uS(),
                        draws,
                        d -> train(p.start_ms(), p.end_ms(), MS_PER_S / p.rate_Hz(), d));
            case Drive.Volley v ->
                outside(cell, v.synapses_per_cell(), v.weight_uS(), draws, d -> new double[] {arrival(v, d)});
            case Drive.Fibres _ -> {
                // heard at the fibres' own synapses: SynapseWiring
            }
        }
    }

    private void waveform(int cell, double start_ms, double[] values_nA) {
        network.waveform(cell, shapes[cell].compartmentAt(0, 0.5), start_ms, protocol.dt_ms(), values_nA);
    }

    /** When the events of one synapse arrive. */
    private interface Times {
        double[] draw(Draws draws);
    }

    private void outside(int cell, int synapses, double weight_uS, Draws draws, Times times) {
        if (!protocol.bath().excitationActs()) {
            return;
        }
        var type = protocol.bath().outside();
        for (int s = 0; s < synapses; s++) {
            int node = dendriteNode(shapes[cell], draws);
            var events = times.draw(draws);
            if (events.length > 0) {
                network.events(
                        network.synapse(cell, node, type),
                        events,
                        protocol.bath().weight_uS(true, weight_uS));
            }
        }
    }

    /** Times of a Poisson train of a mean interval. */
    static double[] train(double start_ms, double end_ms, double mean_ms, Draws draws) {
        var times = new ArrayList<Double>();
        double t_ms = start_ms + draws.exponential(mean_ms);
        while (t_ms < end_ms) {
            times.add(t_ms);
            t_ms += draws.exponential(mean_ms);
        }
        return times.stream().mapToDouble(t -> t).toArray();
    }

    private static double arrival(Drive.Volley v, Draws draws) {
        return Math.max(0, draws.normal(v.start_ms(), v.jitter_ms()));
    }

    /** A compartment drawn with chance proportional to its length; the soma where there are no dendrites. */
    private static int dendriteNode(Compartments shape, Draws draws) {
        var dendrites = shape.sections().stream()
                .filter(s -> s.group().equals("basal") || s.group().equals("apical"))
                .toList();
        if (dendrites.isEmpty()) {
            return shape.compartmentAt(0, 0.5);
        }
        var lengths = dendrites.stream().mapToDouble(SectionNodes::length_um).toArray();
        assert Arrays.stream(lengths).sum() > 0 : "dendrites without length";
        var section = dendrites.get(draws.choose(lengths));
        return shape.compartmentAt(section.id(), draws.nextDouble());
    }
}
