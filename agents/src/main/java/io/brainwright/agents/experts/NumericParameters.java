package io.brainwright.agents.experts;

import io.brainwright.agents.plan.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parameters of plans that hold numbers, by path: what a check can watch. */
final class NumericParameters {
    private final Set<String> paths = new TreeSet<>();
    private final Set<String> stages = new TreeSet<>();

    private NumericParameters(JsonNode actions) {
        for (var action : actions.properties()) {
            stages.add(action.getKey().split("\\.", 2)[0]);
            fields(action.getKey(), action.getValue());
        }
    }

    /** Those of this version's vocabulary. */
    static NumericParameters open() {
        try (var in = Vocabulary.class.getResourceAsStream("vocabulary.json")) {
            return new NumericParameters(JsonMapper.shared().readTree(in).path("actions"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Paths such as "sim.run.stimuli.amplitude_nA". */
    Set<String> paths() {
        return paths;
    }

    /** First words of the actions: "sim". */
    Set<String> stages() {
        return stages;
    }

    private void fields(String path, JsonNode forms) {
        forms.properties().forEach(e -> form(path + "." + e.getKey(), e.getValue()));
    }

    private void form(String path, JsonNode form) {
        var type = form.path("type").asString("");
        if (type.contains("number") || type.contains("integer")) {
            paths.add(path);
        }
        if (form.path("fields").isObject()) {
            fields(path, form.get("fields"));
        }
        if (form.path("of").isObject()) {
            form(path, form.get("of"));
        }
    }
}
