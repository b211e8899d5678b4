package io.brainwright.render.model.plot;

import java.util.List;

/**
 * A field of coloured cells in true proportions.
 *
 * @param title stands above
 * @param across cells from left to right
 * @param down cells from top to bottom
 * @param colours 0xRRGGBB of each cell, row by row from the top; -1 for paper
 * @param cellWidth_um width of a cell
 * @param cellHeight_um height of a cell
 * @param strokes short lines over the cells: from x, y to x, y, in cells from the upper left corner
 */
public record Panel(
        String title,
        int across,
        int down,
        int[] colours,
        double cellWidth_um,
        double cellHeight_um,
        List<double[]> strokes) {
    public Panel {
        strokes = List.copyOf(strokes);
        assert colours.length == across * down : across + " x " + down;
    }

    double width_um() {
        return across * cellWidth_um;
    }

    double height_um() {
        return down * cellHeight_um;
    }
}
