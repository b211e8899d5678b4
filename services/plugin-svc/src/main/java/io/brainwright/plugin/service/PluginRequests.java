package io.brainwright.plugin.service;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.plugin.v1.PluginInput;
import io.brainwright.proto.plugin.v1.PluginRequest;
import io.brainwright.proto.stage.v1.InputKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests to plugged-in stages: every parameter with its value, every input in the order of the description. */
final class PluginRequests {
    private PluginRequests() {}

    /**
     * @param built whether the inputs exist; an estimate may come before them
     * @throws Problem INVALID with all faults together
     */
    static PluginRequest complete(Described described, PluginRequest request, boolean built) {
        var faults = new ArrayList<FieldFault>();
        var asked = described.action(request.getAction());
        if (asked.isEmpty()) {
            throw Problem.invalid(
                    "The request to '%s' cannot be meant.".formatted(described.name()),
                    List.of(new FieldFault(
                            "action",
                            "there is no '%s'; one of %s."
                                    .formatted(
                                            request.getAction(),
                                            described.actions().keySet()))));
        }
        var action = asked.get().told();
        var complete =
                request.toBuilder().setStage(described.name()).clearParameters().clearInputs();
        complete.addAllParameters(ParameterForm.complete(action, request.getParametersList(), faults));
        complete.addAllInputs(inputs(action.getInputsList(), request.getInputsList(), built, faults));
        boolean reads =
                action.getInputsList().stream().anyMatch(i -> i.getKind().equals(RegionInput.KIND));
        if (!reads) {
            complete.clearTissue();
        } else if (request.getTissue().getRegion().isBlank()) {
            faults.add(new FieldFault("tissue.region", "is missing; name the region, such as S1HL."));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The request to '%s' is not complete.".formatted(described.name()), faults);
        }
        return complete.build();
    }

    private static List<PluginInput> inputs(
            List<InputKind> kinds, List<PluginInput> given, boolean built, List<FieldFault> faults) {
        Map<String, PluginInput> byKind = new HashMap<>();
        given.forEach(i -> byKind.put(i.getKind(), i));
        var inputs = new ArrayList<PluginInput>();
        for (var kind : kinds) {
            var input = byKind.getOrDefault(
                    kind.getKind(),
                    PluginInput.newBuilder().setKind(kind.getKind()).build());
            if (built && !input.getDataset().getId().matches("[0-9a-f]{64}")) {
                faults.add(new FieldFault(
                        "inputs." + kind.getKind(),
                        "'%s'; name the dataset by 64 hexadecimal digits."
                                .formatted(input.getDataset().getId())));
            }
            inputs.add(input);
        }
        return inputs;
    }
}
