package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.fields.Scratch.Floats;
import io.brainwright.neuro.atlas.fields.Scratch.Ints;

/**
 * The nearest of many things for every cell of a lattice: each cell tries what its neighbours found, in sweeps forwards and
 * backwards, until no sweep changes anything (Danielsson 1980).
 *
 * @see <a href="https://doi.org/10.1016/0146-664X(80)90054-4">Danielsson 1980, Euclidean distance mapping</a>
 */
final class NearestThing {
    private static final int MOST_SWEEPS = 200;

    private final Bricks cells;
    private final Distance distance;
    private final Ints owner;
    private final Floats best;
    private boolean changed;

    /** Distance of a thing from a cell. */
    interface Distance {
        double of(int thing, int x, int y, int z);
    }

    NearestThing(Bricks cells, Scratch scratch, Distance distance) {
        this.cells = cells;
        this.distance = distance;
        owner = scratch.ints(cells.count());
        best = scratch.floats(cells.count());
        best.fill(Float.POSITIVE_INFINITY);
        for (int n = 0; n < cells.count(); n++) {
            owner.set(n, -1);
        }
    }

    /** Offers a thing to a cell. */
    void offer(int cell, int thing, int x, int y, int z) {
        float d = (float) distance.of(thing, x, y, z);
        if (d < best.at(cell)) {
            best.set(cell, d);
            owner.set(cell, thing);
            changed = true;
        }
    }

    /** Sets what a cell found elsewhere; it stays if the cell is not searched. */
    void put(int cell, int thing, float distance_um) {
        owner.set(cell, thing);
        best.set(cell, distance_um);
    }

    /** Which cells take part in the search; the others only lend what they have. */
    interface Searched {
        boolean is(int x, int y, int z);
    }

    void search(Searched searched) {
        changed = true;
        for (int sweep = 0; changed && sweep < MOST_SWEEPS; sweep++) {
            changed = false;
            cells.forEach((n, x, y, z) -> look(searched, n, x, y, z, 0));
            cells.forEachBackwards((n, x, y, z) -> look(searched, n, x, y, z, 14));
        }
    }

    private void look(Searched searched, int n, int x, int y, int z, int from) {
        if (searched.is(x, y, z)) {
            for (int c = from; c < from + 13; c++) {
                int other = cells.at(x + c % 3 - 1, y + c / 3 % 3 - 1, z + c / 9 - 1);
                if (other >= 0 && owner.at(other) >= 0 && owner.at(other) != owner.at(n)) {
                    offer(n, owner.at(other), x, y, z);
                }
            }
        }
    }

    /** Nearest thing, -1 if none was found. */
    int owner(int cell) {
        return owner.at(cell);
    }

    float distance(int cell) {
        return best.at(cell);
    }
}
