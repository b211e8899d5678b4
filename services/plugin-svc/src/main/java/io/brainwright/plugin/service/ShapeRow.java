package io.brainwright.plugin.service;

import static io.brainwright.fabric.table.ColumnType.F64;
import static io.brainwright.fabric.table.ColumnType.I64;
import static io.brainwright.fabric.table.ColumnType.TEXT;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.proto.plugin.v1.PluginRequest;
import io.brainwright.proto.stage.v1.Region;
import java.util.Locale;

/**
 * What is known of the tissue that a plug-in filled with cells, as pictures, explanations and analyses read it beside the cells. The
 * adapter writes it, so that no author need know of it.
 */
final class ShapeRow {
    private static final String SOURCE = "tissue of the request";

    static final TableSchema SCHEMA = new TableSchema(
            "shape",
            java.util.List.of(
                    column("atlas", TEXT, "1", "Name of the atlas and its recipe"),
                    column("region", TEXT, "1", "Acronym of the region of the atlas"),
                    column("shape", TEXT, "1", "What was filled, in words"),
                    column("volume_mm3", F64, "mm3", "Volume of the filled layers"),
                    column("cells_in_shape", F64, "1", "Cells that the shape holds at the recipe's density"),
                    column("cells", I64, "1", "Cells placed"),
                    column("fraction", F64, "1", "Cells placed over those of the recipe"),
                    column("density_scale", F64, "1", "The same; the plug-in decides how many there are"),
                    column("thinning", TEXT, "1", "What the fraction means")));

    private ShapeRow() {}

    /** Whether the row stands beside an action's own tables. */
    static boolean belongsTo(Described.Asked asked) {
        return asked.told().getMakes().equals("cells")
                && asked.told().getInputsList().stream()
                        .anyMatch(i -> i.getKind().equals(RegionInput.KIND))
                && asked.tables().stream().noneMatch(t -> t.schema().name().equals(SCHEMA.name()));
    }

    static Batch of(String stage, String atlas, PluginRequest request, Region region, long cells) {
        double volume_mm3 = region.getLayersList().stream()
                .mapToDouble(l -> l.getVolumeMm3())
                .sum();
        double holds = region.getLayersList().stream()
                .mapToDouble(l -> l.getVolumeMm3() * l.getCellsPerMm3())
                .sum();
        var shape = region.getWidthUm() == 0
                ? request.getTissue().getRegion()
                : String.format(Locale.ROOT, "column of %s, %.0f um wide", region.getAcronym(), region.getWidthUm());
        double fraction = cells / holds;
        var told = String.format(
                Locale.ROOT,
                "Placed by the plugged-in stage '%s': %,d cells, %.4f of the %,.0f that the recipe's density gives.",
                stage,
                cells,
                fraction,
                holds);
        return Batch.of(
                SCHEMA,
                new String[] {atlas},
                new String[] {region.getAcronym()},
                new String[] {shape},
                new double[] {volume_mm3},
                new double[] {holds},
                new long[] {cells},
                new double[] {fraction},
                new double[] {fraction},
                new String[] {told});
    }

    private static Column column(String name, ColumnType type, String unit, String description) {
        return Column.of(name, type, unit, description, SOURCE);
    }
}
