package io.brainwright.render.model.scene;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Cells under a light, ready to be photographed from any side, as often as one likes: the shadows are found once.
 *
 * <p>Two sets of capsules are drawn: a solid one, and a veil through which the solid one is seen (thin axons would hide
 * everything else).
 */
public final class LitCells {
    /** chosen: an axon far thinner than a pixel is still seen. */
    private static final double FAINTEST = 0.6;

    private final Capsules solid;
    private final Capsules veil;
    private final Look look;
    private final Shadow shadow;

    /**
     * @param solid drawn opaque
     * @param veil drawn translucent, each capsule by its opacity; may be empty
     */
    public LitCells(Capsules solid, Capsules veil, Look look) {
        this.solid = solid;
        this.veil = veil;
        this.look = look;
        this.shadow = new Shadow(
                solid.count() > 0 ? solid : veil,
                solid.count() > 0 ? solid.bounds() : veil.bounds(),
                look.key(),
                look.shadows());
    }

    /**
     * A picture, and which capsule each of its pixels shows.
     *
     * @param image it
     * @param shown by pixel: a solid capsule c as c, one of the veil as -2 - c, nothing as -1
     */
    public record Photo(BufferedImage image, int[] shown) {}

    /**
     * @param view camera made for an image of samples x width by samples x height pixels
     */
    public Photo photograph(View view, int width_px, int height_px) {
        int n = look.samples();
        var front = CapsuleRaster.draw(solid, view, width_px * n, height_px * n, look.minRadius_px());
        var mist = CapsuleRaster.draw(veil, view, width_px * n, height_px * n, look.minRadius_px());
        var solidLight = new Shading(solid, front, view, shadow, look);
        var veilLight = new Shading(veil, mist, view, shadow, look);
        var film = new Film(width_px, height_px);
        int[] shown = new int[width_px * height_px];
        IntStream.range(0, height_px)
                .parallel()
                .forEach(y -> exposeRow(film, y, width_px, height_px, front, solidLight, mist, veilLight, shown));
        return new Photo(film.develop(look), shown);
    }

    private void exposeRow(
            Film film,
            int y,
            int width,
            int height,
            CapsuleRaster front,
            Shading solidLight,
            CapsuleRaster mist,
            Shading veilLight,
            int[] shown) {
        int n = look.samples();
        float[] ground = ground((y + 0.5) / height);
        double[] a = new double[6];
        double[] b = new double[6];
        double[] scratch = new double[3];
        double[] sum = new double[6];
        for (int x = 0; x < width; x++) {
            Arrays.fill(sum, 0);
            int lastSolid = -1;
            int lastVeil = -1;
            int seen = -1;
            for (int s = 0; s < n * n; s++) {
                int sample = (y * n + s / n) * front.width() + x * n + s % n;
                int c = front.capsule(sample);
                int v = mist.capsule(sample) >= 0 && mist.depth(sample) < front.depth(sample)
                        ? mist.capsule(sample)
                        : -1;
                if (c >= 0 && c != lastSolid) {
                    solidLight.shade(sample, ground, a, scratch);
                    lastSolid = c;
                }
                if (v >= 0 && v != lastVeil) {
                    veilLight.shade(sample, ground, b, scratch);
                    lastVeil = v;
                }
                double cover = v < 0 ? 0 : veil.opacity(v) * Math.max(FAINTEST, mist.thinness(v));
                for (int i = 0; i < 6; i++) {
                    double behind = c >= 0 ? a[i] : i < 3 ? ground[i] : 0;
                    sum[i] += v < 0 ? behind : behind + cover * (b[i] - behind);
                }
                seen = c >= 0 ? c : seen == -1 && v >= 0 ? -2 - v : seen;
            }
            shown[y * width + x] = seen;
            int at = (y * width + x) * 3;
            for (int i = 0; i < 3; i++) {
                film.light()[at + i] = (float) (sum[i] / (n * n));
                film.glow()[at + i] = (float) (sum[i + 3] / (n * n));
            }
        }
    }

    private float[] ground(double down) {
        float[] colour = new float[3];
        for (int i = 0; i < 3; i++) {
            colour[i] = (float) (look.top().get(i)
                    + down * (look.bottom().get(i) - look.top().get(i)));
        }
        return colour;
    }
}
