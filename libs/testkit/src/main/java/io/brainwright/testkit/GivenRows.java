package io.brainwright.testkit;

import com.google.protobuf.Message;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import java.util.List;

/** A stage that a test writes by hand: one chunk, no inputs, a request that is complete as it is. What differs is overridden. */
public interface GivenRows<R extends Message> extends Stage<R> {
    @Override
    default int version() {
        return 1;
    }

    @Override
    default R complete(R request) {
        return request;
    }

    @Override
    default List<DatasetId> inputs(R complete) {
        return List.of();
    }

    @Override
    default String unit() {
        return "rows";
    }

    @Override
    default String verb() {
        return "given";
    }

    @Override
    default List<ChunkSpec> chunks(R complete, Datasets inputs) {
        return List.of(new ChunkSpec(0, "all", 0, 1, 1));
    }
}
