package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.ThresholdRequest;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.threshold.Threshold;
import java.util.List;

/** Threshold currents as rows. */
final class ThresholdRows {
    private static final String SOURCE = "halving of steps, docs/science/threshold-currents.md";

    static final TableSchema SCHEMA = new TableSchema(
            "thresholds",
            List.of(
                    Column.of("node_id", ColumnType.U64, "1", "cell", SOURCE),
                    Column.of(
                            "threshold_current",
                            ColumnType.F32,
                            "nA",
                            "least step of 200 ms into the soma that makes it fire; 0: it fires without one; NaN: no step does",
                            SOURCE),
                    Column.of(
                            "resting_potential",
                            ColumnType.F32,
                            "mV",
                            "at the soma after 100 ms without input",
                            SOURCE)));

    private ThresholdRows() {}

    /** As wide as SONATA keeps them, so that a run from a release is driven alike. */
    static Batch of(List<PlacedCell> cells, List<Threshold> found) {
        return Batch.of(
                SCHEMA,
                cells.stream().mapToLong(PlacedCell::node_id).toArray(),
                CircuitRows.floats(found, Threshold::current_nA),
                CircuitRows.floats(found, Threshold::resting_mV));
    }

    /**
     * Threshold currents in the order of the cells that they were found of.
     *
     * @throws Problem INVALID where they are of other cells or morphologies than a run's
     */
    static float[] currents_nA(Datasets datasets, DatasetId id, SimRequest run) {
        var manifest = datasets.manifest(id);
        if (!manifest.stage().equals(ThresholdStage.NAME)) {
            throw wrong("dataset %s was made by '%s'; threshold currents are needed"
                    .formatted(id.brief(), manifest.stage()));
        }
        var of = manifest.requestInto(ThresholdRequest.newBuilder()).build();
        if (!of.getCells().equals(run.getCells()) || !of.getMorphologies().equals(run.getMorphologies())) {
            throw wrong("they were found of other cells or morphologies than the run's");
        }
        return datasets.read(id, SCHEMA.name()).floats("threshold_current");
    }

    private static Problem wrong(String why) {
        return Problem.invalid("The simulation cannot run as asked.", List.of(new FieldFault("thresholds", why + ".")));
    }
}
