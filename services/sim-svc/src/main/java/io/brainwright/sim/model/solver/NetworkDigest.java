package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Scaled;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.synapse.Release;
import io.brainwright.sim.model.synapse.SynapseType;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 over everything of a network that can change a bit of its run. Threads and back ends are no part of it. */
final class NetworkDigest {
    private final Network network;
    private final DataOutputStream out;
    private final Map<Object, Integer> seen = new IdentityHashMap<>();

    private NetworkDigest(Network network, DataOutputStream out) {
        this.network = network;
        this.out = out;
    }

    static byte[] of(Network network) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            try (var out = new DataOutputStream(
                    new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha), 1 << 16))) {
                new NetworkDigest(network, out).write();
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write() throws IOException {
        var run = network.run();
        doubles(run.dt_ms(), run.tstop_ms(), run.celsius_degC(), run.v_init_mV());
        out.writeLong(run.seed());
        MechanismDigest.write(network, out);
        out.writeInt(network.cells().size());
        for (var cell : network.cells()) {
            out.writeLong(cell.gid());
            shape(cell.shape());
            model(cell.model());
            out.writeInt(cell.detectorNode());
            out.writeDouble(cell.threshold_mV());
        }
        out.writeInt(network.synapses().size());
        for (var s : network.synapses()) {
            out.writeInt(s.cell());
            out.writeInt(s.node());
            type(s.type());
            if (s.stream() != null) {
                out.writeLong(s.stream().seed());
                out.writeUTF(s.stream().name());
                out.writeLong(s.stream().id());
            }
        }
        inputs();
        drives();
        out.writeInt(network.recordings().size());
        for (var r : network.recordings()) {
            variable(r.variable());
            ints(r.cells());
            ints(r.nodes());
            out.writeDouble(r.interval_ms());
        }
    }

    /** Whether an object comes for the first time; afterwards its number stands for it. */
    private boolean isNew(Object object) throws IOException {
        var number = seen.putIfAbsent(object, seen.size());
        out.writeInt(number == null ? seen.size() - 1 : number);
        return number == null;
    }

    private void shape(Compartments shape) throws IOException {
        if (isNew(shape)) {
            out.writeInt(shape.count());
            for (int node = 0; node < shape.count(); node++) {
                out.writeInt(shape.parent(node));
                doubles(
                        shape.area_um2(node),
                        shape.toParent_uS(node),
                        shape.diameter_um(node),
                        shape.pathDistance_um(node));
                out.writeUTF(shape.group(node));
            }
        }
    }

    private void model(CellModel model) throws IOException {
        if (isNew(model)) {
            var ions = model.ions();
            doubles(ions.ena_mV(), ions.ek_mV(), ions.cao_mM(), ions.cai_mM());
            for (var group : new TreeMap<>(model.groups()).entrySet()) {
                out.writeUTF(group.getKey());
                out.writeDouble(group.getValue().cm_uF_cm2());
                for (var mechanism : new TreeMap<>(group.getValue().mechanisms()).entrySet()) {
                    out.writeUTF(mechanism.getKey().name());
                    for (var given : new TreeMap<>(mechanism.getValue()).entrySet()) {
                        out.writeUTF(given.getKey());
                        Scaled s = given.getValue();
                        doubles(s.value(), s.a(), s.b(), s.c_per_um());
                    }
                }
            }
        }
    }

    private void type(SynapseType type) throws IOException {
        switch (type) {
            case SynapseType.ExpSyn(double tau, double e) -> doubles(1, tau, e);
            case SynapseType.Exp2Syn(double rise, double decay, double e) -> doubles(2, rise, decay, e);
            case SynapseType.SynI(double rise, double decay, double e, Release r) ->
                doubles(3, rise, decay, e, r.U(), r.D_ms(), r.F_ms());
            case SynapseType.SynE s -> {
                doubles(4, s.tau_rise_AMPA_ms(), s.tau_decay_AMPA_ms(), s.tau_rise_NMDA_ms(), s.tau_decay_NMDA_ms());
                doubles(s.e_mV(), s.NMDA_ratio(), s.mg_mM(), s.mg_slope_per_mV(), s.mg_scale_mM());
                doubles(s.release().U(), s.release().D_ms(), s.release().F_ms());
            }
            case SynapseType.Point(Mechanism m, var given) -> {
                out.writeUTF(m.name());
                numbers(given);
            }
        }
    }

    private void inputs() throws IOException {
        out.writeInt(network.connections().size());
        for (var c : network.connections()) {
            out.writeInt(c.source());
            out.writeInt(c.synapse());
            doubles(c.delay_ms(), c.weight_uS());
            numbers(c.arguments());
            out.writeInt(c.later().size());
            for (var change : c.later()) {
                doubles(change.from_ms(), change.weight_uS());
            }
        }
        out.writeInt(network.eventLists().size());
        for (var list : network.eventLists()) {
            out.writeInt(list.synapse());
            out.writeInt(list.times_ms().length);
            doubles(list.times_ms());
            out.writeDouble(list.weight_uS());
            numbers(list.arguments());
        }
    }

    private void drives() throws IOException {
        out.writeInt(network.stimuli().size());
        for (var s : network.stimuli()) {
            out.writeInt(s.cell());
            out.writeInt(s.node());
            switch (s) {
                case Network.Current c ->
                    doubles(1, c.start_ms(), c.duration_ms(), c.amplitude_nA(), c.count(), c.period_ms());
                case Network.Waveform w -> {
                    doubles(2, w.start_ms(), w.step_ms(), w.values_nA().length);
                    doubles(w.values_nA());
                }
                case Network.Conductance g -> {
                    doubles(3, g.start_ms(), g.step_ms(), g.e_mV(), g.values_uS().length);
                    doubles(g.values_uS());
                }
                case Network.Clamp c -> {
                    doubles(4, c.series_Mohm(), c.levels().size());
                    for (var level : c.levels()) {
                        doubles(level.duration_ms(), level.v_mV());
                    }
                }
            }
        }
        out.writeInt(network.gaps().size());
        for (var g : network.gaps()) {
            ints(new int[] {g.cellA(), g.nodeA(), g.cellB(), g.nodeB()});
            out.writeDouble(g.g_uS());
        }
    }

    private void variable(Variable variable) throws IOException {
        switch (variable) {
            case Variable.Exponentials(var synapses, int k) -> {
                out.writeUTF("exponentials " + k);
                ints(synapses.stream().mapToInt(i -> i).toArray());
            }
            case Variable.PointStates(var synapses, String name) -> {
                out.writeUTF("point states " + name);
                ints(synapses.stream().mapToInt(i -> i).toArray());
            }
            case Variable.Voltage _,
                    Variable.State _,
                    Variable.Exponential _,
                    Variable.PointState _,
                    Variable.Calcium _ -> out.writeUTF(variable.toString());
        }
    }

    private void numbers(Map<String, Double> named) throws IOException {
        out.writeInt(named.size());
        for (var one : new TreeMap<>(named).entrySet()) {
            out.writeUTF(one.getKey());
            out.writeDouble(one.getValue());
        }
    }

    private void ints(int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private void doubles(double... values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }
}
