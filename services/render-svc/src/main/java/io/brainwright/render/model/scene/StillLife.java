package io.brainwright.render.model.scene;

import java.awt.image.BufferedImage;

/**
 * Renders capsules to an image: 2 x 2 samples a pixel, soft shadows, ambient occlusion, glow, ACES tone curve.
 *
 * <p>Two sets of capsules are drawn: a solid one, and a veil through which the solid one is seen (thin axons would hide
 * everything else).
 */
public final class StillLife {
    private static final int SAMPLES = 2;
    private static final double MIN_RADIUS_PX = 0.55;
    private static final double VEIL = 0.38;
    private static final float[] BACKGROUND = {0.0060f, 0.0082f, 0.0175f};

    private StillLife() {}

    /**
     * @param solid drawn opaque
     * @param veil drawn translucent, may be empty
     * @param view camera made for an image of 2 width x 2 height pixels
     * @param width_px of the image
     * @param height_px of the image
     */
    public static BufferedImage render(Capsules solid, Capsules veil, View view, int width_px, int height_px) {
        int w = width_px * SAMPLES;
        int h = height_px * SAMPLES;
        double[] b = solid.count() > 0 ? solid.bounds() : veil.bounds();
        double[] centre = {(b[0] + b[3]) / 2, (b[1] + b[4]) / 2, (b[2] + b[5]) / 2};
        double radius = Math.max(1, Math.hypot(Math.hypot(b[3] - b[0], b[4] - b[1]), b[5] - b[2]) / 2);
        var look = new Shading.Look(BACKGROUND, 0.55, h / 220.0);
        var front = CapsuleRaster.draw(solid, view, w, h, MIN_RADIUS_PX);
        var mist = CapsuleRaster.draw(veil, view, w, h, MIN_RADIUS_PX);
        var solidLight = new Shading(solid, front, view, centre, radius, look);
        var veilLight = new Shading(veil, mist, view, centre, radius, look);
        var film = new Film(width_px, height_px);
        solidLight.forEachRow(y -> {
            if (y % SAMPLES == 0) {
                exposeRow(film, y / SAMPLES, width_px, front, solidLight, mist, veilLight);
            }
        });
        return film.develop();
    }

    /** The camera for {@link #render}: it sees the whole of the bounds, with a margin. */
    public static View frame(double[] bounds, double azimuth_deg, int width_px, int height_px, double margin) {
        double[] centre = {(bounds[0] + bounds[3]) / 2, (bounds[1] + bounds[4]) / 2, (bounds[2] + bounds[5]) / 2};
        double halfHeight = (bounds[4] - bounds[1]) / 2;
        double halfWidth = Math.hypot(bounds[3] - bounds[0], bounds[5] - bounds[2]) / 2;
        double fov = 26;
        double tan = StrictMath.tan(StrictMath.toRadians(fov / 2));
        double needed = Math.max(halfHeight, halfWidth * height_px / width_px);
        double distance = needed * (1 + margin) / tan + halfWidth / 2;
        return View.orbit(centre, azimuth_deg, 0, distance, fov, width_px * SAMPLES, height_px * SAMPLES);
    }

    /** Pixels of the image per sample row: divide projected coordinates by this. */
    public static int samplesPerPixel() {
        return SAMPLES;
    }

    private static void exposeRow(
            Film film, int y, int width, CapsuleRaster front, Shading solid, CapsuleRaster mist, Shading veil) {
        double[] a = new double[6];
        double[] b = new double[6];
        double[] scratch = new double[3];
        for (int x = 0; x < width; x++) {
            double[] sum = new double[6];
            for (int s = 0; s < SAMPLES * SAMPLES; s++) {
                int sample = (y * SAMPLES + s / SAMPLES) * front.width() + x * SAMPLES + s % SAMPLES;
                solid.shade(sample, a, scratch);
                if (mist.capsule(sample) >= 0 && mist.depth(sample) < front.depth(sample)) {
                    veil.shade(sample, b, scratch);
                    for (int i = 0; i < 6; i++) {
                        a[i] += VEIL * (b[i] - a[i]);
                    }
                }
                for (int i = 0; i < 6; i++) {
                    sum[i] += a[i];
                }
            }
            int at = (y * width + x) * 3;
            for (int i = 0; i < 3; i++) {
                film.light()[at + i] = (float) (sum[i] / (SAMPLES * SAMPLES));
                film.glow()[at + i] = (float) (sum[i + 3] / (SAMPLES * SAMPLES));
            }
        }
    }
}
