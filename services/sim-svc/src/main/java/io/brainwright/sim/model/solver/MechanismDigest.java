package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.synapse.SynapseType;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;

/** Everything of a network's mechanisms that can change a bit of its run: names, defaults, and the steps that compute them. */
final class MechanismDigest {
    private final Network network;
    private final DataOutputStream out;

    private MechanismDigest(Network network, DataOutputStream out) {
        this.network = network;
        this.out = out;
    }

    static void write(Network network, DataOutputStream out) throws IOException {
        new MechanismDigest(network, out).write();
    }

    private void write() throws IOException {
        var all = new TreeSet<Mechanism>();
        var seen = new IdentityHashMap<CellModel, Boolean>();
        for (var cell : network.cells()) {
            if (seen.put(cell.model(), true) == null) {
                cell.model()
                        .groups()
                        .values()
                        .forEach(m -> all.addAll(m.mechanisms().keySet()));
            }
        }
        for (var s : network.synapses()) {
            if (s.type() instanceof SynapseType.Point(Mechanism m, var _)) {
                all.add(m);
            }
        }
        for (var m : all) {
            out.writeUTF(m.name());
            for (var p : m.parameters()) {
                out.writeUTF(p.name());
                out.writeDouble(p.value());
            }
            equations(Kinetics.of(m, network.run().celsius_degC(), network.run().dt_ms()));
        }
    }

    /** Formulas share parts, so they are written as the steps that compute them. */
    private void equations(Kinetics k) throws IOException {
        var formulas = new ArrayList<Expression>(Formulas.currents(k));
        formulas.addAll(Formulas.gates(k, network.run().dt_ms()));
        var names = new ArrayList<String>();
        k.gates().forEach(g -> names.add(g.name()));
        for (var stores : List.of(k.before(), k.after(), k.start())) {
            stores.forEach(s -> names.add(s.name()));
        }
        k.start().forEach(s -> formulas.add(s.value()));
        var receive = k.receive();
        if (receive != null) {
            formulas.addAll(Formulas.receive(receive));
            formulas.addAll(Formulas.watches(receive));
            receive.initial().forEach(s -> formulas.add(s.value()));
            receive.firstSends().forEach(s -> formulas.addAll(List.of(s.due_ms(), s.flag())));
            names.addAll(receive.arguments());
        }
        var program = new Program(formulas);
        out.writeInt(program.steps().size());
        for (var step : program.steps()) {
            out.writeByte(step.code().ordinal());
            out.writeUTF(step.input());
            out.writeDouble(step.constant());
            for (int operand : new int[] {step.a(), step.b(), step.c(), step.d()}) {
                out.writeInt(operand);
            }
        }
        for (int f = 0; f < formulas.size(); f++) {
            out.writeInt(program.output(f));
        }
        for (var name : names) {
            out.writeUTF(name);
        }
    }
}
