package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.sim.model.circuit.Contacts;
import io.brainwright.sim.model.circuit.Drive;
import io.brainwright.sim.model.circuit.Drive.Driven;
import io.brainwright.sim.model.circuit.FibrePopulation;
import io.brainwright.sim.model.circuit.PlacedCell;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Thalamic fibres of a run with their synapses, as a dataset of stage {@code connectome-thalamic} has them. */
final class FibreInput {
    private final FibrePopulation fibres;
    private final List<Contacts> contacts;

    private FibreInput(FibrePopulation fibres, List<Contacts> contacts) {
        this.fibres = fibres;
        this.contacts = contacts;
    }

    static FibreInput read(Datasets datasets, DatasetId id) {
        var rows = datasets.read(id, "fibres");
        var fibres = new ArrayList<FibrePopulation.Fibre>();
        for (int i = 0; i < rows.rowCount(); i++) {
            fibres.add(new FibrePopulation.Fibre(rows.longs("node_id")[i], rows.texts("nucleus")[i]));
        }
        var contacts = new ArrayList<Contacts>();
        for (var part : datasets.manifest(id).chunks()) {
            contacts.add(CellRows.contacts(datasets.read(id, "thalamic_synapses", part.index())));
        }
        return new FibreInput(new FibrePopulation(fibres), contacts);
    }

    FibrePopulation fibres() {
        return fibres;
    }

    /** Chunk by chunk, by target. */
    List<Contacts> contacts() {
        return contacts;
    }

    /** Those of some cells on which a fibre that fires has a synapse, as indices, rising. */
    int[] heard(Drive.Fibres drive, int[] targets, List<PlacedCell> cells) {
        Map<Long, Integer> index = new HashMap<>();
        for (int target : targets) {
            index.put(cells.get(target).node_id(), target);
        }
        var heard = new BitSet();
        for (var part : contacts) {
            for (int i = 0; i < part.count(); i++) {
                var target = index.get(part.target(i));
                if (target != null && drive.times_ms().containsKey(part.source(i))) {
                    heard.set(target);
                }
            }
        }
        return heard.stream().toArray();
    }

    /** Writes the spikes of the fibres, by time and id. */
    static void spikes(List<Driven> drives, ChunkSink out) {
        record Spike(double t_ms, long node_id, int stimulus) {}
        var spikes = new ArrayList<Spike>();
        for (int k = 0; k < drives.size(); k++) {
            if (drives.get(k).drive() instanceof Drive.Fibres fibres) {
                int stimulus = k;
                fibres.times_ms().forEach((id, times_ms) -> {
                    for (double t_ms : times_ms) {
                        spikes.add(new Spike(t_ms, id, stimulus));
                    }
                });
            }
        }
        spikes.sort(Comparator.comparingDouble(Spike::t_ms)
                .thenComparingLong(Spike::node_id)
                .thenComparingInt(Spike::stimulus));
        out.write(Batch.of(
                SimTables.FIBRE_SPIKES,
                spikes.stream().mapToDouble(Spike::t_ms).toArray(),
                spikes.stream().mapToLong(Spike::node_id).toArray(),
                spikes.stream().mapToInt(Spike::stimulus).toArray()));
    }
}
