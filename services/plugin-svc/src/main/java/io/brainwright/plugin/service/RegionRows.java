package io.brainwright.plugin.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.F64;
import static io.brainwright.fabric.table.ColumnType.I8;
import static io.brainwright.fabric.table.ColumnType.TEXT;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.MType;
import io.brainwright.proto.stage.v1.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The two tables of a region that plug-ins read. */
final class RegionRows {
    private static final String SHEET = "atlas";
    private static final String RECIPE = "recipe of the atlas";
    private static final List<String> KEPT =
            List.of("depth_um", "orientation_w", "orientation_x", "orientation_y", "orientation_z");
    /** Half the diagonal of a voxel, in edges. */
    static final double REACH = Math.sqrt(3) / 2;

    private static final TableSchema VOXELS = new TableSchema(
            "voxels",
            List.of(
                    column("x", F64, "um", "Centre of the voxel", SHEET),
                    column("y", F64, "um", "Centre of the voxel", SHEET),
                    column("z", F64, "um", "Centre of the voxel", SHEET),
                    column("layer", I8, "1", "Layer, 1 at the pia", SHEET),
                    column("depth_um", F32, "um", "Depth of its centre below the pia", SHEET),
                    column("orientation_w", F32, "1", "Rotation that takes +y to the pia-ward axis", SHEET),
                    column("orientation_x", F32, "1", "Rotation that takes +y to the pia-ward axis", SHEET),
                    column("orientation_y", F32, "1", "Rotation that takes +y to the pia-ward axis", SHEET),
                    column("orientation_z", F32, "1", "Rotation that takes +y to the pia-ward axis", SHEET)));

    private static final TableSchema CELL_TYPES = new TableSchema(
            "cell_types",
            List.of(
                    column("layer", I8, "1", "Layer, 1 at the pia", RECIPE),
                    column("mtype", TEXT, "1", "Morphological type", RECIPE),
                    column("etype", TEXT, "1", "Electrical type", RECIPE),
                    column("morph_class", TEXT, "1", "PYR or INT", RECIPE),
                    column("synapse_class", TEXT, "1", "EXC or INH", RECIPE),
                    column("cells_per_mm3", F64, "1/mm3", "Density of this m-type and e-type in the layer", RECIPE)));

    private final SheetRegion tissue;
    private final Region region;
    private final List<Integer> layers;

    RegionRows(SheetRegion tissue, Region region, List<Integer> layers) {
        this.tissue = tissue;
        this.region = region;
        this.layers = layers;
    }

    /** All voxels of the layers that touch the shape. */
    Batch voxels(Datasets datasets, DatasetId atlas) {
        var grid = datasets.read(atlas, "grid", 0);
        var parts = new ArrayList<Batch>();
        for (int c = 0; c < datasets.manifest(atlas).chunks().size(); c++) {
            parts.add(touching(datasets.read(atlas, "voxels", c), grid));
        }
        return Batch.concat(VOXELS, parts);
    }

    private Batch touching(Batch all, Batch grid) {
        var at = new double[3][];
        for (int i = 0; i < at.length; i++) {
            var axis = "xyz".substring(i, i + 1);
            double origin_um = grid.doubles("origin_" + axis)[0];
            at[i] = Arrays.stream(all.ints("voxel_" + axis))
                    .mapToDouble(v -> origin_um + (v + 0.5) * region.getVoxelUm())
                    .toArray();
        }
        var kept = new int[all.rowCount()];
        int n = 0;
        for (int i = 0; i < kept.length; i++) {
            if (layers.contains((int) all.bytes("layer")[i]) && touches(at[0][i], at[1][i], at[2][i])) {
                kept[n++] = i;
            }
        }
        return chosen(all, at, Arrays.copyOf(kept, n));
    }

    private boolean touches(double x, double y, double z) {
        if (region.getWidthUm() == 0) {
            return true;
        }
        double reach_um = region.getWidthUm() / 2 + REACH * region.getVoxelUm();
        return tissue.fromAxis_um2(x, y, z) <= reach_um * reach_um;
    }

    private static Batch chosen(Batch all, double[][] at, int[] rows) {
        var values = new ArrayList<Object>();
        for (var axis : at) {
            values.add(Arrays.stream(rows).mapToDouble(i -> axis[i]).toArray());
        }
        var layer = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            layer[i] = all.bytes("layer")[rows[i]];
        }
        values.add(layer);
        for (var name : KEPT) {
            var column = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                column[i] = all.floats(name)[rows[i]];
            }
            values.add(column);
        }
        return Batch.of(VOXELS, values);
    }

    /** What the recipe says of the layers' cells: a row for each layer, m-type and e-type. */
    Batch cellTypes(CorticalRecipe recipe) {
        var rows = new ArrayList<Row>();
        for (int layer : layers) {
            for (var mtype : recipe.mtypes()) {
                double density = mtype.density_per_mm3(layer);
                if (density > 0) {
                    mtype.etypeFraction()
                            .forEach((etype, share) -> rows.add(new Row(layer, mtype, etype, density * share)));
                }
            }
        }
        var layer = new byte[rows.size()];
        for (int i = 0; i < layer.length; i++) {
            layer[i] = (byte) rows.get(i).layer;
        }
        return Batch.of(
                CELL_TYPES,
                layer,
                rows.stream().map(r -> r.mtype.name()).toArray(String[]::new),
                rows.stream().map(Row::etype).toArray(String[]::new),
                rows.stream().map(r -> r.mtype.morphClass().name()).toArray(String[]::new),
                rows.stream().map(r -> r.mtype.synapseClass().name()).toArray(String[]::new),
                rows.stream().mapToDouble(Row::cells_per_mm3).toArray());
    }

    private record Row(int layer, MType mtype, String etype, double cells_per_mm3) {}

    private static Column column(String name, ColumnType type, String unit, String description, String source) {
        return Column.of(name, type, unit, description, source);
    }
}
