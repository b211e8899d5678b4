package io.brainwright.studio.cli;

import io.brainwright.neuro.atlas.fields.AtlasFields;
import io.brainwright.render.model.plot.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Three slices through the middle of a region, square to z, x and y, turned so that most of the pia is on top. */
final class FieldSlices {
    private static final int MARGIN = 4; // voxels around the region
    private static final int[][] PLANES = {{0, 1, 2}, {2, 1, 0}, {0, 2, 1}}; // right, down, across the slice
    private static final String AXES = "xyz";

    private final AtlasFields fields;
    private final int[] low = new int[3];
    private final int[] high = new int[3];
    private final int[] middle = new int[3];
    private final boolean yUp;

    FieldSlices(AtlasFields fields) {
        this.fields = fields;
        var region = fields.region();
        int[] sizes = region.header().sizes();
        long[][] counts = new long[3][];
        double up = 0;
        for (int a = 0; a < 3; a++) {
            counts[a] = new long[sizes[a]];
            low[a] = sizes[a];
        }
        for (int v = 0; v < region.size(); v++) {
            for (int a = 0; a < 3; a++) {
                int i = region.volumeIndex(v, a);
                counts[a][i]++;
                low[a] = Math.min(low[a], i);
                high[a] = Math.max(high[a], i);
            }
            up += fields.direction(v, 1);
        }
        yUp = up > 0;
        for (int a = 0; a < 3; a++) {
            middle[a] = median(counts[a], region.size());
            low[a] = Math.max(0, low[a] - MARGIN);
            high[a] = Math.min(sizes[a] - 1, high[a] + MARGIN);
        }
    }

    private static int median(long[] counts, int whole) {
        long below = 0;
        int i = 0;
        while (2 * (below + counts[i]) < whole) {
            below += counts[i++];
        }
        return i;
    }

    /** Colour of a place of the volume, -1 for paper. */
    interface Colour {
        int of(int x, int y, int z);
    }

    List<Panel> panels(Colour colour, boolean withDirections) {
        var panels = new ArrayList<Panel>();
        for (int[] plane : PLANES) {
            panels.add(panel(plane, colour, withDirections));
        }
        return panels;
    }

    private Panel panel(int[] plane, Colour colour, boolean withDirections) {
        int right = plane[0];
        int down = plane[1];
        int across = high[right] - low[right] + 1;
        int rows = high[down] - low[down] + 1;
        int[] colours = new int[across * rows];
        int[] at = middle.clone();
        int every = Math.max(1, widest() / 32);
        var strokes = new ArrayList<double[]>();
        for (int j = 0; j < rows; j++) {
            at[down] = down == 1 && yUp ? high[1] - j : low[down] + j;
            for (int i = 0; i < across; i++) {
                at[right] = low[right] + i;
                colours[j * across + i] = colour.of(at[0], at[1], at[2]);
                int v = fields.region().voxel(at[0], at[1], at[2]);
                if (withDirections && v >= 0 && i % every == every / 2 && j % every == every / 2) {
                    double dx = 0.45 * every * fields.direction(v, right);
                    double dy = 0.45 * every * fields.direction(v, down) * (down == 1 && yUp ? -1 : 1);
                    strokes.add(new double[] {i + 0.5 - dx, j + 0.5 - dy, i + 0.5 + dx, j + 0.5 + dy});
                }
            }
        }
        double[] edge_um = fields.region().header().spacing_um();
        return new Panel(title(plane), across, rows, colours, edge_um[right], edge_um[down], strokes);
    }

    private int widest() {
        return Math.max(high[0] - low[0], Math.max(high[1] - low[1], high[2] - low[2])) + 1;
    }

    private String title(int[] plane) {
        int k = plane[2];
        var header = fields.region().header();
        return String.format(
                Locale.ROOT,
                "%s right, %s %s; at %s = %.0f um",
                AXES.charAt(plane[0]),
                AXES.charAt(plane[1]),
                plane[1] == 1 && yUp ? "up" : "down",
                AXES.charAt(k),
                header.origin_um()[k] + (middle[k] + 0.5) * header.spacing_um()[k]);
    }
}
