package io.brainwright.testkit.fuzz;

import io.brainwright.fabric.table.ArrowCodec;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class FabricFuzzTest {
    @Test
    void arrowBatches() {
        var schema = new TableSchema(
                "cells",
                List.of(
                        Column.of("node_id", ColumnType.U64, "1", "number of the cell", "us"),
                        Column.of("x", ColumnType.F32, "um", "place", "us"),
                        Column.of("region", ColumnType.TEXT, "1", "acronym", "us")));
        var batch = Batch.of(
                schema, new long[] {0, 1, 2}, new float[] {1, 2.5f, -3}, new String[] {"S1HL", "S1FL", "S1HL"});
        Fuzz.check("Arrow batch from Kafka", List.of(ArrowCodec.encode(batch)), ArrowCodec::decode);
    }
}
