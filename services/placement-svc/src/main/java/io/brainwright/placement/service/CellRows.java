package io.brainwright.placement.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.MType;
import io.brainwright.placement.model.PlacedCells;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Writes placed cells as rows of the cells table. */
final class CellRows {
    private final PlacedCells cells;
    private final List<MType> mtypes;
    private final CorticalRecipe recipe;

    CellRows(PlacedCells cells, List<MType> mtypes, CorticalRecipe recipe) {
        this.cells = cells;
        this.mtypes = mtypes;
        this.recipe = recipe;
    }

    /** Rows from one cell to before another. */
    Batch batch(int from, int to) {
        int n = to - from;
        var ids = new long[n];
        var layer = new byte[n];
        var relative = new float[n];
        var depth_um = Arrays.copyOfRange(cells.depth_um(), from, to);
        for (int i = 0; i < n; i++) {
            ids[i] = cells.firstId() + from + i;
            layer[i] = (byte) cells.layer();
            relative[i] = (float) (depth_um[i] / recipe.thickness_um());
        }
        return Batch.of(
                PlacementTables.CELLS,
                ids,
                part(cells.position(0), from, to),
                part(cells.position(1), from, to),
                part(cells.position(2), from, to),
                part(cells.orientation(0), from, to),
                part(cells.orientation(1), from, to),
                part(cells.orientation(2), from, to),
                part(cells.orientation(3), from, to),
                texts(from, to, i -> recipe.regions().get(cells.subregion()[i]).acronym()),
                layer,
                texts(from, to, i -> mtype(i).name()),
                Arrays.copyOfRange(cells.etype(), from, to),
                texts(from, to, i -> mtype(i).morphClass().name()),
                texts(from, to, i -> mtype(i).synapseClass().name()),
                texts(from, to, i -> morphology(cells.firstId() + i)),
                templates(from, to),
                texts(from, to, _ -> ""),
                depth_um,
                relative);
    }

    /** {@code cell-000123}. */
    static String morphology(long id) {
        return String.format(Locale.ROOT, "cell-%06d", id);
    }

    /** {@code hoc:cADpyr_L5_TPC_A}: a name that hoc, too, accepts. */
    static String template(String etype, String mtype) {
        return "hoc:" + etype + "_" + mtype.replace(':', '_').replace('-', '_');
    }

    private MType mtype(int i) {
        return mtypes.get(cells.mtype()[i]);
    }

    /** Neighbours mostly share type and template, so that a text is made only where it changes. */
    private String[] templates(int from, int to) {
        var out = new String[to - from];
        for (int i = from; i < to; i++) {
            boolean same = i > from
                    && cells.mtype()[i] == cells.mtype()[i - 1]
                    && cells.etype()[i].equals(cells.etype()[i - 1]);
            out[i - from] = same ? out[i - from - 1] : template(cells.etype()[i], mtype(i).name());
        }
        return out;
    }

    private static float[] part(float[] values, int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    private static String[] texts(int from, int to, IntFunction<String> text) {
        var out = new String[to - from];
        for (int i = from; i < to; i++) {
            out[i - from] = text.apply(i);
        }
        return out;
    }
}
