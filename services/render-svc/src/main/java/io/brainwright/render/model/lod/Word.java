package io.brainwright.render.model.lod;

/**
 * What a capsule shows, in 32 bits.
 *
 * <pre>{@code
 *   0rrrrrrr rrrrrrrr rrrrrrrr rrrrrrrr   recorded: row r of the report
 *   1ccccccc ccccccct tppppppp pppppppp   not recorded: cell c of its group, type t - 1, path distance p in um
 * }</pre>
 */
final class Word {
    private static final int NOT_RECORDED = 1 << 31;
    private static final int MOST_UM = (1 << 15) - 1;

    private Word() {}

    static int recorded(int row) {
        return row;
    }

    /**
     * @param cell place of the cell in its group
     * @param type {@link io.brainwright.neuro.morphology.SectionType}
     * @param path_um path distance from the soma at the capsule's beginning
     */
    static int notRecorded(int cell, int type, double path_um) {
        int um = (int) Math.min(MOST_UM, Math.round(path_um));
        return NOT_RECORDED | cell << 17 | (Math.clamp(type, 1, 4) - 1) << 15 | um;
    }
}
