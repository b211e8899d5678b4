package io.brainwright.sim.sonata;

import io.brainwright.sim.model.circuit.CompartmentPlaces;
import io.brainwright.sim.model.field.PotentialField;
import io.brainwright.sim.model.field.Source;
import io.brainwright.sim.model.field.Source.Point;
import io.brainwright.sonata.simulation.ElectrodesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weights of the compartments of a simulation's cells for electrodes at given places: the soma a point, a piece of neurite a line
 * source, in a medium of 0.3 S/m (docs/science/extracellular-potential.md).
 */
final class ElectrodeWeights {
    private ElectrodeWeights() {}

    /** Writes the file that a simulation names as run.electrodes_file. */
    static void write(SonataCells cells, List<Point> electrodes, Path file) {
        SortedMap<String, SortedMap<Long, float[][]>> weights = new TreeMap<>();
        for (var cell : cells.list()) {
            weights.computeIfAbsent(cell.population(), _ -> new TreeMap<>())
                    .put(cell.node_id(), weights(cell, electrodes));
        }
        ElectrodesFile.write(file, weights);
    }

    /** One row per compartment in the order of a report of all sections, mV per nA. */
    private static float[][] weights(SonataCell cell, List<Point> electrodes) {
        var sourceOf = new HashMap<Integer, Source>();
        CompartmentPlaces.sources(cell.placed(), cell.morphology().orElseThrow(), cell.shape())
                .forEach(s -> sourceOf.put(s.node(), s.source()));
        var rows = new ArrayList<float[]>();
        for (var section : cell.sections("all")) {
            for (int i = 0; i < section.count(); i++) {
                var source = java.util.Objects.requireNonNull(sourceOf.get(section.first() + i));
                var row = new float[electrodes.size()];
                for (int e = 0; e < row.length; e++) {
                    row[e] = (float) source.mV_per_nA(electrodes.get(e), PotentialField.SIGMA_S_PER_M);
                }
                rows.add(row);
            }
        }
        return rows.toArray(float[][]::new);
    }
}
