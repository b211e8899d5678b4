package io.brainwright.placement.model;

import io.brainwright.neuro.random.Draws;
import java.util.Arrays;

/** Names the m-type and the e-type of every cell of a layer: m-types in the recipe's order, e-types within each by shares. */
final class CellTypes {
    private final Placement placement;
    private final long seed;
    private final long key;

    CellTypes(Placement placement, long seed, long key) {
        this.placement = placement;
        this.seed = seed;
        this.key = key;
    }

    void assign(int tile, PlacedCells cells) {
        int at = 0;
        for (int m = 0; m < placement.mtypes().size(); m++) {
            int n = Math.toIntExact(placement.cells(tile, cells.layer(), m));
            if (n > 0) {
                Arrays.fill(cells.mtype(), at, at + n, m);
                etypes(m, n, at, cells);
            }
            at += n;
        }
    }

    private void etypes(int m, int n, int first, PlacedCells cells) {
        var mtype = placement.mtypes().get(m);
        var shares = mtype.etypeFraction().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double u = Draws.of(seed, "placement.etype." + mtype.name(), key).nextDouble();
        var counts = SystematicCounts.round(shares, n, u);
        int at = first;
        int e = 0;
        for (var etype : mtype.etypeFraction().keySet()) {
            Arrays.fill(cells.etype(), at, at + (int) counts[e], etype);
            at += (int) counts[e++];
        }
    }
}
