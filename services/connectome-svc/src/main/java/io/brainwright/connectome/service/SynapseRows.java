package io.brainwright.connectome.service;

import io.brainwright.connectome.model.apposition.Site;
import io.brainwright.connectome.model.wiring.Synapse;
import io.brainwright.fabric.table.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Lays synapses out as rows of the edge table. */
final class SynapseRows {
    private final List<Synapse> synapses;
    private final List<Object> columns = new ArrayList<>();

    private SynapseRows(List<Synapse> synapses) {
        this.synapses = synapses;
    }

    static Batch of(List<Synapse> synapses) {
        var rows = new SynapseRows(synapses);
        rows.longs(Synapse::source);
        rows.longs(Synapse::target);
        rows.side(s -> s.contact().afferent());
        rows.side(s -> s.contact().efferent());
        rows.floats(s -> s.physiology().conductance_nS());
        rows.floats(s -> s.physiology().decay_ms());
        rows.floats(s -> s.physiology().depression_ms());
        rows.floats(s -> s.physiology().facilitation_ms());
        rows.floats(s -> s.physiology().u());
        rows.ints(s -> s.physiology().vesicles());
        rows.floats(Synapse::delay_ms);
        rows.floats(s -> Math.max(0, s.contact().gap_um()));
        rows.ints(s -> s.physiology().typeId());
        rows.ints(s -> s.physiology().rule());
        rows.floats(s -> s.physiology().nmdaRatio());
        rows.floats(s -> s.physiology().uHill_mM());
        return Batch.of(ConnectomeTables.SYNAPSES, rows.columns);
    }

    private void side(Function<Synapse, Site> side) {
        ints(s -> side.apply(s).section());
        ints(s -> side.apply(s).segment());
        floats(s -> side.apply(s).offset_um());
        floats(s -> side.apply(s).sectionPos());
        ints(s -> side.apply(s).sectionType());
        floats(s -> side.apply(s).centerX_um());
        floats(s -> side.apply(s).centerY_um());
        floats(s -> side.apply(s).centerZ_um());
        floats(s -> side.apply(s).surfaceX_um());
        floats(s -> side.apply(s).surfaceY_um());
        floats(s -> side.apply(s).surfaceZ_um());
    }

    private void longs(ToLongFunction<Synapse> value) {
        columns.add(synapses.stream().mapToLong(value).toArray());
    }

    private void ints(ToIntFunction<Synapse> value) {
        columns.add(synapses.stream().mapToInt(value).toArray());
    }

    private void floats(ToDoubleFunction<Synapse> value) {
        float[] column = new float[synapses.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = (float) value.applyAsDouble(synapses.get(i));
        }
        columns.add(column);
    }
}
