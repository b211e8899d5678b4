package io.brainwright.fabric;

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

/** Draws numbers: {@code limit} chunks of a thousand rows, keyed by the words asked for. */
class NumbersStage implements Stage<SearchRequest> {
    static final TableSchema NUMBERS = new TableSchema(
            "numbers",
            List.of(
                    Column.of("node_id", ColumnType.U64, "1", "row", "test"),
                    Column.of("value", ColumnType.F64, "1", "a draw", "test"),
                    Column.of("word", ColumnType.TEXT, "1", "a word", "test")));
    static final int ROWS = 1000;

    @Override
    public String name() {
        return "numbers";
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
        return List.of(NUMBERS);
    }

    @Override
    public String unit() {
        return "numbers";
    }

    @Override
    public String verb() {
        return "drawn";
    }

    @Override
    public List<ChunkSpec> chunks(SearchRequest request, Datasets inputs) {
        return IntStream.range(0, request.getLimit())
                .mapToObj(i -> new ChunkSpec(i, "numbers " + i, (long) i * ROWS, (i + 1L) * ROWS, ROWS))
                .toList();
    }

    @Override
    public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var ids = new long[ROWS];
        var values = new double[ROWS];
        var words = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            ids[i] = chunk.first() + i;
            values[i] = Draws.of(request.getWords().length(), "numbers", ids[i]).nextDouble();
            words[i] = request.getWords() + i % 7;
        }
        out.write(Batch.of(NUMBERS, ids, values, words));
    }
}
