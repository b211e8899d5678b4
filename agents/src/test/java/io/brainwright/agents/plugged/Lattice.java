package io.brainwright.agents.plugged;

import io.brainwright.agents.plan.Plugged;
import io.brainwright.agents.plan.PluggedAction;
import io.brainwright.agents.plan.PluggedActions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The actions of examples/plugin-placement-lattice, as a planner sees them; a test takes the stage away at will. */
final class Lattice implements Plugged {
    private static final double NONE = Double.POSITIVE_INFINITY;

    String away = "";

    @Override
    public PluggedActions actions() {
        return new PluggedActions(List.of(new PluggedAction(
                "lattice",
                "lattice.cells",
                "Places cells on a hexagonal lattice.",
                Map.of(
                        "en", List.of("on a hexagonal lattice"),
                        "de", List.of("auf einem hexagonalen Gitter"),
                        "fr", List.of("sur un réseau hexagonal"),
                        "es", List.of("en una red hexagonal")),
                List.of(
                        parameter(
                                "spacing_um",
                                "um",
                                15,
                                200,
                                25,
                                Map.of("en", List.of("spacing", "spaced"), "de", List.of("Abstand"))),
                        parameter("jitter", "1", 0, 0.25, 0.1, Map.of("en", List.of("jitter"))),
                        parameter("count", "1", 0, NONE, 0, Map.of()),
                        parameter("seed", "1", 0, NONE, 0, Map.of())),
                List.of("region"),
                "cells",
                away)));
    }

    private static PluggedAction.Parameter parameter(
            String name, String unit, double min, double max, double value, Map<String, List<String>> words) {
        boolean whole = unit.equals("1") && !name.equals("jitter");
        var json = JsonNodeFactory.instance;
        return new PluggedAction.Parameter(
                name,
                whole ? "integer" : "number",
                "The " + name,
                unit,
                min,
                max,
                List.of(),
                value == Math.rint(value) ? json.numberNode((long) value) : json.numberNode(value),
                "chosen: for the test",
                words);
    }

    @Override
    public Optional<Cost> cost(PluggedAction action, ObjectNode params, ObjectNode region) {
        return Optional.of(
                new Cost(3, 1_000_000, 2_000, params.path("count").asDouble(0), "cells", List.of("some sites")));
    }
}
