package io.brainwright.sim.model.solver;

import java.util.Arrays;

/**
 * Which elements of a block the rows of a table stand for, in eights.
 *
 * <p>Aligned rows take every eight neighbours of which one is wanted, so that eight values are read at once, for some work at places that
 * add nothing. Others are packed, and each row finds its own element; the last eight may point to the block's spare elements.
 *
 * @param count rows, a multiple of 8
 * @param aligned whether each eight rows are eight consecutive elements, the first a multiple of 8
 * @param element element of each row
 * @param rowOf row of each wanted element
 */
@SuppressWarnings("ArrayRecordComponent") // owned by a table, never compared
record Rows(int count, boolean aligned, int[] element, int[] rowOf) {
    /**
     * @param wanted elements, ascending; where one is wanted twice, the second begins another eight
     * @param spare the block's first spare element
     * @param alignedFrom rows are aligned where at least this share of them is wanted
     */
    static Rows of(int[] wanted, int spare, double alignedFrom) {
        var first = new int[wanted.length];
        var rowOf = new int[wanted.length];
        int eights = 0;
        for (int i = 0; i < wanted.length; i++) {
            boolean same = eights > 0 && first[eights - 1] == wanted[i] / 8 * 8 && wanted[i] > wanted[i - 1];
            if (!same) {
                first[eights++] = wanted[i] / 8 * 8;
            }
            rowOf[i] = 8 * (eights - 1) + wanted[i] % 8;
        }
        if (wanted.length < alignedFrom * 8 * eights) {
            return packed(wanted, spare);
        }
        var element = new int[8 * eights];
        Arrays.setAll(element, row -> first[row / 8] + row % 8);
        return new Rows(element.length, eights > 0, element, rowOf);
    }

    private static Rows packed(int[] wanted, int spare) {
        var element = new int[(wanted.length + 7) / 8 * 8];
        Arrays.fill(element, spare);
        System.arraycopy(wanted, 0, element, 0, wanted.length);
        var rowOf = new int[wanted.length];
        Arrays.setAll(rowOf, i -> i);
        return new Rows(element.length, false, element, rowOf);
    }
}
