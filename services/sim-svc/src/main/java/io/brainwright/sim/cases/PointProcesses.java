package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Point processes of a case's mechanism files, named as the type of a synapse. */
final class PointProcesses {
    private PointProcesses() {}

    static SynapseType type(MechanismFiles files, JsonNode synapse) {
        var name = synapse.path("type").asString();
        if (!files.has(name)) {
            throw new NotSupported("synapse " + name);
        }
        var mechanism = files.named(name);
        if (!mechanism.isPoint()) {
            throw new NotSupported("synapse %s, which is a mechanism of the membrane".formatted(name));
        }
        return new SynapseType.Point(mechanism, numbers(synapse.path("parameters")));
    }

    /** Numbers by name. */
    static Map<String, Double> numbers(JsonNode object) {
        var numbers = new HashMap<String, Double>();
        for (var p : object.properties()) {
            if (!p.getValue().isNumber()) {
                throw new IllegalArgumentException(
                        "'%s' is %s where a number belongs".formatted(p.getKey(), p.getValue()));
            }
            numbers.put(p.getKey(), p.getValue().asDouble());
        }
        return numbers;
    }
}
