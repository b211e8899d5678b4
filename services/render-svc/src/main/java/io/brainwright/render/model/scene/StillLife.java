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
    private static final double VEIL = 0.6;

    private StillLife() {}

    /**
     * @param solid drawn opaque
     * @param veil drawn translucent, may be empty
     * @param view camera made for an image of 2 width x 2 height pixels
     * @param width_px of the image
     * @param height_px of the image
     */
    public static BufferedImage render(Capsules solid, Capsules veil, View view, int width_px, int height_px) {
        for (int c = 0; c < veil.count(); c++) {
            veil.fade(c, VEIL);
        }
        return new LitCells(solid, veil, Look.night())
                .photograph(view, width_px, height_px)
                .image();
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
}
