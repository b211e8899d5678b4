package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.domains.ColumnPrism;
import io.brainwright.proto.placement.v1.PlacementRequest;
import java.util.ArrayList;
import java.util.List;

/** Synapses scattered evenly over the prism about a column, so many in a chunk; synapse k lies on cell k / 10. */
final class ScatteredSynapses implements Stage<PlacementRequest> {
    private static final TableSchema SYNAPSES = new TableSchema(
            "synapses",
            List.of(
                    Column.of("target_node_id", ColumnType.U64, "1", "cell", "test"),
                    Column.of("afferent_center_x", ColumnType.F32, "um", "place", "test"),
                    Column.of("afferent_center_y", ColumnType.F32, "um", "place", "test"),
                    Column.of("afferent_center_z", ColumnType.F32, "um", "place", "test")));

    private final int count;
    private final int perChunk;

    ScatteredSynapses(int count, int perChunk) {
        this.count = count;
        this.perChunk = perChunk;
    }

    @Override
    public String name() {
        return "scattered";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public PlacementRequest emptyRequest() {
        return PlacementRequest.getDefaultInstance();
    }

    @Override
    public PlacementRequest complete(PlacementRequest request) {
        return request;
    }

    @Override
    public List<DatasetId> inputs(PlacementRequest request) {
        return List.of();
    }

    @Override
    public List<TableSchema> tables(PlacementRequest request) {
        return List.of(SYNAPSES);
    }

    @Override
    public String unit() {
        return "synapses";
    }

    @Override
    public String verb() {
        return "scattered";
    }

    @Override
    public List<ChunkSpec> chunks(PlacementRequest request, Datasets inputs) {
        var chunks = new ArrayList<ChunkSpec>();
        for (int from = 0; from < count; from += perChunk) {
            int n = Math.min(perChunk, count - from);
            chunks.add(new ChunkSpec(chunks.size(), "synapses from " + from, from, from + n, n));
        }
        return chunks;
    }

    @Override
    public void make(PlacementRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        int n = (int) chunk.amount();
        var cells = new long[n];
        var places = new float[3][n];
        var tissue =
                (io.brainwright.placement.model.Column) Tissues.placement(PlacementRequests.complete(request), inputs)
                        .tiles()
                        .getFirst();
        var body = new ColumnPrism(tissue, 1, 6).body();
        var low = new double[3];
        var high = new double[3];
        tissue.bounds(low, high);
        for (int i = 0; i < n; i++) {
            long id = chunk.first() + i;
            var draws = Draws.of(11, "scattered", id);
            cells[i] = id / 10;
            do {
                for (int k = 0; k < 3; k++) {
                    places[k][i] = (float) draws.uniform(low[k], high[k]);
                }
            } while (!body.holds(places[0][i], places[1][i], places[2][i]));
        }
        out.write(Batch.of(SYNAPSES, cells, places[0], places[1], places[2]));
    }
}
