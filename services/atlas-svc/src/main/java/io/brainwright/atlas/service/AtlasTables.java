package io.brainwright.atlas.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.F64;
import static io.brainwright.fabric.table.ColumnType.I32;
import static io.brainwright.fabric.table.ColumnType.I8;
import static io.brainwright.fabric.table.ColumnType.TEXT;
import static io.brainwright.fabric.table.ColumnType.U32;

import io.brainwright.atlas.model.VoxelRows;
import io.brainwright.atlas.model.VoxelisedRegion;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import java.util.List;

/** The two tables of an atlas dataset: one row per voxel, and one row about the lattice. */
final class AtlasTables {
    private static final String SHEET = "procedural cortical sheet, docs/science/cortical-sheet.md";

    static final TableSchema VOXELS = new TableSchema(
            "voxels",
            List.of(
                    column("voxel_x", I32, "1", "Index along x"),
                    column("voxel_y", I32, "1", "Index along y"),
                    column("voxel_z", I32, "1", "Index along z"),
                    column("region_id", U32, "1", "Id of the layer of the subregion in the hierarchy"),
                    column("layer", I8, "1", "Layer, 1 at the pia"),
                    column("relative_depth", F32, "1", "Depth over thickness: 0 at the pia, 1 at the white matter"),
                    column("depth_um", F32, "um", "Depth of the voxel's centre below the pia"),
                    column("orientation_w", F32, "1", "Rotation that takes +y to the pia-ward axis"),
                    column("orientation_x", F32, "1", "Rotation that takes +y to the pia-ward axis"),
                    column("orientation_y", F32, "1", "Rotation that takes +y to the pia-ward axis"),
                    column("orientation_z", F32, "1", "Rotation that takes +y to the pia-ward axis")));

    static final TableSchema GRID = new TableSchema(
            "grid",
            List.of(
                    column("atlas", TEXT, "1", "Name of the atlas, which is that of its recipe"),
                    column("region", TEXT, "1", "Acronym of the voxelised region"),
                    column("region_name", TEXT, "1", "Its name in words"),
                    column("species", TEXT, "1", "Species and age"),
                    column("voxel_um", F64, "um", "Edge of a voxel"),
                    column("origin_x", F64, "um", "Lower corner of voxel (0, 0, 0)"),
                    column("origin_y", F64, "um", "Lower corner of voxel (0, 0, 0)"),
                    column("origin_z", F64, "um", "Lower corner of voxel (0, 0, 0)"),
                    column("shape_x", I32, "1", "Voxels along x"),
                    column("shape_y", I32, "1", "Voxels along y"),
                    column("shape_z", I32, "1", "Voxels along z"),
                    column("thickness_um", F64, "um", "From the pia to the white matter"),
                    column("pial_area_mm2", F64, "mm2", "Area of the region's pia"),
                    column("volume_mm3", F64, "mm3", "Volume of the region, exact"),
                    column("hierarchy", TEXT, "1", "Region hierarchy as JSON")));

    private AtlasTables() {}

    static Batch voxels(VoxelRows rows, double thickness_um) {
        var depth_um = rows.depth_um();
        var relative = new float[depth_um.length];
        for (int i = 0; i < relative.length; i++) {
            relative[i] = (float) (depth_um[i] / thickness_um);
        }
        return Batch.of(
                VOXELS,
                rows.index(0),
                rows.index(1),
                rows.index(2),
                rows.regionId(),
                rows.layer(),
                relative,
                depth_um,
                rows.orientation(0),
                rows.orientation(1),
                rows.orientation(2),
                rows.orientation(3));
    }

    static Batch grid(String atlas, VoxelisedRegion voxelised) {
        var region = voxelised.region();
        var recipe = region.sheet().recipe();
        var grid = voxelised.grid();
        return Batch.of(
                GRID,
                text(atlas),
                text(region.node().acronym()),
                text(region.node().name()),
                text(recipe.species()),
                number(grid.edge_um()),
                number(grid.originX_um()),
                number(grid.originY_um()),
                number(grid.originZ_um()),
                new int[] {grid.nx()},
                new int[] {grid.ny()},
                new int[] {grid.nz()},
                number(recipe.thickness_um()),
                number(region.pialArea_mm2()),
                number(region.volume_mm3()),
                text(region.sheet().hierarchy().json()));
    }

    private static Column column(String name, ColumnType type, String unit, String description) {
        return Column.of(name, type, unit, description, SHEET);
    }

    private static String[] text(String value) {
        return new String[] {value};
    }

    private static double[] number(double value) {
        return new double[] {value};
    }
}
