package io.brainwright.sim.cases;

import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.nmodl.Nmodl;
import io.brainwright.sim.model.nmodl.Published;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The mechanisms of a case: built-in ones, and those of the files that it names in {@code mechanism_files} (relative to the case).
 * A file's mechanism stands before a built-in one of the same name.
 */
record MechanismFiles(Map<String, Mechanism> read) {
    static MechanismFiles of(CaseFile file, JsonNode root) {
        var read = new HashMap<String, Mechanism>();
        for (var name : root.path("mechanism_files")) {
            var mechanism = Nmodl.read(file.sibling(name.asString()));
            read.put(mechanism.name(), mechanism);
        }
        return new MechanismFiles(Map.copyOf(read));
    }

    boolean has(String name) {
        return read.containsKey(name)
                || Published.has(name)
                || Mechanism.builtIn().stream().anyMatch(m -> m.name().equals(name));
    }

    Mechanism named(String name) {
        var mechanism = read.get(name);
        if (mechanism != null) {
            return mechanism;
        }
        return Published.has(name) ? Published.named(name) : Mechanism.named(name);
    }
}
