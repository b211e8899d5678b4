package io.brainwright.render.model.scene;

import java.util.stream.IntStream;

/** An RGB image that is softened by three box filters, which together are nearly a Gaussian. */
final class Blur {
    private static final int PASSES = 3;

    private final float[] rgb;
    private final int width;
    private final int height;

    Blur(float[] rgb, int width, int height) {
        this.rgb = rgb;
        this.width = width;
        this.height = height;
    }

    /** The mean of each block of {@code by} x {@code by} pixels. */
    static Blur shrunk(float[] rgb, int width, int height, int by) {
        int w = (width + by - 1) / by;
        int h = (height + by - 1) / by;
        float[] small = new float[w * h * 3];
        IntStream.range(0, h).parallel().forEach(y -> {
            for (int sy = y * by; sy < Math.min(height, (y + 1) * by); sy++) {
                for (int sx = 0; sx < width; sx++) {
                    for (int c = 0; c < 3; c++) {
                        small[(y * w + sx / by) * 3 + c] += rgb[(sy * width + sx) * 3 + c] / (by * by);
                    }
                }
            }
        });
        return new Blur(small, w, h);
    }

    /** A softened copy. */
    Blur soft(int radius) {
        float[] a = rgb;
        float[] b = new float[rgb.length];
        float[] c = new float[rgb.length];
        for (int pass = 0; pass < PASSES; pass++) {
            rows(a, b, radius);
            columns(b, c, radius);
            a = c;
        }
        return new Blur(c, width, height);
    }

    /** Adds a share of this to a larger image, {@code by} times as wide, linearly between pixels. */
    void addTo(float[] out, int outWidth, int outHeight, int by, float share) {
        IntStream.range(0, outHeight).parallel().forEach(y -> {
            float fy = Math.clamp((y + 0.5f) / by - 0.5f, 0f, height - 1f);
            int y0 = Math.min((int) fy, Math.max(0, height - 2));
            int y1 = Math.min(y0 + 1, height - 1);
            float ty = fy - y0;
            for (int x = 0; x < outWidth; x++) {
                float fx = Math.clamp((x + 0.5f) / by - 0.5f, 0f, width - 1f);
                int x0 = Math.min((int) fx, Math.max(0, width - 2));
                int x1 = Math.min(x0 + 1, width - 1);
                float tx = fx - x0;
                int o = (y * outWidth + x) * 3;
                for (int c = 0; c < 3; c++) {
                    float upper = rgb[(y0 * width + x0) * 3 + c] * (1 - tx) + rgb[(y0 * width + x1) * 3 + c] * tx;
                    float lower = rgb[(y1 * width + x0) * 3 + c] * (1 - tx) + rgb[(y1 * width + x1) * 3 + c] * tx;
                    out[o + c] += share * (upper * (1 - ty) + lower * ty);
                }
            }
        });
    }

    private void rows(float[] in, float[] out, int radius) {
        float scale = 1f / (2 * radius + 1);
        IntStream.range(0, height).parallel().forEach(y -> {
            int base = y * width * 3;
            for (int c = 0; c < 3; c++) {
                double sum = 0;
                for (int i = 0; i < Math.min(radius, width); i++) {
                    sum += in[base + i * 3 + c];
                }
                for (int i = 0; i < width; i++) {
                    sum += i + radius < width ? in[base + (i + radius) * 3 + c] : 0;
                    sum -= i - radius - 1 >= 0 ? in[base + (i - radius - 1) * 3 + c] : 0;
                    out[base + i * 3 + c] = (float) sum * scale;
                }
            }
        });
    }

    /** Columns in strips, whole rows at a time: memory is read in its order. */
    private void columns(float[] in, float[] out, int radius) {
        float scale = 1f / (2 * radius + 1);
        int line = width * 3;
        int strip = 96;
        IntStream.range(0, (line + strip - 1) / strip).parallel().forEach(part -> {
            int from = part * strip;
            int to = Math.min(line, from + strip);
            double[] sum = new double[to - from];
            for (int i = 0; i < Math.min(radius, height); i++) {
                for (int x = from; x < to; x++) {
                    sum[x - from] += in[i * line + x];
                }
            }
            for (int i = 0; i < height; i++) {
                for (int x = from; x < to; x++) {
                    double s = sum[x - from];
                    s += i + radius < height ? in[(i + radius) * line + x] : 0;
                    s -= i - radius - 1 >= 0 ? in[(i - radius - 1) * line + x] : 0;
                    sum[x - from] = s;
                    out[i * line + x] = (float) s * scale;
                }
            }
        });
    }
}
