package io.brainwright.fabric.tables;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.StructList;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.neuro.morphology.Morphology;
import java.util.Arrays;
import java.util.List;

/**
 * The table {@code morphologies}: one row per cell, its points and its sections as lists of structs.
 *
 * <p>Cells stand in their own frame: soma at the origin, +y to the pia. A reader who wants them in the atlas rotates by the
 * cell's orientation and adds its position.
 */
public final class MorphologyTable {
    /** Name of the table. */
    public static final String NAME = "morphologies";

    private static final String GROWN = "grown from barcodes, doi:10.1016/j.celrep.2022.110586";

    /** Its columns. */
    public static final TableSchema SCHEMA = new TableSchema(
            NAME,
            List.of(
                    Column.of("node_id", ColumnType.U64, "1", "id of the cell", "placement"),
                    Column.structs(
                            "points",
                            "points of all sections, section after section",
                            GROWN,
                            List.of(
                                    Column.of("x", ColumnType.F32, "um", "across, from the soma", GROWN),
                                    Column.of("y", ColumnType.F32, "um", "towards the pia, from the soma", GROWN),
                                    Column.of("z", ColumnType.F32, "um", "across, from the soma", GROWN),
                                    Column.of("diameter", ColumnType.F32, "um", "thickness of the neurite", GROWN))),
                    Column.structs(
                            "sections",
                            "0 is the soma; then axon, basal and apical, each depth-first",
                            GROWN,
                            List.of(
                                    Column.of("parent", ColumnType.I32, "1", "parent section, -1 for the soma", GROWN),
                                    Column.of("type", ColumnType.I8, "1", "1 soma, 2 axon, 3 basal, 4 apical", GROWN),
                                    Column.of("first_point", ColumnType.I32, "1", "within this cell", GROWN),
                                    Column.of("count", ColumnType.I32, "1", "number of points", GROWN)))));

    private MorphologyTable() {}

    /**
     * @param ids node id of each cell
     * @param cells their shapes, in the same order
     */
    public static Batch toBatch(long[] ids, Morphology[] cells) {
        assert ids.length == cells.length : ids.length + " ids for " + cells.length + " morphologies";
        return Batch.of(SCHEMA, ids, points(cells), sections(cells));
    }

    /** The shape in one row. */
    public static Morphology morphology(Batch batch, int row) {
        var points = batch.structs("points");
        int from = points.offsets()[row];
        int to = points.offsets()[row + 1];
        var sections = batch.structs("sections");
        int first = sections.offsets()[row];
        int end = sections.offsets()[row + 1];
        int[] begins =
                Arrays.copyOf(Arrays.copyOfRange((int[]) sections.fields().get(2), first, end), end - first + 1);
        begins[end - first] = to - from;
        return new Morphology(
                floats(points, 0, from, to),
                floats(points, 1, from, to),
                floats(points, 2, from, to),
                floats(points, 3, from, to),
                Arrays.copyOfRange((int[]) sections.fields().get(0), first, end),
                Arrays.copyOfRange((byte[]) sections.fields().get(1), first, end),
                begins);
    }

    private static float[] floats(StructList list, int field, int from, int to) {
        return Arrays.copyOfRange((float[]) list.fields().get(field), from, to);
    }

    private static StructList points(Morphology[] cells) {
        int[] offsets = new int[cells.length + 1];
        for (int c = 0; c < cells.length; c++) {
            offsets[c + 1] = Math.addExact(offsets[c], cells[c].pointCount());
        }
        int n = offsets[cells.length];
        float[] x = new float[n];
        float[] y = new float[n];
        float[] z = new float[n];
        float[] diameter = new float[n];
        for (int c = 0; c < cells.length; c++) {
            for (int p = 0; p < cells[c].pointCount(); p++) {
                int at = offsets[c] + p;
                x[at] = cells[c].x(p);
                y[at] = cells[c].y(p);
                z[at] = cells[c].z(p);
                diameter[at] = cells[c].diameter(p);
            }
        }
        return new StructList(offsets, List.of(x, y, z, diameter));
    }

    private static StructList sections(Morphology[] cells) {
        int[] offsets = new int[cells.length + 1];
        for (int c = 0; c < cells.length; c++) {
            offsets[c + 1] = Math.addExact(offsets[c], cells[c].sectionCount());
        }
        int n = offsets[cells.length];
        int[] parent = new int[n];
        byte[] type = new byte[n];
        int[] firstPoint = new int[n];
        int[] count = new int[n];
        for (int c = 0; c < cells.length; c++) {
            for (int s = 0; s < cells[c].sectionCount(); s++) {
                int at = offsets[c] + s;
                parent[at] = cells[c].parent(s);
                type[at] = cells[c].type(s);
                firstPoint[at] = cells[c].begin(s);
                count[at] = cells[c].end(s) - cells[c].begin(s);
            }
        }
        return new StructList(offsets, List.of(parent, type, firstPoint, count));
    }
}
