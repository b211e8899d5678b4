package io.brainwright.plugin.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.RowHash;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.plugin.v1.PluginRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A stage that somebody plugged in, as the fabric sees it: identity, chunks, retries and checksums are those of any stage. */
public final class PluggedStage implements Stage<PluginRequest> {
    private final String name;
    private final Plug plug;

    PluggedStage(String name, Plug plug) {
        this.name = name;
        this.plug = plug;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return described().told().getVersion();
    }

    @Override
    public PluginRequest emptyRequest() {
        return PluginRequest.getDefaultInstance();
    }

    @Override
    public PluginRequest complete(PluginRequest request) {
        return PluginRequests.complete(described(), request, true);
    }

    @Override
    public List<DatasetId> inputs(PluginRequest request) {
        return request.getInputsList().stream()
                .map(i -> new DatasetId(i.getDataset().getId()))
                .toList();
    }

    @Override
    public List<TableSchema> tables(PluginRequest request) {
        var asked = asked(request);
        var own = asked.tables().stream().map(Described.Made::schema);
        return ShapeRow.belongsTo(asked)
                ? Stream.concat(Stream.of(ShapeRow.SCHEMA), own).toList()
                : own.toList();
    }

    @Override
    public String unit() {
        return described().told().getUnit();
    }

    @Override
    public String verb() {
        return described().told().getVerb();
    }

    @Override
    public List<ChunkSpec> chunks(PluginRequest request, Datasets inputs) {
        var rows = new InputFeed(asked(request), request, inputs);
        var told = new StageCall(plug, name).chunks(rows.order(version(), request.getAction()), rows);
        return ChunkCheck.passed(name, asked(request), told);
    }

    /** The first chunk is made twice: a plug-in that draws without a seed is found out at once, not when a build is repeated. */
    @Override
    public void make(PluginRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var first = run(request, chunk, inputs, out, out::write);
        if (chunk.index() == 0 && ShapeRow.belongsTo(asked(request))) {
            out.write(shape(request, inputs));
        }
        if (chunk.index() == 0 && !run(request, chunk, inputs, out, _ -> {}).equals(first)) {
            throw PlugProblems.notDeterministic(name, chunk.label());
        }
    }

    private Batch shape(PluginRequest request, Datasets inputs) {
        var region = region(request, inputs);
        long cells =
                chunks(request, inputs).stream().mapToLong(ChunkSpec::amount).sum();
        return ShapeRow.of(name, region.atlas(), request, region.told(), cells);
    }

    private static RegionInput region(PluginRequest request, Datasets inputs) {
        return request.getInputsList().stream()
                .filter(i -> i.getKind().equals(RegionInput.KIND))
                .map(i -> RegionInput.of(request, i, inputs))
                .findFirst()
                .orElseThrow();
    }

    /** Makes a chunk and gives, by table, the sum of its rows' hashes. */
    private Map<String, String> run(
            PluginRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out, Consumer<Batch> rows) {
        var asked = asked(request);
        var check = new RowsCheck(name, asked, chunk);
        var sums = new HashMap<String, String>();
        var within = ShapeRow.belongsTo(asked) ? region(request, inputs).cellsWithin() : null;
        var feed = new InputFeed(asked, request, inputs).of(chunk);
        new StageCall(plug, name).make(feed.order(version(), request.getAction()), feed, chunk, out, stream -> {
            var batch = check.passed(stream);
            if (within != null && batch.schema().name().equals(CellsForm.TABLE)) {
                within.fault(batch).ifPresent(f -> {
                    throw PlugProblems.broken(name, chunk.label(), f);
                });
            }
            sums.merge(batch.schema().name(), RowHash.of(batch).sum(), RowHash::add);
            rows.accept(batch);
        });
        return sums;
    }

    /** The plug-in, for a question that no dataset follows from. */
    StageCall call() {
        return new StageCall(plug, name);
    }

    /** What was last heard of it. */
    Described described() {
        var described = plug.described();
        if (described == null || !described.name().equals(name)) {
            throw plug.notReady();
        }
        return described;
    }

    Described.Asked asked(PluginRequest request) {
        var described = described();
        return described
                .action(request.getAction())
                .orElseThrow(() -> Problem.invalid(
                        "The request to '%s' cannot be meant.".formatted(name),
                        List.of(new FieldFault(
                                "action",
                                "there is no '%s'; one of %s."
                                        .formatted(
                                                request.getAction(),
                                                new ArrayList<>(
                                                        described.actions().keySet()))))));
    }
}
