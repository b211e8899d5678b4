package io.brainwright.render.view;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.render.model.lod.CapsuleGroup;
import io.brainwright.render.model.lod.LevelOfDetail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The small tables of a view, as JSON: what there is, its cells, its spikes. */
public final class ViewTables {
    private static final String RECIPE = "rat-nbs1-synapses";
    private static final String VELOCITY = "physiology.delay.velocity_um_per_ms";

    private ViewTables() {}

    /** What a browser must know first. */
    public static Map<String, Object> index(CircuitView view) {
        var json = new LinkedHashMap<String, Object>();
        var frame = view.frame();
        var circuit = view.circuit();
        json.put("id", circuit.id().hex());
        json.put("cells", view.cells().rowCount());
        json.put("groups", view.groups());
        json.put("cells_per_group", CapsuleGroup.CELLS);
        json.put(
                "tolerances_um",
                Arrays.stream(LevelOfDetail.values())
                        .map(LevelOfDetail::tolerance_um)
                        .toList());
        json.put(
                "turn_wxyz",
                List.of(
                        frame.turn().w(),
                        frame.turn().x(),
                        frame.turn().y(),
                        frame.turn().z()));
        json.put("origin_um", List.of(frame.x_um(), frame.y_um(), frame.z_um()));
        json.put("axon_um_per_ms", RecipeFile.open(RECIPE).number(VELOCITY));
        json.put("shapes", circuit.morphologies().isPresent());
        json.put("synapses", circuit.synapses().isPresent());
        if (view.hasVoltages()) {
            json.put("voltage", view.voltageIndex().json());
        }
        return json;
    }

    /** Cells by row: every column of their table with its unit, and x, y, z in the picture. */
    public static Map<String, Object> cells(CircuitView view) {
        var cells = view.cells();
        var columns = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < cells.schema().columns().size(); i++) {
            var column = cells.schema().columns().get(i);
            columns.add(Map.of(
                    "name", column.name(),
                    "unit", column.unit(),
                    "description", column.description(),
                    "values", cells.values(i) instanceof byte[] small ? whole(small) : cells.values(i)));
        }
        int n = cells.rowCount();
        var places = new float[3][n];
        var at = new double[3];
        for (int row = 0; row < n; row++) {
            view.frame().place(cells.floats("x")[row], cells.floats("y")[row], cells.floats("z")[row], at);
            for (int axis = 0; axis < 3; axis++) {
                places[axis][row] = (float) at[axis];
            }
        }
        return Map.of("columns", columns, "x", places[0], "y", places[1], "z", places[2]);
    }

    /** Spikes by rising time: when, and the row of the cell. */
    public static Map<String, Object> spikes(CircuitView view, Datasets datasets) {
        var run = view.circuit().run();
        if (run.isEmpty()) {
            return Map.of("t_ms", new double[0], "cell", new int[0]);
        }
        var spikes = datasets.read(run.get(), "spikes");
        var rows = Arrays.stream(spikes.longs("node_ids"))
                .mapToInt(id -> Objects.requireNonNull(view.rowOf().get(id), "cell of a spike"))
                .toArray();
        return Map.of("t_ms", spikes.doubles("timestamps"), "cell", rows);
    }

    private static int[] whole(byte[] small) {
        var wide = new int[small.length];
        for (int i = 0; i < small.length; i++) {
            wide[i] = small[i];
        }
        return wide;
    }
}
