package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Datasets that count how often a chunk of a table was read. */
record CountedReads(Datasets datasets, Map<String, Integer> byTable) implements Datasets {
    CountedReads(Datasets datasets) {
        this(datasets, new HashMap<>());
    }

    int reads(String table) {
        return byTable.getOrDefault(table, 0);
    }

    @Override
    public Manifest manifest(DatasetId id) {
        return datasets.manifest(id);
    }

    @Override
    public Batch read(DatasetId id, String table) {
        return datasets.read(id, table);
    }

    @Override
    public Batch read(DatasetId id, String table, int chunk) {
        byTable.merge(table, 1, Integer::sum);
        return datasets.read(id, table, chunk);
    }

    @Override
    public List<Manifest> list() {
        return datasets.list();
    }
}
