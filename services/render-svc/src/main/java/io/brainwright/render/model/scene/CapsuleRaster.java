package io.brainwright.render.model.scene;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which capsule is nearest at each sample, and how far it is.
 *
 * <p>Capsules are binned into tiles; each tile is drawn by one thread in capsule order, so the picture does not depend on the
 * number of threads. A capsule thinner than {@code minRadius_px} is drawn that wide; {@link Shading} dims it instead.
 */
final class CapsuleRaster {
    private static final int TILE = 64;
    private static final int ENDS = 8;

    private final int width;
    private final int height;
    private final double minRadius_px;
    private final float[] depth;
    private final int[] capsule;
    /** Per capsule: px0 py0 depth0 r0 px1 py1 depth1 r1, radii in pixels. */
    private final float[] screen;

    private final float[] umPerPx;

    private CapsuleRaster(int width, int height, double minRadius_px, int capsules) {
        this.width = width;
        this.height = height;
        this.minRadius_px = minRadius_px;
        this.depth = new float[width * height];
        this.capsule = new int[width * height];
        this.screen = new float[capsules * ENDS];
        this.umPerPx = new float[capsules];
        Arrays.fill(depth, Float.POSITIVE_INFINITY);
        Arrays.fill(capsule, -1);
    }

    static CapsuleRaster draw(Capsules capsules, View view, int width, int height, double minRadius_px) {
        var raster = new CapsuleRaster(width, height, minRadius_px, capsules.count());
        raster.project(capsules, view);
        raster.fill(raster.bin());
        return raster;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Distance from the camera plane, um; infinite where nothing is. */
    float depth(int sample) {
        return depth[sample];
    }

    /** Capsule at a sample, -1 for none. */
    int capsule(int sample) {
        return capsule[sample];
    }

    /** True width over drawn width of a capsule, at most 1. */
    double thinness(int c) {
        double r = Math.max(screen[c * ENDS + 3], screen[c * ENDS + 7]);
        return Math.min(1, r / minRadius_px);
    }

    /** Writes the surface normal at a sample along right, up and towards the eye. */
    void normal(int sample, double[] out) {
        int c = capsule[sample];
        double px = sample % width + 0.5;
        double py = (double) (sample / width) + 0.5;
        double t = along(c, px, py);
        int s = c * ENDS;
        double cx = screen[s] + t * (screen[s + 4] - screen[s]);
        double cy = screen[s + 1] + t * (screen[s + 5] - screen[s + 1]);
        double r = radius(c, t);
        double nx = (px - cx) / r;
        double ny = -(py - cy) / r;
        double flat = Math.min(1, nx * nx + ny * ny);
        out[0] = nx;
        out[1] = ny;
        out[2] = Math.sqrt(1 - flat);
    }

    private void project(Capsules capsules, View view) {
        IntStream.range(0, (capsules.count() + 4095) / 4096).parallel().forEach(part -> {
            double[] p = new double[4];
            for (int c = part * 4096; c < Math.min(capsules.count(), (part + 1) * 4096); c++) {
                for (int end = 0; end < 2; end++) {
                    int g = end * 4;
                    view.project(capsules.geometry(c, g), capsules.geometry(c, g + 1), capsules.geometry(c, g + 2), p);
                    int s = c * ENDS + g;
                    screen[s] = (float) p[0];
                    screen[s + 1] = (float) p[1];
                    screen[s + 2] = (float) p[2];
                    screen[s + 3] = Math.max(capsules.least_px(c), (float) (capsules.geometry(c, g + 3) * p[3]));
                    umPerPx[c] = (float) (1 / p[3]);
                }
            }
        });
    }

    /** Capsules of each tile, in order: offsets first, then one list. */
    private int[][] bin() {
        int across = (width + TILE - 1) / TILE;
        int down = (height + TILE - 1) / TILE;
        int[] offsets = new int[across * down + 1];
        int[] box = new int[4];
        for (int c = 0; c < umPerPx.length; c++) {
            if (tiles(c, box)) {
                for (int ty = box[1]; ty <= box[3]; ty++) {
                    for (int tx = box[0]; tx <= box[2]; tx++) {
                        offsets[ty * across + tx + 1]++;
                    }
                }
            }
        }
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] += offsets[i - 1];
        }
        int[] at = offsets.clone();
        int[] list = new int[offsets[offsets.length - 1]];
        for (int c = 0; c < umPerPx.length; c++) {
            if (tiles(c, box)) {
                for (int ty = box[1]; ty <= box[3]; ty++) {
                    for (int tx = box[0]; tx <= box[2]; tx++) {
                        list[at[ty * across + tx]++] = c;
                    }
                }
            }
        }
        return new int[][] {offsets, list};
    }

    private boolean tiles(int c, int[] box) {
        int s = c * ENDS;
        double r = Math.max(minRadius_px, Math.max(screen[s + 3], screen[s + 7])) + 1;
        double x0 = Math.min(screen[s], screen[s + 4]) - r;
        double x1 = Math.max(screen[s], screen[s + 4]) + r;
        double y0 = Math.min(screen[s + 1], screen[s + 5]) - r;
        double y1 = Math.max(screen[s + 1], screen[s + 5]) + r;
        if (x1 < 0 || y1 < 0 || x0 >= width || y0 >= height || Math.min(screen[s + 2], screen[s + 6]) <= 1) {
            return false;
        }
        box[0] = (int) Math.max(0, x0) / TILE;
        box[1] = (int) Math.max(0, y0) / TILE;
        box[2] = (int) Math.min(width - 1, x1) / TILE;
        box[3] = (int) Math.min(height - 1, y1) / TILE;
        return true;
    }

    private void fill(int[][] bins) {
        int across = (width + TILE - 1) / TILE;
        IntStream.range(0, bins[0].length - 1).parallel().forEach(tile -> {
            int tx = tile % across * TILE;
            int ty = tile / across * TILE;
            for (int i = bins[0][tile]; i < bins[0][tile + 1]; i++) {
                drawInTile(bins[1][i], tx, ty);
            }
        });
    }

    private void drawInTile(int c, int tileX, int tileY) {
        int s = c * ENDS;
        double rMax = Math.max(minRadius_px, Math.max(screen[s + 3], screen[s + 7]));
        int y0 = (int) Math.max(tileY, Math.floor(Math.min(screen[s + 1], screen[s + 5]) - rMax));
        int y1 = (int) Math.min(Math.min(tileY + TILE, height) - 1, Math.max(screen[s + 1], screen[s + 5]) + rMax);
        int x0 = (int) Math.max(tileX, Math.floor(Math.min(screen[s], screen[s + 4]) - rMax));
        int x1 = (int) Math.min(Math.min(tileX + TILE, width) - 1, Math.max(screen[s], screen[s + 4]) + rMax);
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double px = x + 0.5;
                double py = y + 0.5;
                double t = along(c, px, py);
                double dx = px - (screen[s] + t * (screen[s + 4] - screen[s]));
                double dy = py - (screen[s + 1] + t * (screen[s + 5] - screen[s + 1]));
                double r = radius(c, t);
                double left = r * r - dx * dx - dy * dy;
                if (left < 0) {
                    continue;
                }
                float z = (float) (screen[s + 2] + t * (screen[s + 6] - screen[s + 2]) - Math.sqrt(left) * umPerPx[c]);
                int sample = y * width + x;
                if (z < depth[sample]) {
                    depth[sample] = z;
                    capsule[sample] = c;
                }
            }
        }
    }

    private double along(int c, double px, double py) {
        int s = c * ENDS;
        double ax = screen[s + 4] - screen[s];
        double ay = screen[s + 5] - screen[s + 1];
        double length2 = ax * ax + ay * ay;
        return length2 == 0 ? 0 : Math.clamp(((px - screen[s]) * ax + (py - screen[s + 1]) * ay) / length2, 0.0, 1.0);
    }

    private double radius(int c, double t) {
        int s = c * ENDS;
        return Math.max(minRadius_px, screen[s + 3] + t * (screen[s + 7] - screen[s + 3]));
    }
}
