package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.network.Network;
import java.util.HashMap;

/** What a run would cost: compartments of a sample of the cells, times steps, over a measured rate. */
final class RunEstimate {
    /**
     * Measured on two cores that others used too (load 4 to 5), start-up included: 100 grown cells, 60 ms, two threads: 5.2 to
     * 7.4 million compartment-steps per s; 64 made-up cells, one thread: 6.8. Chosen: 3 million per thread.
     */
    private static final double COMPARTMENT_STEPS_PER_S = 3.0e6;

    /** Estimated: state and parameters of a compartment with ten channels. */
    private static final long BYTES_PER_COMPARTMENT = 1000;

    /** Estimated: a conductance, its input and its place in the delay lists. */
    private static final long BYTES_PER_SYNAPSE = 200;

    private static final long BYTES_PER_CELL = 4096;
    private static final int BYTES_PER_VALUE = 4;
    private static final int SAMPLED_CELLS = 32;

    private RunEstimate() {}

    static Estimate of(SimRequest request, Datasets datasets, int threads) {
        long cells = datasets.manifest(new DatasetId(request.getCells().getId()))
                .rows()
                .getOrDefault("cells", 0L);
        double perCell = compartmentsPerCell(request, datasets);
        double compartments = cells * perCell;
        double steps = request.getDurationMs() / request.getDtMs();
        double somaFrames = request.getDurationMs() / request.getSomaReportDtMs() + 1;
        double compartmentFrames = request.getDurationMs() / request.getCompartmentReportDtMs() + 1;
        long synapses = synapses(request, datasets);
        return Estimate.newBuilder()
                .setSeconds(compartments * steps / COMPARTMENT_STEPS_PER_S / threads)
                .setMemoryBytes((long) (compartments * BYTES_PER_COMPARTMENT)
                        + synapses * BYTES_PER_SYNAPSE
                        + cells * BYTES_PER_CELL)
                .setDiskBytes((long) ((cells * somaFrames + compartments * compartmentFrames) * BYTES_PER_VALUE))
                .setAmount(compartments * steps)
                .setUnit("compartment-steps")
                .addNotes(
                        "%d cells of about %.0f compartments, %d synapses, %.0f steps of %s ms; %.1f million compartment-steps per s and thread, %d threads"
                                .formatted(
                                        cells,
                                        perCell,
                                        synapses,
                                        steps,
                                        request.getDtMs(),
                                        COMPARTMENT_STEPS_PER_S / 1e6,
                                        threads))
                .build();
    }

    /** Expected wall time of a run whose circuit is there. */
    static double seconds(Network network, int threads) {
        double compartments =
                network.cells().stream().mapToDouble(c -> c.shape().count()).sum();
        return compartments * network.run().steps() / COMPARTMENT_STEPS_PER_S / threads;
    }

    private static long synapses(SimRequest request, Datasets datasets) {
        long own = request.hasSynapses() ? rows(datasets, request.getSynapses().getId(), "synapses") : 0;
        long ofFibres =
                request.hasThalamic() ? rows(datasets, request.getThalamic().getId(), "thalamic_synapses") : 0;
        return own + ofFibres;
    }

    private static long rows(Datasets datasets, String id, String table) {
        return datasets.manifest(new DatasetId(id)).rows().getOrDefault(table, 0L);
    }

    private static double compartmentsPerCell(SimRequest request, Datasets datasets) {
        var models = ElectricalModels.open();
        var cells = new HashMap<Long, io.brainwright.sim.model.circuit.PlacedCell>();
        CellRows.cells(datasets, new DatasetId(request.getCells().getId())).forEach(c -> cells.put(c.node_id(), c));
        var morphologies = new DatasetId(request.getMorphologies().getId());
        long compartments = 0;
        int sampled = 0;
        for (var part : datasets.manifest(morphologies).chunks()) {
            var rows = datasets.read(morphologies, MorphologyTable.NAME, part.index());
            for (int i = 0; i < rows.rowCount() && sampled < SAMPLED_CELLS; i++) {
                var cell = cells.get(rows.longs("node_id")[i]);
                if (cell != null) {
                    compartments += models.of(cell.etype(), cell.layer())
                            .compartments(MorphologyTable.morphology(rows, i))
                            .count();
                    sampled++;
                }
            }
            if (sampled == SAMPLED_CELLS) {
                break;
            }
        }
        return sampled == 0 ? 0 : (double) compartments / sampled;
    }
}
