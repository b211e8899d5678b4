package io.brainwright.fabric.dataset;

import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import java.util.List;

/** Reads datasets that are finished. Every read is checked against the manifest's checksums. */
public interface Datasets {
    /**
     * What is known of a dataset.
     *
     * @throws Problem NOT_FOUND where the catalogue has no such dataset
     */
    Manifest manifest(DatasetId id);

    /** All rows of one of its tables, in the order of its chunks. */
    Batch read(DatasetId id, String table);

    /**
     * The rows of one table that one chunk holds.
     *
     * @param chunk index of the chunk as in {@link Manifest#chunks()}
     */
    Batch read(DatasetId id, String table, int chunk);

    /**
     * The stored piece of a table that holds one row, so that a reader of a long table fetches no more than it needs.
     *
     * @param chunk index of the chunk
     * @param row number of the row within the table's rows of that chunk
     */
    default Piece around(DatasetId id, String table, int chunk, long row) {
        return new Piece(0, read(id, table, chunk));
    }

    /**
     * Neighbouring rows of a table.
     *
     * @param first number of the first one within its chunk
     * @param rows the rows
     */
    record Piece(long first, Batch rows) {}

    /** The same datasets, and besides those that are being made, as far as they can be read already. Their rows may still become more. */
    default Datasets withGrowing() {
        return this;
    }

    /** What is being made and can be read in part. */
    default List<Manifest> growing() {
        return List.of();
    }

    /** Newest manifest of every dataset known. */
    List<Manifest> list();
}
