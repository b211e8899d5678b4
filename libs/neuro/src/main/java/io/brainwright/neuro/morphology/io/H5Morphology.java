package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.hdf5.StrangersHdf5;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SomaShape;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Morphologies as HDF5, layout v1: {@code points} (n, 4) with x, y, z, diameter in um; {@code structure} (m, 3) with first
 * point, type, parent section.
 */
public final class H5Morphology {
    private static final int MAX_ROWS = 50_000_000; // chosen: the largest reconstructions have some 1e6 points

    private H5Morphology() {}

    /** Reads a cell; its sections keep the file's order. */
    public static Morphology read(Path file) {
        return read(new Findings(file, false));
    }

    /** Whether a container, a file with a group for each cell, holds the cell of a name. */
    public static boolean holds(Path container, String name) {
        return StrangersHdf5.read(
                container,
                h5 -> h5.getChildren().get(name) instanceof Group,
                broken -> unreadable(new Findings(container, false), broken));
    }

    /** Reads one cell of a container, a file with a group for each cell. */
    public static Morphology read(Path container, String name) {
        return read(new Findings(container, false), h5 -> (Group) h5.getChild(name));
    }

    static Morphology read(Findings findings) {
        return read(findings, h5 -> h5);
    }

    private static Problem unreadable(Findings findings, Throwable broken) {
        return findings.fatal("NOT_HDF5", "the file itself", String.valueOf(broken.getMessage()), "an HDF5 file");
    }

    private static Morphology read(Findings findings, Function<HdfFile, Group> cell) {
        var raw = StrangersHdf5.read(
                findings.file(),
                h5 -> new Raw(
                        floats(findings, dataset(findings, cell.apply(h5), "points", 4)),
                        integers(findings, dataset(findings, cell.apply(h5), "structure", 3))),
                broken -> unreadable(findings, broken));
        float[][] points = raw.points();
        int[][] structure = raw.structure();
        new H5Structure(findings, structure, points.length).check();
        var draft = new Draft();
        for (int s = 0; s < structure.length; s++) {
            draft.section(structure[s][2], structure[s][1]);
            int end = s + 1 < structure.length ? structure[s + 1][0] : points.length;
            for (int p = structure[s][0]; p < end; p++) {
                draft.point(points[p][0], points[p][1], points[p][2], points[p][3], p);
            }
        }
        var shape = draft.end(0) == 1 ? SomaShape.SPHERE : SomaShape.CONTOUR;
        return new SectionCheck(findings, row -> "dataset 'points', row " + row)
                .check(draft)
                .morphology(shape);
    }

    /**
     * Writes a cell so that MorphIO, libsonata and their friends read it. The layout knows somata as contours only, so another
     * soma is written as a circle of the same radius.
     */
    public static void write(Morphology cell, Path file) {
        float[][] contour = SomaContour.of(cell);
        int shift = contour.length - cell.end(0);
        float[][] points = Arrays.copyOf(contour, cell.pointCount() + shift);
        for (int p = cell.end(0); p < cell.pointCount(); p++) {
            points[p + shift] = new float[] {cell.x(p), cell.y(p), cell.z(p), cell.diameter(p)};
        }
        int[][] structure = new int[cell.sectionCount()][];
        for (int s = 0; s < structure.length; s++) {
            structure[s] = new int[] {s == 0 ? 0 : cell.begin(s) + shift, cell.type(s), cell.parent(s)};
        }
        WholeFile.write(file, part -> {
            try (var h5 = HdfFile.write(part)) {
                h5.putDataset("points", points);
                h5.putDataset("structure", structure);
            }
        });
    }

    /** The two datasets as they stand. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one call
    private record Raw(float[][] points, int[][] structure) {}

    private static Dataset dataset(Findings findings, Group h5, String name, int columns) {
        var where = "dataset '" + name + "'";
        if (!h5.getChildren().containsKey(name) || !(h5.getChild(name) instanceof Dataset data)) {
            throw findings.fatal("DATASET_MISSING", where, "no such dataset", "'points' and 'structure' of layout v1");
        }
        int[] shape = data.getDimensions();
        if (shape.length != 2 || shape[1] != columns || shape[0] < 1) {
            throw findings.fatal(
                    "SHAPE", where, "shape " + Arrays.toString(shape), "(n, %d), n > 0".formatted(columns));
        }
        if (shape[0] > MAX_ROWS) {
            throw findings.fatal("FILE_TOO_LARGE", where, shape[0] + " rows", "up to " + MAX_ROWS);
        }
        return StrangersHdf5.checked(data);
    }

    private static float[][] floats(Findings findings, Dataset data) {
        return switch (data.getData()) {
            case float[][] points -> points;
            case double[][] points -> {
                float[][] narrow = new float[points.length][4];
                for (int p = 0; p < points.length; p++) {
                    for (int c = 0; c < 4; c++) {
                        narrow[p][c] = (float) points[p][c];
                    }
                }
                yield narrow;
            }
            default -> throw findings.fatal("DATASET_TYPE", "dataset 'points'", "another type", "float32 or float64");
        };
    }

    private static int[][] integers(Findings findings, Dataset data) {
        return switch (data.getData()) {
            case int[][] rows -> rows;
            case long[][] rows -> {
                int[][] narrow = new int[rows.length][3];
                for (int r = 0; r < rows.length; r++) {
                    for (int c = 0; c < 3; c++) {
                        narrow[r][c] = (int) Math.clamp(rows[r][c], Integer.MIN_VALUE, Integer.MAX_VALUE);
                    }
                }
                yield narrow;
            }
            default -> throw findings.fatal("DATASET_TYPE", "dataset 'structure'", "another type", "int32 or int64");
        };
    }
}
