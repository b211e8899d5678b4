package io.brainwright.connectome.service;

import io.brainwright.connectome.model.edit.Manipulation;
import io.brainwright.connectome.model.edit.ModelKind;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import io.brainwright.proto.connectome.v1.ByModel;
import io.brainwright.proto.connectome.v1.EditRequest;
import java.util.ArrayList;
import java.util.List;

/** Checks requests for manipulated synapses, and translates them for the model. */
final class EditRequests {
    private static final double SHORTEST_DELAY_MS = 0.025;
    private static final double LARGEST = 1000;
    private static final double MOST_ADDED = 10;

    private EditRequests() {}

    static EditRequest complete(EditRequest request) {
        var faults = new ArrayList<FieldFault>();
        ConnectomeRequests.checkDataset("synapses", request.getSynapses(), faults);
        ConnectomeRequests.checkDataset("cells", request.getCells(), faults);
        switch (request.getOpCase()) {
            case REMOVE_FRACTION -> between("remove_fraction", request.getRemoveFraction(), 0, 1, faults);
            case WEIGHT_FACTOR -> between("weight_factor", request.getWeightFactor(), 0, LARGEST, faults);
            case DELAY_MS -> between("delay_ms", request.getDelayMs(), SHORTEST_DELAY_MS, LARGEST, faults);
            case REWIRE -> {
                checkModel("rewire", request.getRewire(), faults);
                between("rewire.fraction", request.getRewire().getFraction(), 0, 1, faults);
            }
            case ADD -> {
                checkModel("add", request.getAdd(), faults);
                between("add.fraction", request.getAdd().getFraction(), 0, MOST_ADDED, faults);
            }
            case OP_NOT_SET ->
                faults.add(new FieldFault(
                        "op", "is missing; give remove_fraction, weight_factor, delay_ms, rewire or add."));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The synapses cannot be edited as asked.", faults);
        }
        return request;
    }

    static Manipulation manipulation(EditRequest complete) {
        return switch (complete.getOpCase()) {
            case REMOVE_FRACTION -> new Manipulation.Removal(complete.getRemoveFraction(), complete.getSeed());
            case WEIGHT_FACTOR -> new Manipulation.WeightScaling(complete.getWeightFactor());
            case DELAY_MS -> new Manipulation.FixedDelay(complete.getDelayMs());
            case REWIRE ->
                new Manipulation.Rewiring(
                        model(complete.getRewire()), complete.getRewire().getFraction(), complete.getSeed());
            case ADD ->
                new Manipulation.Addition(
                        model(complete.getAdd()), complete.getAdd().getFraction(), complete.getSeed());
            case OP_NOT_SET -> throw new AssertionError("a complete request has an operation");
        };
    }

    private static void checkModel(String field, ByModel by, List<FieldFault> faults) {
        if (ModelKind.named(by.getModel()).isEmpty()) {
            faults.add(new FieldFault(
                    field + ".model",
                    by.getModel().isEmpty()
                            ? "is missing; give %s.".formatted(String.join(", ", ModelKind.words()))
                            : NearestNames.sentence(by.getModel(), ModelKind.words())));
        }
    }

    private static ModelKind model(ByModel by) {
        return ModelKind.named(by.getModel()).orElseThrow();
    }

    private static void between(String field, double value, double least, double most, List<FieldFault> faults) {
        if (!(value >= least && value <= most)) {
            faults.add(new FieldFault(field, "is %s; %s to %s.".formatted(value, least, most)));
        }
    }
}
