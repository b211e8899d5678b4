package io.brainwright.render.model.scene;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** Light as it falls on the film: linear RGB, glow that bleeds, and the curve that makes it an image. */
final class Film {
    private static final int[] GLOW_RADII_PX = {2, 6, 16, 40};
    private static final double[] GLOW_SHARES = {0.9, 0.6, 0.4, 0.3};

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

    /** Adds the glow, blurred at four radii, and applies the ACES curve and the sRGB transfer. */
    BufferedImage develop() {
        double perPixel = Math.max(width, height) / 1400.0;
        for (int k = 0; k < GLOW_RADII_PX.length; k++) {
            int radius = Math.max(1, (int) Math.rint(GLOW_RADII_PX[k] * perPixel));
            float[] soft = glow.clone();
            for (int pass = 0; pass < 3; pass++) {
                soft = blurColumns(blurRows(soft, radius), radius);
            }
            for (int i = 0; i < light.length; i++) {
                light[i] += (float) (GLOW_SHARES[k] * soft[i]);
            }
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                int i = (y * width + x) * 3;
                image.setRGB(x, y, tone(light[i]) << 16 | tone(light[i + 1]) << 8 | tone(light[i + 2]));
            }
        });
        return image;
    }

    /**
     * The filmic curve of ACES in its common rational fit, then sRGB.
     *
     * @see <a href="https://knarkowicz.wordpress.com/2016/01/06/aces-filmic-tone-mapping-curve/">Narkowicz 2016</a>
     */
    private static int tone(double x) {
        double mapped = x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14);
        double clipped = Math.clamp(mapped, 0.0, 1.0);
        double srgb = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * StrictMath.pow(clipped, 1 / 2.4) - 0.055;
        return (int) Math.rint(255 * srgb);
    }

    private float[] blurRows(float[] in, int radius) {
        float[] out = new float[in.length];
        IntStream.range(0, height).parallel().forEach(y -> box(in, out, y * width * 3, 3, width, radius));
        return out;
    }

    private float[] blurColumns(float[] in, int radius) {
        float[] out = new float[in.length];
        IntStream.range(0, width).parallel().forEach(x -> box(in, out, x * 3, width * 3, height, radius));
        return out;
    }

    /** Mean over 2r+1 neighbours along one line of pixels. */
    private static void box(float[] in, float[] out, int start, int stride, int n, int radius) {
        for (int channel = 0; channel < 3; channel++) {
            int base = start + channel;
            double sum = 0;
            for (int i = 0; i < Math.min(radius, n); i++) {
                sum += in[base + i * stride];
            }
            for (int i = 0; i < n; i++) {
                if (i + radius < n) {
                    sum += in[base + (i + radius) * stride];
                }
                if (i - radius - 1 >= 0) {
                    sum -= in[base + (i - radius - 1) * stride];
                }
                out[base + i * stride] = (float) (sum / (2 * radius + 1));
            }
        }
    }
}
