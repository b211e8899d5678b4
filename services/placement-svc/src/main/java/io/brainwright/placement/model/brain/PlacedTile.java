package io.brainwright.placement.model.brain;

import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.EvenPositions;
import io.brainwright.placement.model.Shuffle;
import java.util.Arrays;

/** The cells of one tile, one entry per cell in every column; ids run on from the tile's first. */
public final class PlacedTile {
    private static final int NO_LAYER = 0;

    private final float[][] position;
    private final CellClass[] cellClass;
    private final double narrowest_um;

    private PlacedTile(EvenPositions places, int[] order, CellClass[] cellClass) {
        this.cellClass = cellClass;
        this.position = new float[3][order.length];
        this.narrowest_um = places.narrowest_um();
        for (int i = 0; i < order.length; i++) {
            position[0][i] = (float) places.x(order[i]);
            position[1][i] = (float) places.y(order[i]);
            position[2][i] = (float) places.z(order[i]);
        }
    }

    /**
     * Fills a tile: one hash holds somata of all classes, which mix at random. Depends on the tile alone, so tiles may be filled in any order;
     * the spacing is kept within the tile, not across its faces.
     */
    public static PlacedTile of(BrainTiles.Tile tile, long seed) {
        int n = Math.toIntExact(tile.size());
        var places = new EvenPositions(tile.box(), tile.spacing_um(), n);
        places.add(NO_LAYER, n, tile.spacing_um(), draws(tile, seed, "position"));
        var cellClass = new CellClass[n];
        int at = 0;
        for (var one : CellClass.values()) {
            int of = Math.toIntExact(tile.cells().get(one.ordinal()));
            Arrays.fill(cellClass, at, at + of, one);
            at += of;
        }
        return new PlacedTile(places, Shuffle.of(n, draws(tile, seed, "mix")), cellClass);
    }

    private static Draws draws(BrainTiles.Tile tile, long seed, String purpose) {
        return Draws.of(
                seed, "placement.brain.%s.%s".formatted(purpose, tile.part().acronym()), tile.number());
    }

    public int size() {
        return cellClass.length;
    }

    /** x (0), y (1) or z (2) in um. */
    public float[] position(int axis) {
        return position[axis];
    }

    public CellClass[] cellClass() {
        return cellClass;
    }

    /** The smallest spacing that was used: the wanted one, but where no room was left. */
    public double narrowest_um() {
        return narrowest_um;
    }
}
