package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.nrrd.NrrdType;
import io.brainwright.neuro.atlas.nrrd.NrrdWriter;
import io.brainwright.neuro.geometry.Quaternion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes fields as volumes on the annotation's lattice, under the names that the atlas tools use; NaN outside the region. One
 * volume after the other streams to disk.
 */
public final class FieldFiles {
    private final AtlasFields fields;
    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    private FieldFiles(AtlasFields fields, Path folder) {
        this.fields = fields;
        this.folder = folder;
    }

    /** One row of values of a voxel. */
    private interface Row {
        void of(int voxel, double[] row);
    }

    /** Writes all fields; gives the files. */
    public static List<Path> write(AtlasFields fields, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var files = new FieldFiles(fields, folder);
        files.all();
        return files.written;
    }

    private void all() {
        volume("potential", NrrdType.FLOAT, 1, Double.NaN, (v, row) -> row[0] = fields.potential(v));
        volume("direction_vectors", NrrdType.FLOAT, 3, Double.NaN, (v, row) -> {
            for (int a = 0; a < 3; a++) {
                row[a] = fields.direction(v, a);
            }
        });
        volume("orientation", NrrdType.FLOAT, 4, Double.NaN, (v, row) -> {
            var q = Quaternion.yTo(fields.direction(v, 0), fields.direction(v, 1), fields.direction(v, 2));
            row[0] = q.w();
            row[1] = q.x();
            row[2] = q.y();
            row[3] = q.z();
        });
        volume("relative_depth", NrrdType.FLOAT, 1, Double.NaN, (v, row) -> row[0] = fields.relativeDepth(v));
        volume("depth", NrrdType.FLOAT, 1, Double.NaN, (v, row) -> row[0] = fields.depth_um(v));
        piaDistance();
        volume("[PH]y", NrrdType.FLOAT, 1, Double.NaN, (v, row) -> row[0] = fields.height_um(v));
        int n = fields.layers().size();
        for (int k = 0; k < n; k++) {
            int layer = k;
            volume("[PH]" + fields.layers().get(k), NrrdType.FLOAT, 2, Double.NaN, (v, row) -> {
                double thickness = fields.depth_um(v) + fields.height_um(v);
                row[0] = layer == n - 1 ? 0 : thickness - fields.boundaryDepth_um(v, layer);
                row[1] = layer == 0 ? thickness : thickness - fields.boundaryDepth_um(v, layer - 1);
            });
        }
        volume("flatmap", NrrdType.FLOAT, 2, Double.NaN, (v, row) -> {
            row[0] = fields.place_um(v, 0);
            row[1] = fields.place_um(v, 1);
        });
        volume("bad", NrrdType.UINT8, 1, 0, (v, row) -> row[0] = fields.bad(v));
    }

    private void piaDistance() {
        var distance = fields.piaDistance();
        int[] low = {distance.low(0), distance.low(1), distance.low(2)};
        volume(
                "pia_distance",
                NrrdType.FLOAT,
                1,
                Double.NaN,
                distance.cells(),
                low,
                (n, row) -> row[0] = distance.distance_um(n));
    }

    private void volume(String name, NrrdType type, int components, double outside, Row source) {
        var region = fields.region();
        int[] low = {region.low(0), region.low(1), region.low(2)};
        volume(name, type, components, outside, region.bricks(), low, source);
    }

    private void volume(
            String name, NrrdType type, int components, double outside, Bricks cells, int[] low, Row source) {
        var file = folder.resolve(name + ".nrrd");
        var header = fields.region().header().with(type, components);
        int[] n = header.sizes();
        double[] row = new double[components];
        long[] at = {0};
        try (var writer = new NrrdWriter(file, header)) {
            cells.forEach((cell, x, y, z) -> {
                long here = low[0] + x + n[0] * (low[1] + y + (long) n[1] * (low[2] + z));
                nothing(writer, (here - at[0]) * components, outside);
                source.of(cell, row);
                for (double value : row) {
                    writer.next(value);
                }
                at[0] = here + 1;
            });
            nothing(writer, (header.voxels() - at[0]) * components, outside);
        }
        written.add(file);
    }

    private static void nothing(NrrdWriter writer, long values, double outside) {
        for (long i = 0; i < values; i++) {
            writer.next(outside);
        }
    }
}
