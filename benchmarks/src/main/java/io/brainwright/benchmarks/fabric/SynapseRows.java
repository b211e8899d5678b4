package io.brainwright.benchmarks.fabric;

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
import io.brainwright.proto.library.v1.SearchRequest;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes rows shaped like synapses that were made beforehand, so that what is timed is their way and not their making: {@code limit}
 * chunks of some pieces each; {@code words} makes one dataset unlike another.
 */
class SynapseRows implements Stage<SearchRequest> {
    static final TableSchema SYNAPSES = new TableSchema(
            "synapses",
            List.of(
                    column("target_node_id", ColumnType.U64, "1"),
                    column("source_node_id", ColumnType.U64, "1"),
                    column("afferent_section_id", ColumnType.I32, "1"),
                    column("afferent_section_pos", ColumnType.F32, "1"),
                    column("afferent_center_x", ColumnType.F32, "um"),
                    column("afferent_center_y", ColumnType.F32, "um"),
                    column("afferent_center_z", ColumnType.F32, "um"),
                    column("delay", ColumnType.F32, "ms"),
                    column("conductance", ColumnType.F32, "nS"),
                    column("u_syn", ColumnType.F32, "1"),
                    column("depression_time", ColumnType.F32, "ms"),
                    column("facilitation_time", ColumnType.F32, "ms"),
                    column("decay_time", ColumnType.F32, "ms")));

    private final Batch piece;
    private final int piecesPerChunk;

    /**
     * @param rows of one piece
     * @param piecesPerChunk pieces that a chunk writes
     */
    SynapseRows(int rows, int piecesPerChunk) {
        this.piece = rows(rows);
        this.piecesPerChunk = piecesPerChunk;
    }

    Batch piece() {
        return piece;
    }

    static SearchRequest request(String words, int chunks) {
        return SearchRequest.newBuilder().setWords(words).setLimit(chunks).build();
    }

    @Override
    public String name() {
        return "benchmark";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public SearchRequest emptyRequest() {
        return SearchRequest.getDefaultInstance();
    }

    @Override
    public SearchRequest complete(SearchRequest request) {
        return request;
    }

    @Override
    public List<DatasetId> inputs(SearchRequest request) {
        return List.of();
    }

    @Override
    public List<TableSchema> tables(SearchRequest request) {
        return List.of(SYNAPSES);
    }

    @Override
    public String unit() {
        return "synapses";
    }

    @Override
    public String verb() {
        return "written";
    }

    @Override
    public List<ChunkSpec> chunks(SearchRequest request, Datasets inputs) {
        long rows = (long) piece.rowCount() * piecesPerChunk;
        return IntStream.range(0, request.getLimit())
                .mapToObj(i -> new ChunkSpec(i, "synapses " + i, i * rows, (i + 1) * rows, rows))
                .toList();
    }

    @Override
    public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        for (int i = 0; i < piecesPerChunk; i++) {
            out.write(piece);
        }
    }

    private static Batch rows(int count) {
        var draws = Draws.of(1, "benchmark", 0);
        var target = new long[count];
        var source = new long[count];
        var section = new int[count];
        var floats = new float[10][count];
        for (int i = 0; i < count; i++) {
            target[i] = i / 300;
            source[i] = (long) (draws.nextDouble() * 31_346);
            section[i] = (int) (draws.nextDouble() * 120);
            for (var column : floats) {
                column[i] = (float) draws.nextDouble();
            }
        }
        return Batch.of(
                SYNAPSES, target, source, section, floats[0], floats[1], floats[2], floats[3], floats[4], floats[5],
                floats[6], floats[7], floats[8], floats[9]);
    }

    private static Column column(String name, ColumnType type, String unit) {
        return Column.of(name, type, unit, "a column as synapses have it", "drawn");
    }
}
