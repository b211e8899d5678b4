package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.library.model.release.DomainNeighbours;
import io.brainwright.neuro.geometry.ConvexHull;
import io.brainwright.sonata.hdf5.Hdf5File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Micro-domains in SONATA's file of grouped properties: those of astrocyte i are the rows from {@code offsets[i]} to {@code offsets[i + 1]}, points
 * counted from 0 in each domain. Without domains in the dataset there are no rows.
 */
final class ReleasedDomains {
    static final String FILE = "microdomains.h5";
    private static final String TABLE = "astrocyte_domains";

    private final List<float[]> points = new ArrayList<>();
    private final List<long[]> triangles = new ArrayList<>();
    private final List<Long> neighbours = new ArrayList<>();
    private final double[] scales;
    private final long[] pointOffsets;
    private final long[] triangleOffsets;

    private ReleasedDomains(int astrocytes) {
        this.scales = new double[astrocytes];
        this.pointOffsets = new long[astrocytes + 1];
        this.triangleOffsets = new long[astrocytes + 1];
    }

    /** Writes those of a placement, which are absent where none were asked for. */
    static void write(Datasets datasets, DatasetId cells, ReleasedAstrocytes astrocytes, Path folder) {
        var domains = new ReleasedDomains(astrocytes.count());
        if (datasets.manifest(cells).tables().stream().anyMatch(t -> t.name().equals(TABLE))) {
            domains.collect(astrocytes, datasets.read(cells, TABLE));
        }
        domains.store(folder.resolve(FILE));
    }

    private void collect(ReleasedAstrocytes astrocytes, Batch rows) {
        long[] astrocyte = astrocytes.rows(rows.longs("glia_id"));
        var corners = new float[astrocytes.count()][];
        for (int row = 0; row < astrocyte.length; row++) {
            corners[(int) astrocyte[row]] = rows.floatLists("corners_um")[row];
            scales[(int) astrocyte[row]] = rows.doubles("scale")[row];
        }
        var behind = new DomainNeighbours(astrocytes.centres(), astrocytes.radii_um());
        for (int i = 0; i < corners.length; i++) {
            if (corners[i] != null) {
                add(i, corners[i], behind);
            }
            pointOffsets[i + 1] = points.size();
            triangleOffsets[i + 1] = triangles.size();
        }
    }

    /** A polygon is what lies before one neighbour; at the border every triangle is one. */
    private void add(int astrocyte, float[] corners, DomainNeighbours behind) {
        var hull = ConvexHull.triangles(corners);
        int[] others = behind.of(astrocyte, corners, hull, scales[astrocyte]);
        int walls = 0;
        var faces = new ArrayList<Integer>();
        for (int t = 0; t < hull.length; t++) {
            int face = others[t] == DomainNeighbours.WALL ? -1 - ++walls : others[t];
            if (!faces.contains(face)) {
                faces.add(face);
            }
            triangles.add(new long[] {faces.indexOf(face), hull[t][0], hull[t][1], hull[t][2]});
            neighbours.add((long) others[t]);
        }
        for (int p = 0; p < corners.length; p += 3) {
            points.add(new float[] {corners[p], corners[p + 1], corners[p + 2]});
        }
    }

    private void store(Path file) {
        Hdf5File.write(file, root -> {
            var data = root.group("data");
            data.table("points", points.toArray(float[][]::new), 3);
            data.signedTable("triangle_data", triangles.toArray(long[][]::new), 4);
            data.signed(
                    "neighbors", neighbours.stream().mapToLong(Long::longValue).toArray());
            data.dataset("scaling_factors", scales);
            var offsets = root.group("offsets");
            offsets.signed("points", pointOffsets);
            offsets.signed("triangle_data", triangleOffsets);
            offsets.signed("neighbors", triangleOffsets);
        });
    }
}
