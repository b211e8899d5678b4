package io.brainwright.placement.model.brain;

import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.Box;
import io.brainwright.placement.model.Spacing;
import io.brainwright.placement.model.SystematicCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A brain cut into tiles: cubes of one size within a part, in rows of a heap that is as wide as high, part beside part along x. Counts by
 * class are rounded over a part's tiles with the remainder carried on, so that every sum is exact; ids run through the tiles.
 */
public final class BrainTiles {
    /** chosen: 32 voxels of 25 um; a tile of the cerebellum then holds half a million cells and takes about 40 MB while it is placed. */
    static final double EDGE_UM = 800;
    /** chosen: between two parts, so that none touches another. */
    private static final double GAP_UM = 1000;

    private static final double UM3_PER_MM3 = 1e9;

    private final List<Tile> tiles = new ArrayList<>();

    /**
     * One cube to fill.
     *
     * @param part what it belongs to
     * @param number its place in the part, from 0
     * @param of tiles of the part
     * @param box where it lies
     * @param cells how many of each class, in the order of {@link CellClass}
     * @param firstId id of its first cell
     * @param spacing_um what two somata keep: half of their mean distance in the part
     */
    public record Tile(BrainPart part, int number, int of, Box box, List<Long> cells, long firstId, double spacing_um) {
        /** All its cells. */
        public long size() {
            return cells.stream().mapToLong(Long::longValue).sum();
        }

        /** What it is, for people: "CB, tile 3 of 11". */
        public String label() {
            return "%s, tile %d of %d".formatted(part.acronym(), number + 1, of);
        }

        /** Edge of the cube. */
        public double edge_um() {
            return box.highX_um() - box.lowX_um();
        }
    }

    /**
     * @param parts what to fill
     * @param fraction share of each part's volume and cells, above 0, at most 1
     * @param seed keys all draws
     */
    public BrainTiles(List<BrainPart> parts, double fraction, long seed) {
        assert fraction > 0 && fraction <= 1 : "fraction=" + fraction;
        double x_um = 0;
        long id = 0;
        for (var part : parts) {
            int n = (int) Math.ceil(fraction * part.volume_mm3() * UM3_PER_MM3 / (EDGE_UM * EDGE_UM * EDGE_UM));
            double edge_um = StrictMath.cbrt(fraction * part.volume_mm3() * UM3_PER_MM3 / n);
            int side = (int) Math.ceil(StrictMath.cbrt(n));
            var counts = counts(part, fraction, n, seed);
            double spacing_um = Spacing.EVENNESS * StrictMath.cbrt(part.volume_mm3() * UM3_PER_MM3 / part.total());
            for (int t = 0; t < n; t++) {
                int tile = t;
                var cells = Arrays.stream(counts).map(c -> c[tile]).toList();
                var box = box(x_um, edge_um, t % side, t / side % side, t / side / side);
                tiles.add(new Tile(part, t, n, box, cells, id, spacing_um));
                id += tiles.getLast().size();
            }
            x_um += side * edge_um + GAP_UM;
        }
    }

    private static Box box(double x_um, double edge_um, int ix, int iy, int iz) {
        return new Box(
                x_um + ix * edge_um,
                iy * edge_um,
                iz * edge_um,
                x_um + (ix + 1) * edge_um,
                (iy + 1) * edge_um,
                (iz + 1) * edge_um);
    }

    private static long[][] counts(BrainPart part, double fraction, int tiles, long seed) {
        long[] totals = part.cells(fraction);
        var equal = new double[tiles];
        Arrays.fill(equal, 1);
        var counts = new long[totals.length][];
        for (int c = 0; c < totals.length; c++) {
            double u =
                    Draws.of(seed, "placement.brain.count." + part.acronym(), c).nextDouble();
            counts[c] = SystematicCounts.round(equal, totals[c], u);
        }
        return counts;
    }

    public List<Tile> tiles() {
        return List.copyOf(tiles);
    }

    /** All cells. */
    public long cells() {
        return tiles.stream().mapToLong(Tile::size).sum();
    }

    /** The cells of a part, by class. */
    public long[] cells(BrainPart part) {
        var sum = new long[CellClass.values().length];
        for (var tile : tiles) {
            for (int c = 0; c < sum.length && tile.part().equals(part); c++) {
                sum[c] += tile.cells().get(c);
            }
        }
        return sum;
    }

    /** The largest number of cells in one tile. */
    public long mostCells() {
        return tiles.stream().mapToLong(Tile::size).max().orElseThrow();
    }
}
