package io.brainwright.render.model.scene;

import java.util.stream.IntStream;

/**
 * Light on capsules: a key light with soft shadows, light from the sky, darkness in crevices, and fog with distance.
 *
 * <p>Ambient occlusion compares each sample's depth with twelve neighbours from a fixed table that is turned by the sample's
 * place; the shadow map is the same raster seen from the light.
 */
final class Shading {
    private static final int SHADOW_PX = 2048;
    private static final int TURNS = 64;
    private static final int TAPS = 12;
    private static final double[][] OFFSETS = offsets();
    private static final double[] KEY = unit(-0.45, 0.7, 0.55);

    private final Capsules capsules;
    private final CapsuleRaster raster;
    private final View view;
    private final View light;
    private final CapsuleRaster shadow;
    private final Look look;
    private final double near;
    private final double far;

    /**
     * How a picture feels.
     *
     * @param background linear RGB
     * @param fog share of the background in the farthest sample, 0..1
     * @param occlusionRadius_px reach of the crevices
     */
    record Look(float[] background, double fog, double occlusionRadius_px) {}

    Shading(Capsules capsules, CapsuleRaster raster, View view, double[] centre, double radius_um, Look look) {
        this.capsules = capsules;
        this.raster = raster;
        this.view = view;
        this.look = look;
        this.light = View.light(centre, new double[] {-KEY[0], -KEY[1], -KEY[2]}, radius_um, SHADOW_PX);
        this.shadow = CapsuleRaster.draw(capsules, light, SHADOW_PX, SHADOW_PX, 0.7);
        double[] p = new double[4];
        view.project(centre[0], centre[1], centre[2], p);
        this.near = p[2] - radius_um;
        this.far = p[2] + radius_um;
    }

    /** Writes linear RGB of one sample into out[0..2] and its glow RGB into out[3..5]; the background where nothing is. */
    void shade(int sample, double[] out, double[] scratch) {
        int c = raster.capsule(sample);
        if (c < 0) {
            for (int i = 0; i < 3; i++) {
                out[i] = look.background()[i];
                out[i + 3] = 0;
            }
            return;
        }
        raster.normal(sample, scratch);
        double facing = scratch[2];
        view.toWorld(scratch[0], scratch[1], scratch[2], scratch);
        double lambert = Math.max(0, scratch[0] * KEY[0] + scratch[1] * KEY[1] + scratch[2] * KEY[2]);
        double sky = 0.5 + 0.5 * scratch[1];
        double open = openness(sample);
        double lit = lambert > 0 ? lambert * lightReaching(sample, scratch) : 0;
        double rim = (1 - facing) * (1 - facing) * 0.18;
        double brightness = open * (0.34 + 0.3 * sky + rim) + 0.85 * lit;
        double thin = raster.thinness(c);
        double presence = 0.35 + 0.65 * thin;
        double fog = look.fog() * Math.clamp((raster.depth(sample) - near) / (far - near), 0.0, 1.0);
        double keep = (1 - fog) * presence;
        double glow = capsules.look(c, 3);
        for (int i = 0; i < 3; i++) {
            double colour = capsules.look(c, i);
            double own = colour * brightness + colour * glow;
            out[i] = own * keep + look.background()[i] * (1 - keep);
            out[i + 3] = colour * glow * keep;
        }
    }

    void forEachRow(java.util.function.IntConsumer row) {
        IntStream.range(0, raster.height()).parallel().forEach(row);
    }

    private double openness(int sample) {
        int x = sample % raster.width();
        int y = sample / raster.width();
        double[] taps = OFFSETS[(x * 7 + y * 13) & (TURNS - 1)];
        double z = raster.depth(sample);
        double hidden = 0;
        for (int i = 0; i < TAPS; i++) {
            int sx = x + (int) Math.rint(taps[2 * i] * look.occlusionRadius_px());
            int sy = y + (int) Math.rint(taps[2 * i + 1] * look.occlusionRadius_px());
            if (sx < 0 || sy < 0 || sx >= raster.width() || sy >= raster.height()) {
                continue;
            }
            double closer = z - raster.depth(sy * raster.width() + sx);
            if (closer > 1) {
                hidden += 1 / (1 + closer * closer / 6400);
            }
        }
        return 1 - 0.75 * hidden / TAPS;
    }

    private double lightReaching(int sample, double[] scratch) {
        double px = sample % raster.width() + 0.5;
        double py = (double) (sample / raster.width()) + 0.5;
        view.unproject(px, py, raster.depth(sample), scratch);
        double[] p = new double[4];
        light.project(scratch[0], scratch[1], scratch[2], p);
        double bias = 1.5 + 1.5 / p[3];
        int reached = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int sx = (int) Math.floor(p[0] + dx);
                int sy = (int) Math.floor(p[1] + dy);
                boolean outside = sx < 0 || sy < 0 || sx >= SHADOW_PX || sy >= SHADOW_PX;
                if (outside || p[2] - bias <= shadow.depth(sy * SHADOW_PX + sx)) {
                    reached++;
                }
            }
        }
        return reached / 9.0;
    }

    /** Twelve points of a Vogel spiral, turned into sixty-four positions. */
    private static double[][] offsets() {
        double golden = StrictMath.PI * (3 - StrictMath.sqrt(5));
        double[][] table = new double[TURNS][2 * TAPS];
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < TAPS; i++) {
                double r = StrictMath.sqrt((i + 0.5) / TAPS);
                double a = i * golden + turn * 2 * StrictMath.PI * 0.618033988749895;
                table[turn][2 * i] = r * StrictMath.cos(a);
                table[turn][2 * i + 1] = r * StrictMath.sin(a);
            }
        }
        return table;
    }

    private static double[] unit(double x, double y, double z) {
        double n = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / n, y / n, z / n};
    }
}
