package io.brainwright.connectome.service;

import io.brainwright.connectome.model.wiring.Synapse;
import io.brainwright.fabric.table.Batch;
import java.util.List;

/** Lays synapses out as rows of the edge table. */
final class SynapseRows {
    private SynapseRows() {}

    static Batch of(List<Synapse> synapses) {
        var columns = new EdgeColumns<>(synapses)
                .longs(Synapse::source)
                .longs(Synapse::target)
                .sides(Synapse::contact)
                .floats(s -> s.physiology().conductance_nS())
                .floats(s -> s.physiology().decay_ms())
                .floats(s -> s.physiology().depression_ms())
                .floats(s -> s.physiology().facilitation_ms())
                .floats(s -> s.physiology().u())
                .ints(s -> s.physiology().vesicles())
                .floats(Synapse::delay_ms)
                .floats(s -> Math.max(0, s.contact().gap_um()))
                .ints(s -> s.physiology().typeId())
                .ints(s -> s.physiology().rule())
                .floats(s -> s.physiology().nmdaRatio())
                .floats(s -> s.physiology().uHill_mM());
        return Batch.of(ConnectomeTables.SYNAPSES, columns.all());
    }
}
