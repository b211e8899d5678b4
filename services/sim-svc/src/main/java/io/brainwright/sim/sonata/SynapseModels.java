package io.brainwright.sim.sonata;

import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sonata.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Synapse models of BMTK, with the files that hold their numbers; each pair is read once. */
final class SynapseModels {
    private final Optional<Path> folder;
    private final Map<List<String>, Found> read = new HashMap<>();

    /** @param folder {@code synaptic_models_dir} */
    SynapseModels(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * A model, or what is wrong.
     *
     * @param attribute of the edge that is wrong
     */
    record Found(Optional<SynapseType> type, String attribute, String fault) {
        static Found wrong(String attribute, String fault) {
            return new Found(Optional.empty(), attribute, fault);
        }
    }

    Found of(String template, String parameters) {
        return read.computeIfAbsent(List.of(template, parameters), _ -> found(template, parameters));
    }

    private Found found(String template, String parameters) {
        boolean one = template.equals("expsyn");
        if (!one && !template.equalsIgnoreCase("exp2syn")) {
            return Found.wrong("model_template", "is '%s'; exp2syn and expsyn are simulated".formatted(template));
        }
        if (parameters.isEmpty() || folder.isEmpty()) {
            return Found.wrong(
                    "dynamics_params",
                    "is '%s'; a file in synaptic_models_dir of components belongs there".formatted(parameters));
        }
        var file = folder.get().resolve(parameters);
        if (!Files.isRegularFile(file)) {
            return Found.wrong("dynamics_params", "is '%s', which is not in %s".formatted(parameters, folder.get()));
        }
        return read(JsonFile.read(file), file, one);
    }

    private static Found read(JsonNode tree, Path file, boolean one) {
        var missing = new ArrayList<String>();
        for (var name : one ? List.of("tau1", "erev") : List.of("tau1", "tau2", "erev")) {
            if (!tree.path(name).isNumber()) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            return Found.wrong("dynamics_params", "is '%s', which has no number %s".formatted(file, missing));
        }
        double rise_ms = tree.path("tau1").asDouble();
        double erev_mV = tree.path("erev").asDouble();
        if (one) {
            return new Found(Optional.of(new SynapseType.ExpSyn(rise_ms, erev_mV)), "", "");
        }
        double decay_ms = tree.path("tau2").asDouble();
        if (!(rise_ms > 0 && rise_ms < decay_ms)) {
            return Found.wrong(
                    "dynamics_params",
                    "is '%s' with tau1 = %s and tau2 = %s; above 0, and tau1 below tau2"
                            .formatted(file, rise_ms, decay_ms));
        }
        return new Found(Optional.of(new SynapseType.Exp2Syn(rise_ms, decay_ms, erev_mV)), "", "");
    }
}
