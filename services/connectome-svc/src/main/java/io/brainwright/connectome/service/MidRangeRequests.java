package io.brainwright.connectome.service;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import io.brainwright.proto.connectome.v1.MidRangeRequest;
import io.brainwright.proto.connectome.v1.RegionPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks requests for synapses between regions, and puts their projections in order. */
final class MidRangeRequests {
    private MidRangeRequests() {}

    static MidRangeRequest complete(MidRangeRequest request) {
        var faults = new ArrayList<FieldFault>();
        ConnectomeRequests.checkDataset("synapses", request.getSynapses(), faults);
        ConnectomeRequests.checkDataset("cells", request.getCells(), faults);
        ConnectomeRequests.checkDataset("morphologies", request.getMorphologies(), faults);
        if (request.getProjectionsCount() == 0) {
            faults.add(new FieldFault("projections", "is empty; say which region sends to which."));
        }
        var regions = regions();
        for (int i = 0; i < request.getProjectionsCount(); i++) {
            var pair = request.getProjections(i);
            check("projections[%d].source".formatted(i), pair.getSource(), regions, faults);
            check("projections[%d].target".formatted(i), pair.getTarget(), regions, faults);
            if (!pair.getSource().isEmpty() && pair.getSource().equals(pair.getTarget())) {
                faults.add(new FieldFault(
                        "projections[%d].target".formatted(i),
                        "is %s itself; local synapses are made by overlap.".formatted(pair.getSource())));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The request for mid-range synapses cannot stay as it is.", faults);
        }
        return request.toBuilder()
                .clearProjections()
                .addAllProjections(request.getProjectionsList().stream()
                        .distinct()
                        .sorted(Comparator.comparing(RegionPair::getSource).thenComparing(RegionPair::getTarget))
                        .toList())
                .build();
    }

    private static List<String> regions() {
        return CorticalSheet.open("rat-nbs1").recipe().regions().stream()
                .map(r -> r.acronym())
                .toList();
    }

    private static void check(String field, String region, List<String> known, List<FieldFault> faults) {
        if (!known.contains(region)) {
            faults.add(new FieldFault(field, NearestNames.sentence(region, known)));
        }
    }
}
