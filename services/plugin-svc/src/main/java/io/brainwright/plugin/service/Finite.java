package io.brainwright.plugin.service;

import io.brainwright.fabric.table.StructList;

/** Looks for NaN and infinity. */
final class Finite {
    private Finite() {}

    /** Place of the first value that is neither; -1 where all are numbers. */
    static int firstFault(Object values) {
        return switch (values) {
            case float[] v -> first(v);
            case double[] v -> first(v);
            case float[][] v -> {
                int i = 0;
                while (i < v.length && first(v[i]) < 0) {
                    i++;
                }
                yield i < v.length ? i : -1;
            }
            case StructList s ->
                s.fields().stream()
                        .mapToInt(Finite::firstFault)
                        .filter(i -> i >= 0)
                        .findFirst()
                        .orElse(-1);
            default -> -1;
        };
    }

    private static int first(float[] v) {
        for (int i = 0; i < v.length; i++) {
            if (!Float.isFinite(v[i])) {
                return i;
            }
        }
        return -1;
    }

    private static int first(double[] v) {
        for (int i = 0; i < v.length; i++) {
            if (!Double.isFinite(v[i])) {
                return i;
            }
        }
        return -1;
    }
}
