package io.brainwright.connectome.service;

import io.brainwright.connectome.model.analysis.control.Preserving.Property;
import io.brainwright.fabric.rpc.AskedNames;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import java.util.ArrayList;
import java.util.Arrays;
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
            "layer_contributions",
            "simplices",
            "participation",
            "betti",
            "rich_club",
            "hubs",
            "highway_hubs");
    static final List<String> GROUPINGS = List.of("layer", "m_type", "pathway");

    private static final int DEFAULT_DIMENSION = 3;
    private static final int HIGHEST_DIMENSION = 6;
    private static final int MOST_GRAPHS = 1000;

    /** chosen: farther than most dendrites reach. */
    private static final double DISTANT_UM = 500;

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
        if (!(request.getMinDistanceUm() >= 0 && Double.isFinite(request.getMinDistanceUm()))) {
            faults.add(new FieldFault(
                    "min_distance_um",
                    "is %s; give a distance in um, or 0 for %.0f.".formatted(request.getMinDistanceUm(), DISTANT_UM)));
        }
        if (request.getMaxDimension() < 0 || request.getMaxDimension() > HIGHEST_DIMENSION) {
            faults.add(new FieldFault(
                    "max_dimension", "is %d; 1 to %d.".formatted(request.getMaxDimension(), HIGHEST_DIMENSION)));
        }
        if (request.hasControl()) {
            checkControl(request.getControl(), faults);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The wiring cannot be measured as asked.", faults);
        }
        return metrics;
    }

    private static void checkControl(ConnectivityRequest.Control control, List<FieldFault> faults) {
        var words = Arrays.stream(Property.values()).map(Property::word).toList();
        for (int i = 0; i < control.getPreserveCount(); i++) {
            if (Property.named(control.getPreserve(i)).isEmpty()) {
                faults.add(new FieldFault(
                        "control.preserve[%d]".formatted(i), NearestNames.sentence(control.getPreserve(i), words)));
            }
        }
        if (control.getGraphs() < 0 || control.getGraphs() > MOST_GRAPHS) {
            faults.add(new FieldFault("control.graphs", "is %d; 1 to %d.".formatted(control.getGraphs(), MOST_GRAPHS)));
        }
    }

    static double most_um(ConnectivityRequest request) {
        return request.getMaxDistanceUm() == 0 ? Double.POSITIVE_INFINITY : request.getMaxDistanceUm();
    }

    static double least_um(ConnectivityRequest request) {
        return request.getMinDistanceUm() == 0 ? DISTANT_UM : request.getMinDistanceUm();
    }

    static int dimension(ConnectivityRequest request) {
        return request.getMaxDimension() == 0 ? DEFAULT_DIMENSION : request.getMaxDimension();
    }
}
