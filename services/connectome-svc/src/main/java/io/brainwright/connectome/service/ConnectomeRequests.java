package io.brainwright.connectome.service;

import io.brainwright.connectome.model.wiring.ConnectomeRecipe;
import io.brainwright.connectome.model.wiring.TouchRules;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.rpc.AskedNames;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks requests, fills their defaults, and translates them for the model. */
final class ConnectomeRequests {
    private static final double WIDEST_UM = 20;

    private ConnectomeRequests() {}

    static ConnectomeRequest complete(ConnectomeRequest request, ConnectomeRecipe recipe) {
        var faults = new ArrayList<FieldFault>();
        checkDataset("cells", request.getCells(), faults);
        checkDataset("morphologies", request.getMorphologies(), faults);
        checkReach("touch_distance_exc_um", request.getTouchDistanceExcUm(), faults);
        checkReach("touch_distance_inh_um", request.getTouchDistanceInhUm(), faults);
        var complete = request.toBuilder().clearOwnValues();
        if (request.hasOwnValues()) {
            OwnNumbers.complete(request.getOwnValues(), "connectome", recipe.file(), faults)
                    .ifPresent(complete::setOwnValues);
        }
        var known = recipe.targeting().names();
        var classes = request.getTargetingCount() == 0
                ? Set.<String>of()
                : AskedNames.several("targeting", request.getTargetingList(), known, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid("The request for synapses cannot stay as it is.", faults);
        }
        complete.clearTargeting();
        known.stream().filter(classes::contains).forEach(complete::addTargeting);
        if (request.getTouchDistanceExcUm() == 0) {
            complete.setTouchDistanceExcUm(recipe.reach_um());
        }
        if (request.getTouchDistanceInhUm() == 0) {
            complete.setTouchDistanceInhUm(recipe.reach_um());
        }
        return complete.build();
    }

    static TouchRules rules(ConnectomeRequest complete, ConnectomeRecipe recipe) {
        return recipe.touch(complete.getTouchDistanceExcUm(), complete.getTouchDistanceInhUm());
    }

    static DatasetId id(DatasetRef ref) {
        return new DatasetId(ref.getId());
    }

    static void checkDataset(String field, DatasetRef ref, List<FieldFault> faults) {
        if (ref.getId().isEmpty()) {
            faults.add(new FieldFault(field, "is missing; name a dataset."));
            return;
        }
        try {
            id(ref);
        } catch (Problem malformed) {
            faults.add(new FieldFault(field, malformed.sentence()));
        }
    }

    private static void checkReach(String field, double reach_um, List<FieldFault> faults) {
        if (!(reach_um >= 0 && reach_um <= WIDEST_UM)) {
            faults.add(new FieldFault(
                    field, "is %s; spines bridge up to some 2.5 um, at most %s.".formatted(reach_um, WIDEST_UM)));
        }
    }
}
