package io.brainwright.library.service;

import com.google.protobuf.Message;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.testkit.GivenRows;
import io.brainwright.testkit.StageHarness;
import java.util.List;

/** A stage whose tables are written by hand, so that a test knows every value. */
record GivenTables<R extends Message>(R request, List<Batch> batches, List<DatasetId> from) implements GivenRows<R> {

    static <R extends Message> DatasetId in(StageHarness datasets, R request, Batch... batches) {
        return datasets.run(new GivenTables<>(request, List.of(batches), List.of()), request);
    }

    /** The same made from other datasets. */
    static <R extends Message> DatasetId from(
            List<DatasetId> inputs, StageHarness datasets, R request, Batch... batches) {
        return datasets.run(new GivenTables<>(request, List.of(batches), inputs), request);
    }

    @Override
    public List<DatasetId> inputs(R complete) {
        return from;
    }

    @Override
    public String name() {
        return "given";
    }

    @Override
    public R emptyRequest() {
        return request;
    }

    @Override
    public List<TableSchema> tables(R complete) {
        return batches.stream().map(Batch::schema).toList();
    }

    @Override
    public void make(R complete, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        batches.forEach(out::write);
    }
}
