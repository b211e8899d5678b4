package io.brainwright.placement.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.F64;
import static io.brainwright.fabric.table.ColumnType.I32;
import static io.brainwright.fabric.table.ColumnType.I64;
import static io.brainwright.fabric.table.ColumnType.TEXT;
import static io.brainwright.fabric.table.ColumnType.U64;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.placement.model.brain.BrainPart;
import io.brainwright.placement.model.brain.BrainTiles;
import io.brainwright.placement.model.brain.CellClass;
import io.brainwright.placement.model.brain.PlacedTile;
import java.util.Arrays;
import java.util.List;

/** The tables of a brain from its totals: a row per cell, and a row per part and class. */
final class BrainTables {
    private static final String PLACED = "placement, docs/science/cell-placement.md";
    private static final String RECIPE = "recipes mouse-ccf and mouse-brain";

    static final TableSchema CELLS = new TableSchema(
            "cells",
            List.of(
                    Column.of("node_id", U64, "1", "Id of the cell, from 0", PLACED),
                    Column.of("x", F32, "um", "Centre of the soma in the heap of tiles", PLACED),
                    Column.of("y", F32, "um", "Centre of the soma in the heap of tiles", PLACED),
                    Column.of("z", F32, "um", "Centre of the soma in the heap of tiles", PLACED),
                    Column.of("region", TEXT, "1", "CB, Isocortex or rest", RECIPE),
                    Column.of(
                            "cell_class",
                            TEXT,
                            "1",
                            "excitatory, inhibitory, astrocyte, oligodendrocyte or microglia",
                            RECIPE)));

    static final TableSchema PARTS = new TableSchema(
            "parts",
            List.of(
                    Column.of("region", TEXT, "1", "CB, Isocortex or rest", RECIPE),
                    Column.of("cell_class", TEXT, "1", "Class of cells", RECIPE),
                    Column.of("cells", I64, "1", "Cells placed", PLACED),
                    Column.of("cells_in_part", I64, "1", "Cells of the whole part", RECIPE),
                    Column.of("volume_mm3", F64, "mm3", "Volume that is filled", RECIPE),
                    Column.of("tiles", I32, "1", "Cubes that the part is cut into", PLACED),
                    Column.of("tile_edge_um", F64, "um", "Edge of a cube", PLACED),
                    Column.of("spacing_um", F64, "um", "What two somata of a tile keep", PLACED)));

    private BrainTables() {}

    static Batch cells(BrainTiles.Tile tile, PlacedTile placed, int from, int to) {
        var ids = new long[to - from];
        var region = new String[to - from];
        var cellClass = new String[to - from];
        Arrays.fill(region, tile.part().acronym());
        var words = Arrays.stream(CellClass.values()).map(CellClass::word).toList();
        for (int i = from; i < to; i++) {
            ids[i - from] = tile.firstId() + i;
            cellClass[i - from] = words.get(placed.cellClass()[i].ordinal());
        }
        return Batch.of(
                CELLS,
                ids,
                Arrays.copyOfRange(placed.position(0), from, to),
                Arrays.copyOfRange(placed.position(1), from, to),
                Arrays.copyOfRange(placed.position(2), from, to),
                region,
                cellClass);
    }

    static Batch parts(List<BrainPart> parts, BrainTiles tiles, double fraction) {
        int classes = CellClass.values().length;
        int n = parts.size() * classes;
        var region = new String[n];
        var cellClass = new String[n];
        var cells = new long[n];
        var all = new long[n];
        var volume_mm3 = new double[n];
        var count = new int[n];
        var edge_um = new double[n];
        var spacing_um = new double[n];
        for (int i = 0; i < n; i++) {
            var part = parts.get(i / classes);
            var first = tiles.tiles().stream()
                    .filter(t -> t.part().equals(part))
                    .findFirst()
                    .orElseThrow();
            region[i] = part.acronym();
            cellClass[i] = CellClass.values()[i % classes].word();
            cells[i] = tiles.cells(part)[i % classes];
            all[i] = part.cells().get(i % classes);
            volume_mm3[i] = fraction * part.volume_mm3();
            count[i] = first.of();
            edge_um[i] = first.edge_um();
            spacing_um[i] = first.spacing_um();
        }
        return Batch.of(PARTS, region, cellClass, cells, all, volume_mm3, count, edge_um, spacing_um);
    }
}
