package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.sim.v1.SimRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Two astrocytes (and a cell of another kind), a vessel of two pieces that forks, three end-feet, four wrapped synapses, beside three neurons. */
final class SmallTissue {
    /** Two cubes side by side, each corner once; the plane x = 10 has equal power from both somata. */
    private static final float[][] CUBES = {cube(0), cube(10)};

    private final ThreeCells three;

    SmallTissue(ThreeCells three) {
        this.three = three;
    }

    DatasetRef astrocytes(boolean domains) {
        var glia = new LinkedHashMap<String, Object>();
        glia.put("glia_id", new long[] {9, 3, 4}); // not in order
        glia.put("x", new float[] {15, 4, 5});
        glia.put("y", new float[] {5, 4, 5});
        glia.put("z", new float[] {5, 4, 5});
        glia.put("region", new String[] {"S1HL", "S1HL", "S1HL"});
        glia.put("layer", new byte[] {5, 4, 0});
        glia.put("kind", new String[] {"astrocyte", "microglia", "astrocyte"});
        glia.put("radius_um", new float[] {4, 2, 4});
        glia.put("depth_um", new float[] {1200, 700, 800});
        var table = ThreeCells.table("glia", glia);
        return ThreeCells.ref(domains ? given(List.of(), table, domains()) : given(List.of(), table));
    }

    private static Batch domains() {
        var domains = new LinkedHashMap<String, Object>();
        domains.put("glia_id", new long[] {9, 4});
        domains.put("scale", new double[] {1, 1});
        domains.put("corners_um", new float[][] {CUBES[1], CUBES[0]});
        return ThreeCells.table("astrocyte_domains", domains);
    }

    private static float[] cube(float x) {
        var corners = new float[24];
        for (int c = 0; c < 8; c++) {
            corners[3 * c] = x + 10 * (c % 2);
            corners[3 * c + 1] = 10 * (c / 2 % 2);
            corners[3 * c + 2] = 10 * (c / 4);
        }
        return corners;
    }

    /** An arteriole of two pieces, 4 to 2 um wide, which goes on in a capillary and a venule. */
    DatasetRef vessels() {
        var pieces = new LinkedHashMap<String, Object>();
        pieces.put("node_id", new long[] {0, 1, 2, 3});
        pieces.put("start_x", new float[] {0, 0, 0, 0});
        pieces.put("start_y", new float[] {0, -10, -20, -20});
        pieces.put("start_z", new float[4]);
        pieces.put("end_x", new float[] {0, 0, 10, -10});
        pieces.put("end_y", new float[] {-10, -20, -20, -20});
        pieces.put("end_z", new float[4]);
        pieces.put("start_diameter", new float[] {4, 3, 2, 2});
        pieces.put("end_diameter", new float[] {3, 2, 2, 2});
        pieces.put("start_node", new long[] {0, 1, 2, 2});
        pieces.put("end_node", new long[] {1, 2, 3, 4});
        pieces.put("type", new int[] {0, 0, 1, 2});
        pieces.put("section_id", new int[] {0, 0, 1, 2});
        pieces.put("segment_id", new int[] {0, 1, 0, 0});
        pieces.put("kind", new String[] {"arteriole", "arteriole", "capillary", "venule"});
        return ThreeCells.ref(given(List.of(), ThreeCells.table("vessels", pieces)));
    }

    /** Foot 0 and 1 of astrocyte 9, foot 2 of astrocyte 4; the last could not spread. */
    DatasetRef endfeet(DatasetRef astrocytes, DatasetRef vessels) {
        var feet = new LinkedHashMap<String, Object>();
        feet.put("source_node_id", new long[] {1, 3, 0});
        feet.put("target_node_id", new long[] {9, 9, 4});
        feet.put("endfoot_id", new long[] {0, 1, 2});
        for (var axis : List.of("x", "y", "z")) {
            feet.put("endfoot_surface_" + axis, new float[] {1, 2, 3});
        }
        feet.put("vasculature_section_id", new int[] {0, 2, 0});
        feet.put("vasculature_segment_id", new int[] {1, 0, 0});
        feet.put("endfoot_compartment_length", new float[] {5, 4, 0});
        feet.put("endfoot_compartment_diameter", new float[] {2, 2, 0});
        feet.put("endfoot_compartment_perimeter", new float[] {4, 5, 0});
        feet.put("area_um2", new float[] {20, 20, 0});
        feet.put("in_domain", new byte[] {1, 0, 1});
        return ThreeCells.ref(given(ids(astrocytes, vessels), ThreeCells.table("endfeet", feet)));
    }

    /** Rows 0 to 3 of the synapses, which lie on the cells 20, 30, 30 and 10. */
    DatasetRef wrapped(DatasetRef astrocytes, DatasetRef synapses) {
        var edges = new LinkedHashMap<String, Object>();
        edges.put("source_node_id", new long[] {9, 4, 9, 4});
        edges.put("target_node_id", new long[] {20, 30, 30, 10});
        edges.put("synapse_id", new long[] {0, 1, 2, 3});
        edges.put("distance_um", new float[] {1, 2, 3, 4});
        return ThreeCells.ref(given(ids(astrocytes, synapses), ThreeCells.table("wrapped_synapses", edges)));
    }

    private static List<DatasetId> ids(DatasetRef... refs) {
        return Arrays.stream(refs).map(r -> new DatasetId(r.getId())).toList();
    }

    private DatasetId given(List<DatasetId> inputs, Batch... tables) {
        return GivenTables.from(inputs, three.datasets, SimRequest.getDefaultInstance(), tables);
    }
}
