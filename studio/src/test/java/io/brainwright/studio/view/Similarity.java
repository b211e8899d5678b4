package io.brainwright.studio.view;

import java.awt.image.BufferedImage;

/**
 * How alike two pictures are: mean structural similarity of the luminance over windows of 8 x 8 pixels.
 *
 * <pre>{@code SSIM = (2 ma mb + c1)(2 sab + c2) / ((ma^2 + mb^2 + c1)(sa^2 + sb^2 + c2)),  c1 = (0.01 * 255)^2, c2 = (0.03 * 255)^2}</pre>
 *
 * @see <a href="https://doi.org/10.1109/TIP.2003.819861">Wang et al. 2004, IEEE Transactions on Image Processing</a>
 */
final class Similarity {
    private static final int WINDOW = 8;
    private static final double C1 = 6.5025;
    private static final double C2 = 58.5225;

    private Similarity() {}

    static double ssim(BufferedImage a, BufferedImage b) {
        double[] x = luminance(a);
        double[] y = luminance(b);
        double sum = 0;
        int n = 0;
        for (int top = 0; top + WINDOW <= a.getHeight(); top += WINDOW / 2) {
            for (int left = 0; left + WINDOW <= a.getWidth(); left += WINDOW / 2) {
                sum += window(x, y, a.getWidth(), left, top);
                n++;
            }
        }
        return sum / n;
    }

    private static double window(double[] x, double[] y, int width, int left, int top) {
        double mx = 0;
        double my = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        int n = WINDOW * WINDOW;
        for (int r = top; r < top + WINDOW; r++) {
            for (int c = left; c < left + WINDOW; c++) {
                double p = x[r * width + c];
                double q = y[r * width + c];
                mx += p / n;
                my += q / n;
                xx += p * p / n;
                yy += q * q / n;
                xy += p * q / n;
            }
        }
        double vx = xx - mx * mx;
        double vy = yy - my * my;
        return (2 * mx * my + C1) * (2 * (xy - mx * my) + C2) / ((mx * mx + my * my + C1) * (vx + vy + C2));
    }

    private static double[] luminance(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        double[] light = new double[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            light[i] = 0.2126 * (rgb[i] >> 16 & 255) + 0.7152 * (rgb[i] >> 8 & 255) + 0.0722 * (rgb[i] & 255);
        }
        return light;
    }
}
