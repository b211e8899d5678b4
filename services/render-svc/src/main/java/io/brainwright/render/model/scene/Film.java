package io.brainwright.render.model.scene;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.stream.IntStream;

/** Light as it falls on the film: linear RGB, glow that bleeds, and the curve that makes it an image. */
final class Film {
    /** chosen: the halo is bright near its source and reaches far. */
    private static final double[] GLOW_SHARES = {0.9, 0.6, 0.4, 0.3, 0.2, 0.15};

    private static final double WIDTH_OF_RADII_PX = 1400;
    private static final int COARSE = 4;
    private static final int WIDE_PX = 8;
    private static final int STEPS = 4096;
    private static final float[] SRGB = srgb();

    private final int width;
    private final int height;
    private final float[] light;
    private final float[] glow;

    Film(int width, int height) {
        this.width = width;
        this.height = height;
        this.light = new float[width * height * 3];
        this.glow = new float[width * height * 3];
    }

    float[] light() {
        return light;
    }

    float[] glow() {
        return glow;
    }

    /** Adds the glow at each radius, and applies the ACES curve and the sRGB transfer. */
    BufferedImage develop(Look look) {
        if (look.glowStrength() > 0 && glows()) {
            bleed(look);
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                int i = (y * width + x) * 3;
                float grain = grain(x, y);
                pixels[y * width + x] =
                        tone(light[i], grain) << 16 | tone(light[i + 1], grain) << 8 | tone(light[i + 2], grain);
            }
        });
        return image;
    }

    private void bleed(Look look) {
        double perPixel = Math.max(width, height) / WIDTH_OF_RADII_PX;
        var fine = new Blur(glow, width, height);
        var coarse = Blur.shrunk(glow, width, height, COARSE);
        for (int k = 0; k < look.glowRadii_px().size(); k++) {
            int radius = Math.max(1, (int) Math.rint(look.glowRadii_px().get(k) * perPixel));
            float share = (float) (GLOW_SHARES[k] * look.glowStrength());
            if (radius < WIDE_PX) {
                fine.soft(radius).addTo(light, width, height, 1, share);
            } else {
                coarse.soft(Math.max(1, radius / COARSE)).addTo(light, width, height, COARSE, share);
            }
        }
    }

    private boolean glows() {
        for (float g : glow) {
            if (g > 0) {
                return true;
            }
        }
        return false;
    }

    /** A fixed pattern in [0, 1) that rounds smooth gradients up or down, so that they show no bands (Jimenez 2014). */
    private static float grain(int x, int y) {
        double f = 0.06711056 * x + 0.00583715 * y;
        double g = 52.9829189 * (f - Math.floor(f));
        return (float) (g - Math.floor(g));
    }

    /**
     * The filmic curve of ACES in its common rational fit, then sRGB.
     *
     * @see <a href="https://knarkowicz.wordpress.com/2016/01/06/aces-filmic-tone-mapping-curve/">Narkowicz 2016</a>
     */
    private static int tone(float x, float grain) {
        float mapped = x * (2.51f * x + 0.03f) / (x * (2.43f * x + 0.59f) + 0.14f);
        float at = Math.clamp(mapped, 0f, 1f) * (STEPS - 1);
        int low = Math.min((int) at, STEPS - 2);
        float value = SRGB[low] + (at - low) * (SRGB[low + 1] - SRGB[low]);
        return Math.min(255, (int) (value + grain));
    }

    private static float[] srgb() {
        float[] table = new float[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double c = (double) i / (STEPS - 1);
            double s = c <= 0.0031308 ? 12.92 * c : 1.055 * StrictMath.pow(c, 1 / 2.4) - 0.055;
            table[i] = (float) (255 * s);
        }
        return table;
    }
}
