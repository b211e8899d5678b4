package io.brainwright.placement.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.F32_LIST;
import static io.brainwright.fabric.table.ColumnType.F64;
import static io.brainwright.fabric.table.ColumnType.I32;
import static io.brainwright.fabric.table.ColumnType.I64;
import static io.brainwright.fabric.table.ColumnType.I8;
import static io.brainwright.fabric.table.ColumnType.TEXT;
import static io.brainwright.fabric.table.ColumnType.U64;

import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import java.util.List;

/** The tables of a placement: one row per neuron, one per glial cell where asked for, and one row about the shape that they fill. */
final class PlacementTables {
    private static final String PLACED = "placement, docs/science/cell-placement.md";
    private static final String DOMAIN = "power tessellation, docs/science/glia.md";
    private static final String RECIPE = "recipe of the atlas";

    static final TableSchema CELLS = new TableSchema(
            "cells",
            List.of(
                    column("node_id", U64, "1", "Id of the cell, from 0", PLACED),
                    column("x", F32, "um", "Centre of the soma; +x is lateral", PLACED),
                    column("y", F32, "um", "Centre of the soma; +y leaves the brain at the apex", PLACED),
                    column("z", F32, "um", "Centre of the soma; +z is posterior", PLACED),
                    column("orientation_w", F32, "1", "Rotation that takes +y to the pia-ward axis", PLACED),
                    column("orientation_x", F32, "1", "Rotation that takes +y to the pia-ward axis", PLACED),
                    column("orientation_y", F32, "1", "Rotation that takes +y to the pia-ward axis", PLACED),
                    column("orientation_z", F32, "1", "Rotation that takes +y to the pia-ward axis", PLACED),
                    column("region", TEXT, "1", "Acronym of the subregion", PLACED),
                    column("layer", I8, "1", "Layer, 1 at the pia", PLACED),
                    column("mtype", TEXT, "1", "Morphological type", RECIPE),
                    column("etype", TEXT, "1", "Electrical type", RECIPE),
                    column("morph_class", TEXT, "1", "PYR or INT", RECIPE),
                    column("synapse_class", TEXT, "1", "EXC or INH", RECIPE),
                    column("morphology", TEXT, "1", "Name that the cell's morphology will have", PLACED),
                    column("model_template", TEXT, "1", "hoc: and the name of the e-type and m-type's model", PLACED),
                    column("marker", TEXT, "1", "Molecular marker; empty: the recipe does not know", RECIPE),
                    column("depth_um", F32, "um", "Depth of the soma below the pia", PLACED),
                    column(
                            "relative_depth",
                            F32,
                            "1",
                            "Depth over thickness: 0 at the pia, 1 at the white matter",
                            PLACED)));

    /** Glia, where they were asked for; somata without processes. */
    static final TableSchema GLIA = new TableSchema(
            "glia",
            List.of(
                    column("glia_id", U64, "1", "Id of the cell among the glia, from 0", PLACED),
                    column("x", F32, "um", "Centre of the soma", PLACED),
                    column("y", F32, "um", "Centre of the soma", PLACED),
                    column("z", F32, "um", "Centre of the soma", PLACED),
                    column("region", TEXT, "1", "Acronym of the subregion", PLACED),
                    column("layer", I8, "1", "Layer, 1 at the pia", PLACED),
                    column("kind", TEXT, "1", "astrocyte, oligodendrocyte or microglia", RECIPE),
                    column("radius_um", F32, "um", "Radius of the soma", RECIPE),
                    column("depth_um", F32, "um", "Depth of the soma below the pia", PLACED)));

    /** Micro-domains of astrocytes, where they were asked for. */
    static final TableSchema DOMAINS = new TableSchema(
            "astrocyte_domains",
            List.of(
                    column("glia_id", U64, "1", "Id of the astrocyte among the glia", PLACED),
                    column("tile_um3", F64, "um3", "Volume of its power cell; the tiles fill the column", DOMAIN),
                    column(
                            "domain_um3",
                            F64,
                            "um3",
                            "Volume of its domain: the tile, grown where overlap was asked for",
                            DOMAIN),
                    column("scale", F64, "1", "Factor of growth about the tile's centre of mass", DOMAIN),
                    column("faces", I32, "1", "Faces of the domain: neighbours and sides of the column", DOMAIN),
                    column(
                            "corners_um",
                            F32_LIST,
                            "um",
                            "Corners, x y z each; the domain is their convex hull",
                            DOMAIN)));

    static final TableSchema SHAPE = new TableSchema(
            "shape",
            List.of(
                    column("atlas", TEXT, "1", "Name of the atlas and its recipe", PLACED),
                    column("region", TEXT, "1", "Acronym of the region of the atlas", PLACED),
                    column("shape", TEXT, "1", "What was filled, in words", PLACED),
                    column("volume_mm3", F64, "mm3", "Volume of the filled layers", PLACED),
                    column("cells_in_shape", F64, "1", "Cells that the shape holds at the density asked for", RECIPE),
                    column("cells", I64, "1", "Cells placed", PLACED),
                    column("fraction", F64, "1", "Share of the shape's cells that was placed", PLACED),
                    column("density_scale", F64, "1", "Factor on the published densities", PLACED),
                    column("thinning", TEXT, "1", "What the fraction does to connectivity", PLACED)));

    private PlacementTables() {}

    private static Column column(String name, ColumnType type, String unit, String description, String source) {
        return Column.of(name, type, unit, description, source);
    }
}
