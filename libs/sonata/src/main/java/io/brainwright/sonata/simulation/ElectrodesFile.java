package io.brainwright.sonata.simulation;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.brainwright.sonata.hdf5.Written;
import io.jhdf.api.Dataset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Weights with which the membrane currents of compartments enter the potential at electrodes: {@code
 * /electrodes/POPULATION/scaling_factors} (compartments x electrodes, mV per nA), {@code /POPULATION/node_ids} and {@code
 * offsets}: node i owns the rows {@code offsets[i] .. offsets[i+1]-1}.
 */
public final class ElectrodesFile {
    private ElectrodesFile() {}

    /** The weights of one population: by node id, one row per compartment, one value per electrode. */
    public static Map<Long, double[][]> read(Path file, String population) {
        return Hdf5File.read(file, hdf -> {
            var at = "electrodes/%s/scaling_factors".formatted(population);
            Dataset factors;
            try {
                factors = hdf.getDatasetByPath(at);
            } catch (io.jhdf.exceptions.HdfInvalidPathException absent) {
                throw new Problem(
                        Kind.INVALID,
                        "SONATA_NO_ELECTRODES",
                        "'%s' has no '%s'.".formatted(file, at),
                        "An electrodes file holds weights for every population that is reported.",
                        Map.of("file", file.toString(), "population", population),
                        java.util.List.of(),
                        absent);
            }
            int electrodes = Math.toIntExact(factors.getDimensionsAsLong()[1]);
            var flat = Stored.doubles(factors);
            var ids = Stored.longs(hdf.getDatasetByPath(population + "/node_ids"));
            var offsets = Stored.longs(hdf.getDatasetByPath(population + "/offsets"));
            var weights = new HashMap<Long, double[][]>();
            for (int i = 0; i < ids.length; i++) {
                int first = Math.toIntExact(offsets[i]);
                var rows = new double[Math.toIntExact(offsets[i + 1]) - first][electrodes];
                for (int r = 0; r < rows.length; r++) {
                    System.arraycopy(flat, (first + r) * electrodes, rows[r], 0, electrodes);
                }
                weights.put(ids[i], rows);
            }
            return weights;
        });
    }

    /**
     * Writes the weights of one population.
     *
     * @param file replaced if it exists
     * @param node_ids nodes, ascending
     * @param weights_mV_per_nA one table per node: a row per compartment, a value per electrode
     */
    public static void write(Path file, String population, long[] node_ids, float[][][] weights_mV_per_nA) {
        int electrodes = weights_mV_per_nA[0][0].length;
        long[] offsets = new long[node_ids.length + 1];
        var rows = new java.util.ArrayList<float[]>();
        for (int i = 0; i < node_ids.length; i++) {
            rows.addAll(java.util.List.of(weights_mV_per_nA[i]));
            offsets[i + 1] = rows.size();
        }
        Hdf5File.write(file, root -> {
            Written.sign(root);
            root.group("electrodes")
                    .group(population)
                    .table("scaling_factors", rows.toArray(float[][]::new), electrodes)
                    .attribute("units", "mV/nA");
            var group = root.group(population);
            group.dataset("node_ids", node_ids);
            group.dataset("offsets", offsets);
        });
    }
}
