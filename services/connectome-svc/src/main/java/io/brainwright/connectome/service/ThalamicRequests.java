package io.brainwright.connectome.service;

import io.brainwright.fabric.rpc.AskedNames;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ThalamicRequest;
import java.util.ArrayList;
import java.util.List;

/** Checks requests for thalamic synapses, and fills their defaults. */
final class ThalamicRequests {
    /** In the order in which their fibres are numbered. */
    static final List<String> NUCLEI = List.of("VPM", "POm");

    private static final double NARROWEST_UM = 1;
    private static final double WIDEST_UM = 1000;

    private ThalamicRequests() {}

    static ThalamicRequest complete(ThalamicRequest request, double width_um) {
        var faults = new ArrayList<FieldFault>();
        ConnectomeRequests.checkDataset("cells", request.getCells(), faults);
        ConnectomeRequests.checkDataset("morphologies", request.getMorphologies(), faults);
        var asked = request.getSourcesCount() == 0 ? NUCLEI : request.getSourcesList();
        var nuclei = AskedNames.several("sources", asked, NUCLEI, faults);
        double width = request.getAxonWidthUm();
        if (width != 0 && !(width >= NARROWEST_UM && width <= WIDEST_UM)) {
            faults.add(new FieldFault(
                    "axon_width_um",
                    "is %s; the width of a fibre's arbour is %s to %s um.".formatted(width, NARROWEST_UM, WIDEST_UM)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The request for thalamic synapses cannot stay as it is.", faults);
        }
        return request.toBuilder()
                .clearSources()
                .addAllSources(NUCLEI.stream().filter(nuclei::contains).toList())
                .setAxonWidthUm(width == 0 ? width_um : width)
                .build();
    }
}
