package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.rpc.AskedNames;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.placement.v1.PlacementAnalyseRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks what is asked of a placement. */
final class PlacementAnalyseRequests {
    static final List<String> METRICS = List.of("ei_ratio", "density_by_depth", "composition", "nearest_neighbour");
    static final List<String> GROUPINGS = List.of("layer", "m_type", "class", "region");

    private PlacementAnalyseRequests() {}

    /** The metrics asked for, each once. */
    static Set<String> check(PlacementAnalyseRequest request) {
        var faults = new ArrayList<FieldFault>();
        if (request.getCells().getId().isEmpty()) {
            faults.add(new FieldFault("cells", "is missing; name placed cells."));
        } else {
            checkId(request.getCells().getId(), faults);
        }
        var metrics = AskedNames.several("metrics", request.getMetricsList(), METRICS, faults);
        AskedNames.optional("group_by", request.getGroupBy(), GROUPINGS, faults);
        double rim_um = request.getExcludeBorderUm();
        if (!(rim_um >= 0 && Double.isFinite(rim_um))) {
            faults.add(new FieldFault("exclude_border_um", "is %s; give a distance in um, or 0.".formatted(rim_um)));
        }
        if (metrics.contains("density_by_depth") && request.getGroupBy().equals("region")) {
            faults.add(
                    new FieldFault(
                            "group_by",
                            "density_by_depth knows the volume of the shape, not of each region in it; group by layer, m_type or class."));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The placement cannot be measured as asked.", faults);
        }
        return metrics;
    }

    private static void checkId(String id, List<FieldFault> faults) {
        try {
            new DatasetId(id);
        } catch (Problem malformed) {
            faults.add(new FieldFault("cells", malformed.sentence()));
        }
    }
}
