package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.sim.model.circuit.Contacts;
import io.brainwright.sim.model.circuit.Contacts.Number;
import io.brainwright.sim.model.circuit.Junctions;
import io.brainwright.sim.model.circuit.PlacedCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the rows of other stages' tables into the words of the model. */
final class CellRows {
    private CellRows() {}

    /** The cells of a dataset by rising node id; glia, which have no e-type, are passed over. */
    static List<PlacedCell> cells(Datasets datasets, DatasetId id) {
        var rows = datasets.read(id, "cells");
        var cells = new ArrayList<PlacedCell>(rows.rowCount());
        for (int i = 0; i < rows.rowCount(); i++) {
            if (!rows.texts("etype")[i].isEmpty()) {
                cells.add(cell(rows, i));
            }
        }
        cells.sort(Comparator.comparingLong(PlacedCell::node_id));
        return cells;
    }

    /** Depth below the pia of the same cells in the same order. */
    static double[] depths_um(Datasets datasets, DatasetId id) {
        var rows = datasets.read(id, "cells");
        var ids = rows.longs("node_id");
        var etypes = rows.texts("etype");
        var depths_um = rows.floats("depth_um");
        return IntStream.range(0, rows.rowCount())
                .filter(i -> !etypes[i].isEmpty())
                .boxed()
                .sorted(Comparator.comparingLong(i -> ids[i]))
                .mapToDouble(i -> depths_um[i])
                .toArray();
    }

    private static PlacedCell cell(Batch rows, int i) {
        return new PlacedCell(
                rows.longs("node_id")[i],
                rows.floats("x")[i],
                rows.floats("y")[i],
                rows.floats("z")[i],
                new Quaternion(
                        rows.floats("orientation_w")[i],
                        rows.floats("orientation_x")[i],
                        rows.floats("orientation_y")[i],
                        rows.floats("orientation_z")[i]),
                rows.bytes("layer")[i],
                rows.texts("mtype")[i],
                rows.texts("etype")[i],
                rows.texts("synapse_class")[i]);
    }

    /** Contacts of one batch of SONATA edges. */
    static Contacts contacts(Batch rows) {
        var numbers = new float[Number.values().length][];
        for (var number : Number.values()) {
            numbers[number.ordinal()] = number == Number.N_RRP_VESICLES && !has(rows, number.column())
                    ? unknown(rows.rowCount())
                    : floats(rows, number.column());
        }
        return new Contacts(
                rows.longs("source_node_id"),
                rows.longs("target_node_id"),
                ints(rows, "afferent_section_id"),
                ints(rows, "syn_type_id"),
                numbers);
    }

    /** Gap junctions of one batch. */
    static Junctions junctions(Batch rows) {
        return new Junctions(
                rows.longs("source_node_id"),
                rows.longs("target_node_id"),
                ints(rows, "efferent_section_id"),
                ints(rows, "afferent_section_id"),
                floats(rows, "efferent_section_pos"),
                floats(rows, "afferent_section_pos"),
                floats(rows, "conductance"));
    }

    private static boolean has(Batch rows, String name) {
        return rows.schema().columns().stream().anyMatch(c -> c.name().equals(name));
    }

    /** Circuits of others may say nothing of vesicles: only release at random asks for them, and refuses. */
    private static float[] unknown(int rows) {
        var none = new float[rows];
        java.util.Arrays.fill(none, Float.NaN);
        return none;
    }

    private static Object column(Batch rows, String name) {
        return rows.values(rows.schema().indexOf(name));
    }

    /** SONATA writers differ in the width of whole numbers. */
    private static int[] ints(Batch rows, String name) {
        return switch (column(rows, name)) {
            case int[] ints -> ints;
            case byte[] bytes -> widened(bytes);
            case long[] longs ->
                java.util.Arrays.stream(longs).mapToInt(Math::toIntExact).toArray();
            case Object other ->
                throw new IllegalArgumentException(
                        name + " holds " + other.getClass().getSimpleName());
        };
    }

    private static int[] widened(byte[] bytes) {
        var ints = new int[bytes.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = bytes[i] & 0xFF;
        }
        return ints;
    }

    private static float[] floats(Batch rows, String name) {
        return switch (column(rows, name)) {
            case float[] floats -> floats;
            case double[] doubles -> narrowed(doubles);
            case int[] ints -> {
                var narrow = new float[ints.length];
                for (int i = 0; i < narrow.length; i++) {
                    narrow[i] = ints[i];
                }
                yield narrow;
            }
            case Object other ->
                throw new IllegalArgumentException(
                        name + " holds " + other.getClass().getSimpleName());
        };
    }

    private static float[] narrowed(double[] doubles) {
        var floats = new float[doubles.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }
}
