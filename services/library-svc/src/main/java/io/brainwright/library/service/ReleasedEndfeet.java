package io.brainwright.library.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.hdf5.Hdf5File;
import java.nio.file.Path;
import java.util.Set;

/** End-feet as edges from pieces of vessels to astrocytes, and their areas. */
final class ReleasedEndfeet {
    static final String FILE = "edges_endfeet.h5";
    static final String AREAS = "endfeet_areas.h5";
    static final String EDGES = "%s__%s__endfoot".formatted(ReleasedVessels.POPULATION, ReleasedAstrocytes.POPULATION);

    private ReleasedEndfeet() {}

    /** Writes them; gives how many. */
    static int write(Batch feet, ReleasedVessels vessels, ReleasedAstrocytes astrocytes, Path folder) {
        long[] targets = astrocytes.rows(feet.longs("target_node_id"));
        var edges = SonataColumns.of(feet, Set.of("source_node_id", "target_node_id"))
                .put("astrocyte_section_id", new int[feet.rowCount()]); // the soma: there are no processes
        EdgesWriter.write(
                folder.resolve(FILE),
                EDGES,
                new EdgesWriter.End(ReleasedVessels.POPULATION, vessels.count(), feet.longs("source_node_id")),
                new EdgesWriter.End(ReleasedAstrocytes.POPULATION, astrocytes.count(), targets),
                edges,
                EdgesWriter.ENDFOOT);
        areas(feet, folder.resolve(AREAS));
        return feet.rowCount();
    }

    /**
     * SONATA's file of grouped properties, by the id of the foot. Feet have an area but no surface of their own, so that there are no points and
     * triangles; nothing was cut off their area.
     */
    private static void areas(Batch feet, Path file) {
        int n = feet.rowCount();
        var area_um2 = new float[n];
        var thickness_um = new float[n];
        for (int i = 0; i < n; i++) {
            int foot = Math.toIntExact(feet.longs("endfoot_id")[i]);
            double length_um = feet.floats("endfoot_compartment_length")[i];
            double diameter_um = feet.floats("endfoot_compartment_diameter")[i];
            area_um2[foot] = feet.floats("area_um2")[i];
            // the compartment is a cylinder of the foot's volume, area times thickness; NaN for a foot without area
            thickness_um[foot] = (float) (Math.PI / 4 * length_um * diameter_um * diameter_um / area_um2[foot]);
        }
        Hdf5File.write(file, root -> {
            var data = root.group("data");
            data.table("points", new float[0][], 3);
            data.signedTable("triangles", new long[0][], 3);
            data.dataset("surface_area", area_um2);
            data.dataset("surface_thickness", thickness_um);
            data.dataset("unreduced_surface_area", area_um2);
            var offsets = root.group("offsets");
            offsets.signed("points", new long[n + 1]);
            offsets.signed("triangles", new long[n + 1]);
        });
    }
}
