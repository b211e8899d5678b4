package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Arrays;
import java.util.List;

/** Points that are being collected: four columns that grow. */
final class FloatColumns {
    private final float[][] columns = new float[4][1024];
    private int size;

    void add(float x, float y, float z, float diameter) {
        if (size == columns[0].length) {
            for (int c = 0; c < 4; c++) {
                columns[c] = Arrays.copyOf(columns[c], 2 * size);
            }
        }
        columns[0][size] = x;
        columns[1][size] = y;
        columns[2][size] = z;
        columns[3][size++] = diameter;
    }

    int size() {
        return size;
    }

    Morphology morphology(List<Integer> parents, List<Integer> types, List<Integer> begins) {
        byte[] type = new byte[types.size()];
        int[] begin = new int[types.size() + 1];
        for (int s = 0; s < type.length; s++) {
            type[s] = types.get(s).byteValue();
            begin[s] = begins.get(s);
        }
        begin[type.length] = size;
        return new Morphology(
                Arrays.copyOf(columns[0], size),
                Arrays.copyOf(columns[1], size),
                Arrays.copyOf(columns[2], size),
                Arrays.copyOf(columns[3], size),
                parents.stream().mapToInt(Integer::intValue).toArray(),
                type,
                begin);
    }
}
