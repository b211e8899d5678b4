package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.jhdf.HdfFile;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Morphologies as HDF5, layout v1: {@code points} (n, 4) with x, y, z, diameter in um; {@code structure} (m, 3) with first
 * point, type, parent section.
 */
public final class H5Morphology {
    private static final int CIRCLE_POINTS = 16; // chosen: a round soma

    private H5Morphology() {}

    /** Reads a cell; its sections keep the file's order. */
    public static Morphology read(Path file) {
        try (var h5 = new HdfFile(file)) {
            if (!(data(h5, file, "points") instanceof float[][] points)) {
                throw MorphologyFault.of(file, "dataset 'points'", "another type", "float32 of shape (n, 4)");
            }
            if (!(data(h5, file, "structure") instanceof int[][] structure)) {
                throw MorphologyFault.of(file, "dataset 'structure'", "another type", "int32 of shape (m, 3)");
            }
            return assemble(file, points, structure);
        } catch (HdfException broken) {
            throw MorphologyFault.of(file, "the file itself", String.valueOf(broken.getMessage()), "an HDF5 file");
        }
    }

    /**
     * Writes a cell so that MorphIO, libsonata and their friends read it. The layout knows somata as contours only, so a soma of
     * one point is written as a circle of the same radius.
     */
    public static void write(Morphology cell, Path file) {
        float[][] contour = contour(cell);
        int shift = contour.length - cell.end(0);
        float[][] points = Arrays.copyOf(contour, cell.pointCount() + shift);
        for (int p = cell.end(0); p < cell.pointCount(); p++) {
            points[p + shift] = new float[] {cell.x(p), cell.y(p), cell.z(p), cell.diameter(p)};
        }
        int[][] structure = new int[cell.sectionCount()][];
        for (int s = 0; s < structure.length; s++) {
            structure[s] = new int[] {s == 0 ? 0 : cell.begin(s) + shift, cell.type(s), cell.parent(s)};
        }
        try (var h5 = HdfFile.write(file)) {
            h5.putDataset("points", points);
            h5.putDataset("structure", structure);
        }
    }

    private static float[][] contour(Morphology cell) {
        boolean sphere = cell.end(0) == 1;
        float[][] points = new float[sphere ? CIRCLE_POINTS : cell.end(0)][];
        for (int p = 0; p < points.length; p++) {
            double angle = 2 * StrictMath.PI * p / CIRCLE_POINTS;
            points[p] = sphere
                    ? new float[] {
                        (float) (cell.x(0) + cell.diameter(0) / 2 * StrictMath.cos(angle)),
                        (float) (cell.y(0) + cell.diameter(0) / 2 * StrictMath.sin(angle)),
                        cell.z(0),
                        0
                    }
                    : new float[] {cell.x(p), cell.y(p), cell.z(p), cell.diameter(p)};
        }
        return points;
    }

    private static Object data(HdfFile h5, Path file, String name) {
        if (!h5.getChildren().containsKey(name)) {
            throw MorphologyFault.of(file, "dataset '" + name + "'", "no such dataset", "'points' and 'structure'");
        }
        return h5.getDatasetByPath("/" + name).getData();
    }

    private static Morphology assemble(Path file, float[][] points, int[][] structure) {
        check(file, points, structure);
        int n = points.length;
        float[][] columns = new float[4][n];
        for (int p = 0; p < n; p++) {
            for (int c = 0; c < 4; c++) {
                columns[c][p] = points[p][c];
            }
        }
        int m = structure.length;
        int[] parent = new int[m];
        byte[] type = new byte[m];
        int[] begin = new int[m + 1];
        for (int s = 0; s < m; s++) {
            begin[s] = structure[s][0];
            type[s] = (byte) structure[s][1];
            parent[s] = structure[s][2];
        }
        begin[m] = n;
        return new Morphology(columns[0], columns[1], columns[2], columns[3], parent, type, begin);
    }

    private static void check(Path file, float[][] points, int[][] structure) {
        if (points.length == 0 || points[0].length != 4) {
            throw MorphologyFault.of(file, "dataset 'points'", "no points of four numbers", "shape (n, 4), n > 0");
        }
        if (structure.length == 0 || structure[0].length != 3) {
            throw MorphologyFault.of(file, "dataset 'structure'", "no rows of three numbers", "shape (m, 3), m > 0");
        }
        for (int s = 0; s < structure.length; s++) {
            checkRow(file, structure, s, points.length);
        }
    }

    private static void checkRow(Path file, int[][] structure, int s, int points) {
        var row = structure[s];
        var where = "dataset 'structure', row " + s;
        int next = s + 1 < structure.length ? structure[s + 1][0] : points;
        if (s == 0 && (row[0] != 0 || row[1] != SectionType.SOMA || row[2] != -1)) {
            throw MorphologyFault.of(
                    file, where, "%d %d %d".formatted(row[0], row[1], row[2]), "0 1 -1, as row 0 is the soma");
        }
        if (next <= row[0]) {
            throw MorphologyFault.of(
                    file, where, "points %d up to %d".formatted(row[0], next), "at least one point per section");
        }
        if (s > 0 && (row[1] <= SectionType.SOMA || row[1] > Byte.MAX_VALUE)) {
            throw MorphologyFault.of(file, where, "type " + row[1], "2 axon, 3 basal, 4 apical, 5 and more custom");
        }
        if (s > 0 && (row[2] < 0 || row[2] >= s)) {
            throw MorphologyFault.of(file, where, "parent " + row[2], "0 to " + (s - 1) + ", an earlier section");
        }
    }
}
