package io.brainwright.fabric;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import java.util.List;

/** For stages that read nothing. */
final class NoDatasets implements Datasets {
    @Override
    public Manifest manifest(DatasetId id) {
        throw new AssertionError("nothing is read here");
    }

    @Override
    public Batch read(DatasetId id, String table) {
        throw new AssertionError("nothing is read here");
    }

    @Override
    public Batch read(DatasetId id, String table, int chunk) {
        throw new AssertionError("nothing is read here");
    }

    @Override
    public List<Manifest> list() {
        return List.of();
    }
}
