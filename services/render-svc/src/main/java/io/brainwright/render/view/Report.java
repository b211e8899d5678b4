package io.brainwright.render.view;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.lod.CompartmentIndex;
import io.brainwright.render.model.voltage.VoltageBlock;
import java.util.Map;

/** The voltages of one run, frame by frame. */
final class Report {
    private static final String TABLE = "compartment_report";
    private static final String WHERE = "compartments";

    private final Datasets datasets;
    private final DatasetId run;
    private final Batch where;

    Report(Datasets datasets, DatasetId run) {
        this.datasets = datasets;
        this.run = run;
        this.where = datasets.read(run, WHERE);
    }

    /** Where each value lies. */
    Batch where() {
        return where;
    }

    CompartmentIndex index() {
        return CompartmentIndex.of(
                where.longs("node_id"), where.ints("section_id"), where.floats("section_pos"), where.floats("length"));
    }

    int compartments() {
        return where.rowCount();
    }

    /** How many frames there are; while the run goes on, those of whole blocks, so that a block never changes. */
    long frames() {
        boolean isWhole = isWhole();
        long frames = datasets.manifest(run).rows().getOrDefault(TABLE, 0L);
        return isWhole ? frames : frames - frames % VoltageBlock.FRAMES;
    }

    /** Whether the run is finished. */
    boolean isWhole() {
        return datasets.growing().stream().noneMatch(m -> m.id().equals(run));
    }

    /** Time of a frame, ms. */
    double time_ms(long frame) {
        var piece = around(frame);
        return piece.rows().doubles("time_ms")[(int) (frame - piece.first())];
    }

    /**
     * Voltages of a block of frames, packed.
     *
     * @param block number of the block, {@link VoltageBlock#FRAMES} frames each
     * @param first first compartment
     * @param count number of compartments
     */
    byte[] block(long block, int first, int count) {
        long from = block * VoltageBlock.FRAMES;
        if (block < 0 || from >= frames()) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "FRAMES_NOT_FOUND",
                    "Run %s has %d frames; there is no block %d.".formatted(run.brief(), frames(), block),
                    "Blocks hold %d frames each, the first is 0.".formatted(VoltageBlock.FRAMES),
                    Map.of("run", run.hex(), "frames", String.valueOf(frames()), "block", String.valueOf(block)));
        }
        var values = new float[(int) Math.min(VoltageBlock.FRAMES, frames() - from)][];
        var piece = around(from);
        for (int i = 0; i < values.length; i++) {
            if (from + i >= piece.first() + piece.rows().rowCount()) {
                piece = around(from + i);
            }
            values[i] = piece.rows().floatLists("values")[(int) (from + i - piece.first())];
            requireFit(values[i].length);
        }
        return VoltageBlock.encode(values, first, count);
    }

    private void requireFit(int values) {
        if (values != where.rowCount()) {
            throw new Problem(
                    Kind.INVALID,
                    "REPORT_DOES_NOT_FIT",
                    "Run %s recorded %d voltages per frame, but lists %d compartments."
                            .formatted(run.brief(), values, where.rowCount()),
                    "Run it again; a report has one value per compartment.",
                    Map.of(
                            "run", run.hex(),
                            "values", String.valueOf(values),
                            "compartments", String.valueOf(where.rowCount())));
        }
    }

    /** The stored rows that hold a frame; numbers of frames count through all chunks. */
    private Datasets.Piece around(long frame) {
        if (datasets.manifest(run).chunks().size() == 1) {
            return datasets.around(run, TABLE, 0, frame);
        }
        long before = 0;
        for (var chunk : datasets.manifest(run).chunks()) {
            long rows = chunk.parts().stream()
                    .filter(part -> part.table().equals(TABLE))
                    .mapToLong(part -> part.rows())
                    .sum();
            if (frame < before + rows) {
                var piece = datasets.around(run, TABLE, chunk.index(), frame - before);
                return new Datasets.Piece(before + piece.first(), piece.rows());
            }
            before += rows;
        }
        throw new AssertionError("frame %d of %d".formatted(frame, before));
    }
}
