package io.brainwright.agents.plugged;

import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.neuro.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a finding tells of tables that no built-in stage takes: of every column of numbers its mean and its spread over the rows. */
final class OwnTables {
    private static final Set<ColumnType> NUMBERS =
            Set.of(ColumnType.I64, ColumnType.I32, ColumnType.U32, ColumnType.F32, ColumnType.F64);
    /** chosen: what is read at once to tell a mean */
    private static final long MOST_ROWS = 5_000_000;

    private final StepContext context;
    private final String stage;
    private final DatasetId id;

    OwnTables(StepContext context, String stage, DatasetId id) {
        this.context = context;
        this.stage = stage;
        this.id = id;
    }

    StepOutcome told() {
        var manifest = context.datasets().manifest(id);
        var measures = new ArrayList<Measure>();
        var words = new ArrayList<String>();
        for (var table : manifest.tables()) {
            long rows = manifest.rows().getOrDefault(table.name(), 0L);
            words.add("%s: table '%s' of dataset %s has %,d rows.".formatted(stage, table.name(), id.brief(), rows));
            if (rows > 0 && rows <= MOST_ROWS) {
                measure(manifest, table, measures);
            }
        }
        return new StepOutcome(Map.of(), measures, List.of(), words, List.of());
    }

    private void measure(Manifest manifest, TableSchema table, List<Measure> measures) {
        var rows = context.datasets().read(manifest.id(), table.name());
        for (int c = 0; c < table.columns().size(); c++) {
            var column = table.columns().get(c);
            if (NUMBERS.contains(column.type())) {
                measures.add(mean(table, column, moments(rows.values(c))));
            }
        }
    }

    private static Moments moments(Object values) {
        var moments = new Moments();
        switch (values) {
            case long[] v -> java.util.Arrays.stream(v).forEach(moments::add);
            case int[] v -> java.util.Arrays.stream(v).forEach(moments::add);
            case double[] v ->
                java.util.Arrays.stream(v).filter(Double::isFinite).forEach(moments::add);
            case float[] v -> {
                for (float x : v) {
                    if (Float.isFinite(x)) {
                        moments.add(x);
                    }
                }
            }
            default -> throw new IllegalArgumentException("no column of numbers");
        }
        return moments;
    }

    private Measure mean(TableSchema table, Column column, Moments of) {
        return new Measure(
                context.step().id(),
                "%s.%s".formatted(table.name(), column.name()),
                "all",
                context.setting().variant(),
                context.setting().under(),
                Double.isFinite(of.mean()) ? of.mean() : null,
                column.unit(),
                Double.isFinite(of.sd()) ? new Measure.Spread("sd", of.sd(), "rows") : null,
                of.n());
    }
}
