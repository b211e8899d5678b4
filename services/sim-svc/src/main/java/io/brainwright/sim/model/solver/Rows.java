package io.brainwright.sim.model.solver;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * Which elements of a block the rows of a table stand for, in eights.
 *
 * <p>First come aligned rows: eight neighbours at a time, of which enough are wanted, so that eight values are read at once, for a little work at
 * places that add nothing. The others are packed, and each row finds its own element; the last ones may point to the block's spare elements.
 *
 * @param count rows, a multiple of 8
 * @param aligned how many of them are aligned, a multiple of 8
 * @param element element of each row
 * @param rowOf row of each wanted element
 */
@SuppressWarnings("ArrayRecordComponent") // owned by a table, never compared
record Rows(int count, int aligned, int[] element, int[] rowOf) {
    /** For {@link #of}: no row is aligned. */
    static final int NEVER = 9;

    /**
     * @param wanted elements, ascending; where one is wanted twice, the second begins another eight
     * @param spare the block's first spare element
     * @param least how many of eight neighbours must be wanted for aligned rows
     */
    static Rows of(int[] wanted, int spare, int least) {
        var rowOf = new int[wanted.length];
        var aligned = new ArrayList<Integer>();
        var packed = new ArrayList<Integer>();
        for (int i = 0, next; i < wanted.length; i = next) {
            for (next = i + 1; next < wanted.length && together(wanted, next); ) {
                next++;
            }
            boolean enough = next - i >= least;
            for (int k = i; k < next; k++) {
                rowOf[k] = enough ? aligned.size() + wanted[k] % 8 : -1;
            }
            for (int k = 0; enough && k < 8; k++) {
                aligned.add(wanted[i] / 8 * 8 + k);
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            if (rowOf[i] < 0) {
                rowOf[i] = aligned.size() + packed.size();
                packed.add(wanted[i]);
            }
        }
        var element = new int[aligned.size() + (packed.size() + 7) / 8 * 8];
        Arrays.fill(element, spare);
        for (int row = 0; row < aligned.size() + packed.size(); row++) {
            element[row] = row < aligned.size() ? aligned.get(row) : packed.get(row - aligned.size());
        }
        return new Rows(element.length, aligned.size(), element, rowOf);
    }

    /** Whether a wanted element can stand in the eight of the one before it. */
    private static boolean together(int[] wanted, int i) {
        return wanted[i] / 8 == wanted[i - 1] / 8 && wanted[i] > wanted[i - 1];
    }
}
