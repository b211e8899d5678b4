package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.synthesis.v1.AstrocytesRequest;
import io.brainwright.synthesis.model.astrocyte.Domain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One placed astrocyte with its domain and feet.
 *
 * @param gliaId its id among the glia
 * @param soma centre, um; the reader's own array
 * @param radius_um of the soma
 * @param layer of the soma
 * @param domain what it fills
 * @param feet places on the walls of vessels
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record PlacedAstrocytes(long gliaId, double[] soma, double radius_um, int layer, Domain domain, List<double[]> feet) {
    private static final String GLIA = "glia";
    private static final String DOMAINS = "astrocyte_domains";
    private static final String FEET = "endfeet";

    /** How many have a domain. */
    static long count(AstrocytesRequest request, Datasets inputs) {
        var id = new DatasetId(request.getCells().getId());
        require("cells", DOMAINS, id, inputs, "place astrocytes with domains in a column.");
        if (request.hasEndfeet()) {
            require("endfeet", FEET, new DatasetId(request.getEndfeet().getId()), inputs, "name end-feet.");
        }
        long n = inputs.manifest(id).rows().getOrDefault(DOMAINS, 0L);
        if (n == 0) {
            throw refused("cells", "hold no astrocyte; place some with domains.");
        }
        return n;
    }

    private static void require(String field, String table, DatasetId id, Datasets inputs, String advice) {
        var manifest = inputs.manifest(id);
        if (manifest.tables().stream().noneMatch(t -> t.name().equals(table))) {
            throw refused(
                    field,
                    "Dataset %s was made by '%s' and has no table '%s'; %s"
                            .formatted(id.brief(), manifest.stage(), table, advice));
        }
    }

    private static Problem refused(String field, String what) {
        return Problem.invalid("Processes of astrocytes cannot be grown.", List.of(new FieldFault(field, what)));
    }

    /** Those of rows first..end-1 of the table of domains. */
    static List<PlacedAstrocytes> read(AstrocytesRequest request, Datasets inputs, int first, int end) {
        var id = new DatasetId(request.getCells().getId());
        var glia = inputs.read(id, GLIA);
        var domains = inputs.read(id, DOMAINS);
        var rowOf = new HashMap<Long, Integer>();
        for (int row = 0; row < glia.rowCount(); row++) {
            rowOf.put(glia.longs("glia_id")[row], row);
        }
        var feet = request.hasEndfeet()
                ? feet(inputs.read(new DatasetId(request.getEndfeet().getId()), FEET))
                : Map.<Long, List<double[]>>of();
        if (!rowOf.keySet().containsAll(feet.keySet())) {
            throw refused("endfeet", "belong to other astrocytes; name those of these cells.");
        }
        var found = new ArrayList<PlacedAstrocytes>();
        for (int d = first; d < end; d++) {
            long cell = domains.longs("glia_id")[d];
            int row = Objects.requireNonNull(rowOf.get(cell), "an astrocyte with a domain is one of the glia");
            double[] soma = {glia.floats("x")[row], glia.floats("y")[row], glia.floats("z")[row]};
            found.add(new PlacedAstrocytes(
                    cell,
                    soma,
                    glia.floats("radius_um")[row],
                    glia.bytes("layer")[row],
                    new Domain(domains.floatLists("corners_um")[d]),
                    feet.getOrDefault(cell, List.of())));
        }
        return found;
    }

    private static Map<Long, List<double[]>> feet(Batch rows) {
        var feet = new HashMap<Long, List<double[]>>();
        for (int i = 0; i < rows.rowCount(); i++) {
            feet.computeIfAbsent(rows.longs("target_node_id")[i], _ -> new ArrayList<>())
                    .add(new double[] {
                        rows.floats("endfoot_surface_x")[i],
                        rows.floats("endfoot_surface_y")[i],
                        rows.floats("endfoot_surface_z")[i]
                    });
        }
        return feet;
    }
}
