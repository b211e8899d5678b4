package io.brainwright.plugin.service;

import com.google.protobuf.ByteString;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.ArrowCodec;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.BatchSplit;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.proto.plugin.v1.PluginInput;
import io.brainwright.proto.plugin.v1.PluginRequest;
import io.brainwright.proto.stage.v1.Input;
import io.brainwright.proto.stage.v1.InputKind;
import io.brainwright.proto.stage.v1.InputRows;
import io.brainwright.proto.stage.v1.Order;
import io.brainwright.proto.stage.v1.StageInput;
import io.brainwright.proto.stage.v1.StageRequest;
import io.brainwright.proto.stage.v1.TableRows;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a plug-in reads: first what is known of each input, then its rows, about 1 MiB at a time, never more than one chunk in memory. */
final class InputFeed {
    private static final long MESSAGE_BYTES = 1L << 20;
    private static final String ID = "node_id";

    private final Described.Asked asked;
    private final PluginRequest request;
    private final Datasets datasets;
    private final @Nullable ChunkSpec chunk;

    InputFeed(Described.Asked asked, PluginRequest request, Datasets datasets) {
        this(asked, request, datasets, null);
    }

    private InputFeed(Described.Asked asked, PluginRequest request, Datasets datasets, @Nullable ChunkSpec chunk) {
        this.asked = asked;
        this.request = request;
        this.datasets = datasets;
        this.chunk = chunk;
    }

    /** The rows that one chunk needs. */
    InputFeed of(ChunkSpec chunk) {
        return new InputFeed(asked, request, datasets, chunk);
    }

    Order order(int version, String action) {
        var order = Order.newBuilder().setRequest(request(version, action));
        if (chunk != null) {
            order.setChunk(ChunkCheck.told(chunk));
        }
        return order.build();
    }

    /** The request as a plug-in reads it; inputs that do not exist yet have no rows. */
    StageRequest request(int version, String action) {
        var told = StageRequest.newBuilder()
                .setVersion(version)
                .setAction(action)
                .addAllParameters(request.getParametersList());
        for (var input : request.getInputsList()) {
            told.addInputs(known(input));
        }
        return told.build();
    }

    private Input known(PluginInput input) {
        var known = Input.newBuilder()
                .setKind(input.getKind())
                .setDataset(input.getDataset().getId());
        if (input.getKind().equals(RegionInput.KIND)) {
            return known.setRegion(RegionInput.of(request, input, datasets).told())
                    .build();
        }
        if (input.hasDataset()) {
            var manifest = datasets.manifest(new DatasetId(input.getDataset().getId()));
            manifest.tables()
                    .forEach(t -> known.addTables(TableRows.newBuilder()
                            .setTable(t.name())
                            .setRows(manifest.rows().getOrDefault(t.name(), 0L))));
        }
        return known.build();
    }

    /** Hands over all rows in order until one is not wanted any more; whether all were. */
    boolean each(Predicate<StageInput> send) {
        for (int i = 0; i < request.getInputsCount(); i++) {
            var kind = asked.told().getInputs(i);
            var input = request.getInputs(i);
            if (kind.getKind().equals(RegionInput.KIND)) {
                for (var batch : RegionInput.of(request, input, datasets).rows(datasets)) {
                    if (wanted(kind, batch.schema().name()) && !send(i, batch, send)) {
                        return false;
                    }
                }
            } else if (!(kind.getByRange() && chunk == null) && !stored(i, kind, input, send)) {
                return false;
            }
        }
        return true;
    }

    private boolean stored(int i, InputKind kind, PluginInput input, Predicate<StageInput> send) {
        var id = new DatasetId(input.getDataset().getId());
        var manifest = datasets.manifest(id);
        for (var table : manifest.tables()) {
            for (int c = 0; wanted(kind, table.name()) && c < manifest.chunks().size(); c++) {
                if (!send(i, within(kind, datasets.read(id, table.name(), c)), send)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean wanted(InputKind kind, String table) {
        return kind.getTablesCount() == 0 || kind.getTablesList().contains(table);
    }

    /** The rows of the chunk's own cells; they lie side by side, for tables are sorted. */
    private Batch within(InputKind kind, Batch rows) {
        boolean keyed = rows.schema().columns().stream().anyMatch(c -> c.name().equals(ID));
        if (chunk == null || !kind.getByRange() || !keyed) {
            return rows;
        }
        long[] ids = rows.longs(ID);
        int from = 0;
        while (from < ids.length && ids[from] < chunk.first()) {
            from++;
        }
        int to = from;
        while (to < ids.length && ids[to] < chunk.end()) {
            to++;
        }
        return BatchSplit.slice(rows, from, to);
    }

    private static boolean send(int input, Batch rows, Predicate<StageInput> send) {
        for (var piece : BatchSplit.split(rows, MESSAGE_BYTES)) {
            var part = InputRows.newBuilder()
                    .setInput(input)
                    .setTable(piece.schema().name())
                    .setArrow(ByteString.copyFrom(ArrowCodec.encode(piece)));
            if (!send.test(StageInput.newBuilder().setRows(part).build())) {
                return false;
            }
        }
        return true;
    }
}
