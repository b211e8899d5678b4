package io.brainwright.sim.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.sim.model.plasticity.PlasticContact;
import io.brainwright.sim.model.plasticity.PlasticContacts;
import io.brainwright.sim.model.plasticity.PlasticityRule.Thresholds;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Keeps what the last frame says of plastic contacts, and writes it with where they stand and how they began. */
final class PlasticRows {
    private static final int RECORDED = 3;

    private final PlasticContacts plastic;
    private final double[][] first = new double[RECORDED][];
    private final double[][] last = new double[RECORDED][];

    PlasticRows(PlasticContacts plastic) {
        this.plastic = plastic;
    }

    /** Takes a frame, if it is of these contacts. */
    boolean takes(int recording, long frame, double[] values) {
        int which = plastic.recorded(recording);
        if (which < 0) {
            return false;
        }
        if (frame == 0) {
            first[which] = values.clone();
        }
        last[which] = values.clone();
        return true;
    }

    void write(ChunkSink out) {
        var contacts = plastic.contacts();
        if (contacts.isEmpty()) {
            return;
        }
        var found = plastic.thresholds();
        out.write(Batch.of(
                SimTables.PLASTICITY,
                contacts.stream().mapToLong(PlasticContact::source).toArray(),
                contacts.stream().mapToLong(PlasticContact::target).toArray(),
                contacts.stream().mapToInt(PlasticContact::section).toArray(),
                CircuitRows.floats(contacts, PlasticContact::pos),
                doubles(found, Thresholds::c_pre),
                doubles(found, Thresholds::c_post),
                doubles(found, Thresholds::theta_d),
                doubles(found, Thresholds::theta_p),
                first[0],
                last[0],
                first[1],
                last[1],
                first[2],
                last[2]));
    }

    private static double[] doubles(List<Thresholds> found, ToDoubleFunction<Thresholds> of) {
        return found.stream().mapToDouble(of).toArray();
    }
}
