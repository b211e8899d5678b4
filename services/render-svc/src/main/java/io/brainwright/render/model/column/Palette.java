package io.brainwright.render.model.column;

import io.brainwright.neuro.morphology.SectionType;

/** Colours in linear RGB, chosen to be told apart on a dark ground, also by colour-blind eyes. */
public final class Palette {
    /** Voltage at which the fire begins, well above any resting potential: chosen. */
    public static final double REST_MV = -72;

    /** Voltage of the hottest colour: chosen, the usual peak of an action potential. */
    public static final double PEAK_MV = 30;

    private static final float[] AXON = srgb(0x56, 0x7f, 0x8e);
    private static final float[] BASAL = srgb(0x4f, 0x9d, 0xa6);
    private static final float[] APICAL = srgb(0x8a, 0x93, 0xd8);
    private static final float[] SOMA = srgb(0xb9, 0xc4, 0xe6);
    private static final float[][] FIRE = {
        srgb(0x3a, 0x3d, 0x7a),
        srgb(0xa1, 0x3f, 0x5e),
        srgb(0xf0, 0x7d, 0x22),
        srgb(0xff, 0xd0, 0x5c),
        srgb(0xff, 0xfb, 0xec)
    };
    private static final float[][] LAYERS = {
        srgb(0x8a, 0x8f, 0x9c),
        srgb(0xcc, 0x79, 0xa7),
        srgb(0x56, 0xb4, 0xe9),
        srgb(0x00, 0x9e, 0x73),
        srgb(0xf0, 0xe4, 0x42),
        srgb(0xe6, 0x9f, 0x00),
        srgb(0xd5, 0x5e, 0x00)
    };

    private static final float[] ARTERIOLE = srgb(0xe0, 0x3a, 0x3a);
    private static final float[] CAPILLARY = srgb(0xc9, 0x8a, 0x80);
    private static final float[] VENULE = srgb(0x3a, 0x6b, 0xd8);

    private Palette() {}

    /** Colour of a vessel by its kind: red, pale red, blue. */
    static float[] vessel(String kind) {
        return switch (kind) {
            case "arteriole" -> ARTERIOLE;
            case "venule" -> VENULE;
            default -> CAPILLARY;
        };
    }

    /** Colour of a neurite at rest, by its type. */
    public static float[] section(int type) {
        return switch (type) {
            case SectionType.AXON -> AXON;
            case SectionType.APICAL -> APICAL;
            case SectionType.SOMA -> SOMA;
            default -> BASAL;
        };
    }

    /** Colour of a layer, 1 to 6. */
    public static float[] layer(int layer) {
        return LAYERS[layer >= 1 && layer <= 6 ? layer : 0];
    }

    /** A colour for a word: hues spread by its hash, equal words alike. */
    public static float[] word(String word) {
        double hue = (word.hashCode() * 0x9E3779B9L >>> 8 & 0xFFFF) / 65536.0;
        float[] rgb = new float[3];
        for (int i = 0; i < 3; i++) {
            double h = (hue + i / 3.0) % 1;
            double channel = Math.clamp(Math.abs(h * 6 - 3) - 1, 0.0, 1.0);
            rgb[i] = linear(0.35 + 0.6 * channel);
        }
        return rgb;
    }

    /** 0 at rest and below, 1 at the peak of an action potential. */
    public static double heat(double v_mV) {
        return Math.clamp((v_mV - REST_MV) / (PEAK_MV - REST_MV), 0.0, 1.0);
    }

    /** Colour of a compartment: its type's colour at rest, fire as it depolarises. */
    public static float[] voltage(int type, double v_mV) {
        double heat = heat(v_mV);
        double share = Math.clamp((heat - 0.05) / 0.18, 0.0, 1.0);
        float[] rest = section(type);
        float[] fire = fire(heat);
        float[] mixed = new float[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = (float) (rest[i] + share * (fire[i] - rest[i]));
        }
        return mixed;
    }

    /** How much a compartment shines: nothing below -40 mV or so, then with the square of its heat. */
    static float glow(double v_mV) {
        double over = Math.max(0, heat(v_mV) - 0.3) / 0.7;
        return (float) (1.6 * over * over + 0.5 * over);
    }

    /** The fire ramp, 0..1. */
    public static float[] fire(double heat) {
        double at = heat * (FIRE.length - 1);
        int low = (int) Math.min(at, FIRE.length - 2);
        double t = at - low;
        float[] mixed = new float[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = (float) (FIRE[low][i] + t * (FIRE[low + 1][i] - FIRE[low][i]));
        }
        return mixed;
    }

    private static float[] srgb(int r, int g, int b) {
        return new float[] {linear(r / 255.0), linear(g / 255.0), linear(b / 255.0)};
    }

    private static float linear(double srgb) {
        return (float) (srgb <= 0.04045 ? srgb / 12.92 : StrictMath.pow((srgb + 0.055) / 1.055, 2.4));
    }
}
