package io.brainwright.placement.model;

import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Refuses what the tissue cannot hold, and says what it holds. */
public final class Capacity {
    /** chosen: beyond it, the densest layer has no room for somata of 10 um at even spacing. */
    public static final double LARGEST_SCALE = 3;

    private Capacity() {}

    static void check(SheetRegion whole, List<Tissue> tiles, List<Integer> layers, Order order, double cellsInShape) {
        boolean named = tiles.size() == 1 || tiles.getFirst() instanceof Column;
        var where = named
                ? tiles.stream().map(Tissue::label).collect(Collectors.joining(" and the "))
                : whole.node().acronym();
        if (Math.round(cellsInShape) == 0) {
            throw empty(where, layers, order, cellsInShape);
        }
        if (order.cellCount() > Math.round(cellsInShape)) {
            throw tooMany(whole, tiles, layers, order, cellsInShape, where);
        }
    }

    private static Problem empty(String where, List<Integer> layers, Order order, double cellsInShape) {
        var what = String.format(
                Locale.ROOT,
                "Layers %s of the %s hold %.2f cells%s.",
                layers,
                where,
                cellsInShape,
                order.mtypes().isEmpty() ? "" : " of the types " + String.join(", ", order.mtypes()));
        return new Problem(
                Kind.INVALID,
                "NO_CELLS",
                what,
                "Take other layers or types, or a wider shape.",
                Map.of("shape", where, "cells_in_shape", String.valueOf(cellsInShape)));
    }

    private static Problem tooMany(
            SheetRegion whole,
            List<Tissue> tiles,
            List<Integer> layers,
            Order order,
            double cellsInShape,
            String where) {
        var ways = new ArrayList<String>();
        double ratio = order.cellCount() / cellsInShape;
        if (tiles.getFirst() instanceof Column column) {
            double width_um = Math.ceil(column.width_um() * StrictMath.sqrt(ratio) * 1.005 + 1);
            if (width_um <= whole.widestColumn_um()) {
                ways.add(String.format(Locale.ROOT, "a column of %.0f um", width_um));
            }
            double all = new Composition(whole.sheet().recipe(), Placement.wholeRegion(whole), layers, order).total();
            if (order.cellCount() <= all) {
                ways.add(String.format(Locale.ROOT, "the whole region (%,d cells)", Math.round(all)));
            }
        }
        double scale = Math.ceil(order.densityScale() * ratio * 1000) / 1000;
        if (scale <= LARGEST_SCALE) {
            ways.add("density_scale " + scale);
        }
        var fault = ways.isEmpty()
                ? String.format(Locale.ROOT, "Ask for at most %,d.", Math.round(cellsInShape))
                : String.format(Locale.ROOT, "Ask for at most %,d, or ", Math.round(cellsInShape)) + "take "
                        + String.join(", or ", ways) + ".";
        return new Problem(
                Kind.INVALID,
                "MORE_CELLS_THAN_THE_SHAPE_HOLDS",
                String.format(
                        Locale.ROOT,
                        "The %s holds %,d cells at the density asked for, not %,d.",
                        where,
                        Math.round(cellsInShape),
                        order.cellCount()),
                fault,
                Map.of(
                        "shape", where,
                        "cells_in_shape", String.valueOf(Math.round(cellsInShape)),
                        "cell_count", String.valueOf(order.cellCount()),
                        "density_scale", String.valueOf(order.densityScale())),
                List.of(new FieldFault("cell_count", fault)),
                null);
    }
}
