package io.brainwright.render.model.movie;

import io.brainwright.render.model.column.Palette;
import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.scenefile.ColorRule;

/** Colours of the scene language, in linear RGB. */
final class Ramps {
    private static final int[] VIRIDIS = {0x440154, 0x414487, 0x2a788e, 0x22a884, 0x7ad151, 0xfde725};
    private static final int[] CIVIDIS = {0x00224e, 0x35456c, 0x666970, 0x948e77, 0xc8b866, 0xfee838};
    private static final float[] EXCITATORY = hex("#f2a65a");
    private static final float[] INHIBITORY = hex("#5ab4f2");

    private Ramps() {}

    /** "#rrggbb" as linear RGB. */
    static float[] hex(String text) {
        return packed(Integer.parseInt(text.substring(1), 16));
    }

    /** A colour map at 0..1. */
    static float[] at(String map, double x) {
        int[] stops = map.equals("cividis") ? CIVIDIS : VIRIDIS;
        double clamped = Math.clamp(x, 0.0, 1.0);
        if (map.equals("spike-fire")) {
            return Palette.fire(clamped);
        }
        double at = clamped * (stops.length - 1);
        int low = (int) Math.min(at, stops.length - 2);
        return mix(packed(stops[low]), packed(stops[low + 1]), at - low);
    }

    static float[] mix(float[] a, float[] b, double share) {
        float[] out = new float[3];
        for (int i = 0; i < 3; i++) {
            out[i] = (float) (a[i] + share * (b[i] - a[i]));
        }
        return out;
    }

    static float[] synapseClass(boolean excitatory) {
        return excitatory ? EXCITATORY : INHIBITORY;
    }

    /** The colour of a part of a cell where nothing happens. */
    static float[] plain(ColorRule rule, PlacedCell cell, int type, double path_um) {
        return switch (rule.by()) {
            case "constant" -> hex(rule.value());
            case "class" -> synapseClass(cell.excitatory());
            case "column" -> column(rule.column(), cell);
            case "path-distance" -> at(rule.map(), (path_um - rule.low()) / (rule.high() - rule.low()));
            case "report", "spikes" ->
                switch (rule.base()) {
                    case "layer" -> Palette.layer(cell.layer());
                    case "class" -> synapseClass(cell.excitatory());
                    case "mtype" -> Palette.word(cell.mtype());
                    default -> Palette.section(type);
                };
            default -> Palette.section(type);
        };
    }

    private static float[] column(String column, PlacedCell cell) {
        return switch (column) {
            case "mtype" -> Palette.word(cell.mtype());
            case "etype" -> Palette.word(cell.etype());
            case "region" -> Palette.word(cell.region());
            case "gid" -> Palette.word("cell " + cell.node_id());
            case "synapse_class" -> synapseClass(cell.excitatory());
            default -> Palette.layer(cell.layer());
        };
    }

    private static float[] packed(int rgb) {
        return new float[] {linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255)};
    }

    private static float linear(int byteValue) {
        double s = byteValue / 255.0;
        return (float) (s <= 0.04045 ? s / 12.92 : StrictMath.pow((s + 0.055) / 1.055, 2.4));
    }
}
