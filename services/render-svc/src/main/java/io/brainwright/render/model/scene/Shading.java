package io.brainwright.render.model.scene;

/**
 * Light on capsules: a key light with soft shadows, light from the sky, darkness in crevices, and fog with distance.
 *
 * <p>Ambient occlusion compares each sample's depth with twelve neighbours from a fixed table that is turned by the sample's
 * place; the shadow map is the same raster seen from the light.
 */
final class Shading {
    private static final int TURNS = 64;
    private static final int TAPS = 12;
    private static final double[][] OFFSETS = offsets();

    private final Capsules capsules;
    private final CapsuleRaster raster;
    private final View view;
    private final Shadow shadow;
    private final Look look;
    private final double near;
    private final double far;
    private final double reach_px;
    private final double reach2_um2;

    Shading(Capsules capsules, CapsuleRaster raster, View view, Shadow shadow, Look look) {
        this.capsules = capsules;
        this.raster = raster;
        this.view = view;
        this.look = look;
        this.shadow = shadow;
        double[] p = new double[4];
        double[] centre = shadow.centre();
        view.project(centre[0], centre[1], centre[2], p);
        double front = p[2] - shadow.radius_um();
        this.near = front + look.fogNear() * shadow.radius_um();
        this.far = Math.max(near + 1, front + look.fogFar() * shadow.radius_um());
        this.reach_px = Math.clamp(look.occlusion_um() * p[3], 2.0, 24.0);
        this.reach2_um2 = Math.max(1, look.occlusion_um() * look.occlusion_um()) * 16;
    }

    /** Writes linear RGB of a sample that shows a capsule into out[0..2] and its glow RGB into out[3..5]. */
    void shade(int sample, float[] ground, double[] out, double[] scratch) {
        int c = raster.capsule(sample);
        raster.normal(sample, scratch);
        double facing = scratch[2];
        view.toWorld(scratch[0], scratch[1], scratch[2], scratch);
        double lambert = shadow.facing(scratch);
        double sky = 0.5 + 0.5 * scratch[1];
        double open = look.occlusion() > 0 ? openness(sample) : 1;
        double lit = lambert;
        if (lambert > 0 && look.shadows()) {
            view.unproject(
                    sample % raster.width() + 0.5,
                    (double) (sample / raster.width()) + 0.5,
                    raster.depth(sample),
                    scratch);
            lit = lambert * shadow.reaching(scratch);
        }
        double rim = (1 - facing) * (1 - facing) * 0.18;
        double brightness = open * (look.ambient() + 0.3 * sky + rim) + 0.85 * lit;
        double presence = 0.35 + 0.65 * raster.thinness(c);
        double fog = look.fog() * Math.clamp((raster.depth(sample) - near) / (far - near), 0.0, 1.0);
        double keep = (1 - fog) * presence;
        double glow = capsules.look(c, 3);
        for (int i = 0; i < 3; i++) {
            double colour = capsules.look(c, i);
            out[i] = colour * (brightness + glow) * keep + ground[i] * (1 - keep);
            out[i + 3] = colour * glow * keep;
        }
    }

    private double openness(int sample) {
        int x = sample % raster.width();
        int y = sample / raster.width();
        double[] taps = OFFSETS[(x * 7 + y * 13) & (TURNS - 1)];
        double z = raster.depth(sample);
        double hidden = 0;
        for (int i = 0; i < TAPS; i++) {
            int sx = x + (int) Math.rint(taps[2 * i] * reach_px);
            int sy = y + (int) Math.rint(taps[2 * i + 1] * reach_px);
            if (sx < 0 || sy < 0 || sx >= raster.width() || sy >= raster.height()) {
                continue;
            }
            double closer = z - raster.depth(sy * raster.width() + sx);
            if (closer > 1) {
                hidden += 1 / (1 + closer * closer / reach2_um2);
            }
        }
        return 1 - look.occlusion() * hidden / TAPS;
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
}
