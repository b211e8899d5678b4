package io.brainwright.placement.model;

import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.MType;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The cells of a piece of tissue: counted at once, then placed tile by tile. A tile is a column, or a subregion; equal
 * orders give equal cells whichever tile is placed first.
 */
public final class Placement {
    private final CorticalRecipe recipe;
    private final List<Tissue> tiles;
    private final List<Integer> layers;
    private final Order order;
    private final Composition composition;
    private final double cellsInShape;
    private final long[] counts;
    private final Glia glia;

    /**
     * @param whole the region that the atlas holds
     * @param tiles what to fill
     * @param order what is wanted
     * @throws Problem INVALID where the shape holds no cell, or fewer than were asked for
     */
    public Placement(SheetRegion whole, List<Tissue> tiles, Order order) {
        this.recipe = whole.sheet().recipe();
        this.tiles = List.copyOf(tiles);
        this.layers = IntStream.of(whole.layers())
                .boxed()
                .filter(order.layers()::contains)
                .toList();
        this.order = order;
        this.composition = new Composition(recipe, this.tiles, layers, order);
        this.cellsInShape = composition.total();
        Capacity.check(whole, this.tiles, layers, order, cellsInShape);
        long total = order.cellCount() == 0 ? Math.round(cellsInShape) : order.cellCount();
        double u = Draws.of(order.seed(), "placement.count", 0).nextDouble();
        this.counts = composition.counts(total, u);
        this.glia = new Glia(recipe.file(), this.tiles, layers, order, fraction());
    }

    /** The tiles of a whole region: its subregions, where it has some. */
    public static List<Tissue> wholeRegion(SheetRegion region) {
        var parts = region.sheet().hierarchy().children(region.node().id());
        if (region.node().parentId() != 0) {
            return List.of(new WholeRegion(region));
        }
        return parts.stream()
                .<Tissue>map(part -> new WholeRegion(region.sheet().region(part.acronym())))
                .toList();
    }

    public List<Tissue> tiles() {
        return tiles;
    }

    /** M-types that are placed, in the recipe's order. */
    public List<MType> mtypes() {
        return composition.mtypes();
    }

    /** How many cells the shape holds at the density asked for; a real number. */
    public double cellsInShape() {
        return cellsInShape;
    }

    /** How many are placed. */
    public long cells() {
        return LongStream.of(counts).sum();
    }

    /** Share of the shape's cells that is placed; 1 where it was not thinned. */
    public double fraction() {
        return order.cellCount() == 0 ? 1 : Math.min(1, order.cellCount() / cellsInShape);
    }

    /** The layers that are filled, from the pia down. */
    public List<Integer> layers() {
        return layers;
    }

    /**
     * Neurons of some m-types per mm3 of one layer as the recipe says, at the density and shares asked for; not thinned.
     *
     * @param counted which of {@link #mtypes()}
     */
    public double recipe_per_mm3(int layer, Predicate<MType> counted) {
        double volume_mm3 =
                tiles.stream().mapToDouble(tile -> tile.volume_mm3(layer)).sum();
        double cells = IntStream.range(0, mtypes().size())
                .filter(m -> counted.test(mtypes().get(m)))
                .mapToDouble(m -> composition.expected(layer, m))
                .sum();
        return cells / volume_mm3;
    }

    /** How many glia of one kind are placed. */
    public long glia(GliaKind kind) {
        return glia.cells(kind);
    }

    /** How many glia of all kinds a tile gets. */
    public long glia(int tile) {
        return glia.cells(tile);
    }

    /** Volume of the layers that are filled. */
    public double volume_mm3() {
        double sum = 0;
        for (var tile : tiles) {
            for (int layer : layers) {
                sum += tile.volume_mm3(layer);
            }
        }
        return sum;
    }

    /** How many cells a tile gets. */
    public long cells(int tile) {
        return layers.stream().mapToLong(layer -> cells(tile, layer)).sum();
    }

    /** How many cells of one m-type (index in {@link #mtypes()}) one layer of a tile gets. */
    public long cells(int tile, int layer, int mtype) {
        return counts[composition.index(tile, layer, mtype)];
    }

    /** Id of the first cell of a tile. */
    public long firstId(int tile) {
        return IntStream.range(0, tile).mapToLong(this::cells).sum();
    }

    /**
     * Places a tile: neurons layer by layer from the pia down, then glia among them.
     *
     * @param out gets the neurons of each layer
     * @param gliaOut gets the glia of each kind and layer
     */
    public void place(int tile, Consumer<PlacedCells> out, Consumer<PlacedGlia> gliaOut) {
        var positions = new EvenPositions(tiles.get(tile), widest_um(), Math.toIntExact(cells(tile)));
        long id = firstId(tile);
        for (int layer : layers) {
            int first = positions.size();
            int n = Math.toIntExact(cells(tile, layer));
            var draws = Draws.of(order.seed(), "placement.position", key(tile, layer));
            positions.add(layer, n, spacing_um(layer), draws);
            var cells = new PlacedCells(id, layer, n);
            new CellTypes(this, order.seed(), key(tile, layer)).assign(tile, cells);
            settle(positions, first, tile, cells);
            out.accept(cells);
            id += n;
        }
        glia.place(tile, positions, gliaOut);
    }

    private long cells(int tile, int layer) {
        long sum = 0;
        for (int m = 0; m < mtypes().size(); m++) {
            sum += cells(tile, layer, m);
        }
        return sum;
    }

    /** Gives every cell its place, in random order, so that types mix; and turns it towards the pia. */
    private void settle(EvenPositions positions, int first, int tile, PlacedCells cells) {
        var sheet = tiles.get(tile).region().sheet();
        int[] places = Shuffle.of(cells.size(), Draws.of(order.seed(), "placement.mix", key(tile, cells.layer())));
        var up = new double[3];
        for (int i = 0; i < places.length; i++) {
            double x = positions.x(first + places[i]);
            double y = positions.y(first + places[i]);
            double z = positions.z(first + places[i]);
            cells.position(0)[i] = (float) x;
            cells.position(1)[i] = (float) y;
            cells.position(2)[i] = (float) z;
            cells.depth_um()[i] = (float) sheet.depth_um(x, y, z);
            cells.subregion()[i] = sheet.subregionAt(x, y, z);
            sheet.direction(x, y, z, up);
            turn(cells, i, up);
        }
    }

    private void turn(PlacedCells cells, int i, double[] up) {
        double angle = Draws.of(order.seed(), "placement.rotation", cells.firstId() + i)
                .uniform(0, 2 * StrictMath.PI);
        var q = Quaternion.yTo(up[0], up[1], up[2]).times(Quaternion.aboutY(angle));
        cells.orientation(0)[i] = (float) q.w();
        cells.orientation(1)[i] = (float) q.x();
        cells.orientation(2)[i] = (float) q.y();
        cells.orientation(3)[i] = (float) q.z();
    }

    private double spacing_um(int layer) {
        return Spacing.radius_um(order.densityScale() * recipe.neurons_per_mm3(layer));
    }

    private double widest_um() {
        return layers.stream().mapToDouble(this::spacing_um).max().orElseThrow();
    }

    static long key(int tile, int layer) {
        return 16L * tile + layer;
    }
}
