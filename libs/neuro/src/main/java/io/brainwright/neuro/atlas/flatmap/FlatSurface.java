package io.brainwright.neuro.atlas.flatmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A surface of one or more sheets laid flat: each sheet a patch of its own, side by side along u with a gap.
 *
 * <p>Triangles turn the same way in the plane as in space, where they are seen from the white matter: u x v points down as x × z does
 * under +y. Each patch is turned so that u grows along x as much as it can; a sheet that faces x has v along z instead. The lower left
 * corner of the whole is (0, 0).
 */
public final class FlatSurface {
    private static final double SMALL = 0.02; // chosen: share of the largest sheet below which a sheet gets no patch
    private static final double GAP = 0.05; // chosen: share of a patch's width between patches
    private static final double EDGES =
            3; // chosen: edges of triangles between patches besides, room for what lies beside a rim

    private final double[] uv; // six per triangle; NaN where it has no place
    private final List<FlatPatch> patches = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final int opened;

    private record Piece(Disk disk, double[] uv, int[] triangles, FlatPatch patch, double[] centre_um) {}

    /**
     * @param points_um three numbers per vertex
     * @param triangles vertices, three per triangle, turning the same way round as seen from the white matter
     */
    public FlatSurface(double[] points_um, int[] triangles) {
        var sheets = new Sheets(triangles);
        opened = sheets.opened();
        uv = new double[2 * triangles.length];
        Arrays.fill(uv, Double.NaN);
        double largest = sheets.sheets().stream().mapToInt(s -> s.length).max().orElse(0);
        var pieces = new ArrayList<Piece>();
        int specks = 0;
        int small = 0;
        for (int[] sheet : sheets.sheets()) {
            if (sheet.length < SMALL * largest) {
                specks++;
                small += sheet.length;
            } else {
                flatten(points_um, sheets, sheet, pieces);
            }
        }
        if (specks > 0) {
            leftOut.add("%d small sheets with %d triangles together".formatted(specks, small));
        }
        arrange(pieces);
    }

    private void flatten(double[] points_um, Sheets sheets, int[] sheet, List<Piece> pieces) {
        int[] local = new int[sheets.vertices()];
        Arrays.fill(local, -1);
        double[] points = new double[3 * sheets.vertices()];
        int[] corners = new int[3 * sheet.length];
        int n = 0;
        for (int c = 0; c < corners.length; c++) {
            int vertex = sheets.vertex(3 * sheet[c / 3] + c % 3);
            if (local[vertex] < 0) {
                System.arraycopy(points_um, 3 * sheets.origin(vertex), points, 3 * n, 3);
                local[vertex] = n++;
            }
            corners[c] = local[vertex];
        }
        var disk = new Disk(Arrays.copyOf(points, 3 * n), corners);
        if (disk.rim.length == 0 || disk.handles > 0) {
            leftOut.add("a sheet of %d triangles, as it %s"
                    .formatted(
                            sheet.length,
                            disk.rim.length == 0
                                    ? "is closed"
                                    : "runs back into itself in %d places".formatted(disk.handles)));
            return;
        }
        var keeping = new AreaKeeping(disk);
        double[] places = Turning.upright(disk, keeping.run());
        pieces.add(new Piece(disk, places, sheet, FlatPatch.of(keeping, disk), centre(disk)));
    }

    private static double[] centre(Disk disk) {
        double[] sum = new double[3];
        for (int c = 0; c < 3 * disk.real; c++) {
            for (int k = 0; k < 3; k++) {
                sum[k] += disk.points[3 * disk.triangles[c] + k] / (3 * disk.real);
            }
        }
        return sum;
    }

    /** Sets the patches side by side, in the order of the axis of space along which they lie farthest apart. */
    private void arrange(List<Piece> pieces) {
        int axis = 0;
        double widest = -1;
        for (int a = 0; a < 3; a++) {
            int k = a;
            var of = pieces.stream().mapToDouble(p -> p.centre_um[k]).summaryStatistics();
            if (of.getMax() - of.getMin() > widest) {
                widest = of.getMax() - of.getMin();
                axis = a;
            }
        }
        int k = axis;
        pieces.sort(Comparator.comparingDouble(p -> p.centre_um[k]));
        double left = 0;
        for (var piece : pieces) {
            double lowU = Double.POSITIVE_INFINITY;
            double lowV = Double.POSITIVE_INFINITY;
            double highU = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < 3 * piece.disk.real; c++) {
                lowU = Math.min(lowU, piece.uv[2 * piece.disk.triangles[c]]);
                highU = Math.max(highU, piece.uv[2 * piece.disk.triangles[c]]);
                lowV = Math.min(lowV, piece.uv[2 * piece.disk.triangles[c] + 1]);
            }
            for (int c = 0; c < 3 * piece.disk.real; c++) {
                int at = 6 * piece.triangles[c / 3] + 2 * (c % 3);
                uv[at] = piece.uv[2 * piece.disk.triangles[c]] - lowU + left;
                uv[at + 1] = piece.uv[2 * piece.disk.triangles[c] + 1] - lowV;
            }
            double edge_um = Math.sqrt(2e6 * piece.patch.area_mm2() / piece.patch.triangles());
            left += (1 + GAP) * (highU - lowU) + EDGES * edge_um;
            patches.add(piece.patch);
        }
    }

    /** Whether a triangle has a place. */
    public boolean isPlaced(int triangle) {
        return !Double.isNaN(uv[6 * triangle]);
    }

    /**
     * One flat coordinate of a triangle's corner.
     *
     * @param corner 0 to 2
     * @param axis 0 for u, 1 for v
     */
    public double place_um(int triangle, int corner, int axis) {
        return uv[6 * triangle + 2 * corner + axis];
    }

    /** The patches, from the left. */
    public List<FlatPatch> patches() {
        return List.copyOf(patches);
    }

    /** Sheets without a patch, and why. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Triangles that were taken out where more than two met at an edge. */
    public int opened() {
        return opened;
    }
}
