package io.brainwright.connectome.service;

import io.brainwright.fabric.rpc.AskedNames;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks what is asked of the wiring. */
final class ConnectivityRequests {
    static final List<String> METRICS = List.of(
            "connection_probability",
            "synapses_per_connection",
            "degree",
            "common_neighbours",
            "reciprocity",
            "convergence",
            "simplices",
            "hubs");
    static final List<String> GROUPINGS = List.of("layer", "m_type", "pathway");

    private static final int DEFAULT_DIMENSION = 3;
    private static final int HIGHEST_DIMENSION = 6;

    private ConnectivityRequests() {}

    /** The metrics asked for, each once. */
    static Set<String> check(ConnectivityRequest request) {
        var faults = new ArrayList<FieldFault>();
        ConnectomeRequests.checkDataset("synapses", request.getSynapses(), faults);
        ConnectomeRequests.checkDataset("cells", request.getCells(), faults);
        var metrics = AskedNames.several("metrics", request.getMetricsList(), METRICS, faults);
        AskedNames.optional("group_by", request.getGroupBy(), GROUPINGS, faults);
        if (!(request.getMaxDistanceUm() >= 0 && Double.isFinite(request.getMaxDistanceUm()))) {
            faults.add(new FieldFault(
                    "max_distance_um",
                    "is %s; give a distance in um, or 0 for any.".formatted(request.getMaxDistanceUm())));
        }
        if (request.getMaxDimension() < 0 || request.getMaxDimension() > HIGHEST_DIMENSION) {
            faults.add(new FieldFault(
                    "max_dimension", "is %d; 1 to %d.".formatted(request.getMaxDimension(), HIGHEST_DIMENSION)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The wiring cannot be measured as asked.", faults);
        }
        return metrics;
    }

    static double most_um(ConnectivityRequest request) {
        return request.getMaxDistanceUm() == 0 ? Double.POSITIVE_INFINITY : request.getMaxDistanceUm();
    }

    static int dimension(ConnectivityRequest request) {
        return request.getMaxDimension() == 0 ? DEFAULT_DIMENSION : request.getMaxDimension();
    }
}
