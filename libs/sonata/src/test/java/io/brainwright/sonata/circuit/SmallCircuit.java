package io.brainwright.sonata.circuit;

import io.brainwright.sonata.hdf5.Columns;

/** Three cells and five synapses, small enough to check by eye. */
final class SmallCircuit {
    static final long[] SOURCES = {0, 1, 2, 0, 0};
    static final long[] TARGETS = {1, 0, 0, 1, 2};

    private SmallCircuit() {}

    static Columns nodes() {
        var nodes = new Columns(3);
        for (var name :
                new String[] {"x", "y", "z", "orientation_w", "orientation_x", "orientation_y", "orientation_z"}) {
            nodes.put(name, new float[] {name.length(), 2.5f, -3});
        }
        return nodes.put("morphology", new String[] {"c", "b", "a"})
                .put("model_template", new String[] {"hoc:b", "hoc:a", "hoc:b"})
                .put("model_type", new String[] {"biophysical", "biophysical", "biophysical"})
                .put("morph_class", new String[] {"PYR", "INT", "PYR"})
                .put("etype", new String[] {"cAD", "bAC", "cAD"})
                .put("mtype", new String[] {"L5_TPC:A", "L4_MC", "L4_SSC"})
                .put("layer", new String[] {"5", "4", "4"})
                .put("synapse_class", new String[] {"EXC", "INH", "EXC"});
    }

    static Columns dynamics() {
        return new Columns(3)
                .put("threshold_current", new float[] {0.1f, Float.NaN, 0.3f})
                .put("holding_current", new float[3]);
    }

    /** The conductance of an edge is its number in this unsorted order. */
    static Columns edges() {
        var edges = new Columns(5);
        for (var name : EdgesWriter.REQUIRED) {
            boolean whole = name.endsWith("_id") || name.endsWith("_type") || name.equals("n_rrp_vesicles");
            edges.put(name, whole ? new int[] {0, 1, 2, 3, 4} : new float[] {0, 1, 2, 3, 4});
        }
        return edges;
    }
}
