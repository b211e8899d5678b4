package io.brainwright.render.model.movie;

import io.brainwright.render.model.scene.Capsules;
import java.util.Arrays;

/** Capsules, and of each: whose it is, where on the neurite, between which compartments, and its plain colour. */
final class Strokes {
    private final Capsules shapes = new Capsules();
    private int[] layer = new int[1024];
    private long[] node = new long[1024];
    private byte[] cortical = new byte[1024];
    private byte[] type = new byte[1024];
    private float[] path_um = new float[1024];
    private int[] pair = new int[2048];
    private float[] share = new float[1024];
    private float[] plain = new float[3072];

    /** Where a capsule belongs. */
    record Owner(int layer, long node, int corticalLayer, int type) {}

    void add(
            double[] a,
            double ra_um,
            double[] b,
            double rb_um,
            Owner owner,
            double path,
            int[] pair,
            float share,
            float[] colour) {
        int i = shapes.count();
        if (i == layer.length) {
            grow(2 * i);
        }
        shapes.add(a[0], a[1], a[2], ra_um, b[0], b[1], b[2], rb_um, colour, 0);
        layer[i] = owner.layer();
        node[i] = owner.node();
        cortical[i] = (byte) owner.corticalLayer();
        type[i] = (byte) owner.type();
        path_um[i] = (float) path;
        this.pair[2 * i] = pair[0];
        this.pair[2 * i + 1] = pair[1];
        this.share[i] = share;
        System.arraycopy(colour, 0, plain, 3 * i, 3);
    }

    Capsules shapes() {
        return shapes;
    }

    int count() {
        return shapes.count();
    }

    int layer(int i) {
        return layer[i];
    }

    long node(int i) {
        return node[i];
    }

    int cortical(int i) {
        return cortical[i];
    }

    int type(int i) {
        return type[i];
    }

    float path_um(int i) {
        return path_um[i];
    }

    float plain(int i, int channel) {
        return plain[3 * i + channel];
    }

    /** Value at a capsule, linear between its compartments; NaN where none was recorded. */
    float value(int i, float[] values) {
        int a = pair[2 * i];
        if (a < 0) {
            return Float.NaN;
        }
        return values[a] + share[i] * (values[pair[2 * i + 1]] - values[a]);
    }

    private void grow(int n) {
        layer = Arrays.copyOf(layer, n);
        node = Arrays.copyOf(node, n);
        cortical = Arrays.copyOf(cortical, n);
        type = Arrays.copyOf(type, n);
        path_um = Arrays.copyOf(path_um, n);
        pair = Arrays.copyOf(pair, 2 * n);
        share = Arrays.copyOf(share, n);
        plain = Arrays.copyOf(plain, 3 * n);
    }
}
