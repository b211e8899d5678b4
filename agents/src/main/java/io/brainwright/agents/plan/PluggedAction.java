package io.brainwright.agents.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An action that a plugged-in stage brings along.
 *
 * @param stage name of the stage
 * @param name as plans call it: "lattice.cells"
 * @param meaning what it does, in one line
 * @param words by which a scientist asks for it, by language code
 * @param parameters in the order of the stage's description
 * @param reads kinds of things that it takes: "region", "cells", "morphologies", "synapses"
 * @param makes the kind of thing that it makes, "cells"; empty where only its own tables
 * @param away why it cannot run now; empty where it can
 */
public record PluggedAction(
        String stage,
        String name,
        String meaning,
        Map<String, List<String>> words,
        List<Parameter> parameters,
        List<String> reads,
        String makes,
        String away) {
    public PluggedAction {
        words = Map.copyOf(words);
        parameters = List.copyOf(parameters);
        reads = List.copyOf(reads);
    }

    /**
     * One of its parameters.
     *
     * @param type "number", "integer", "text" or "boolean", as in the vocabulary
     * @param unit SI spelling, "1" where it has none
     * @param min least value, negative infinity where there is none
     * @param max greatest value, infinity where there is none
     * @param values texts that are allowed; empty: any
     * @param byDefault value where none is said; null where one must be said
     * @param source of the default
     * @param words beside which its value is said, by language code
     */
    public record Parameter(
            String name,
            String type,
            String meaning,
            String unit,
            double min,
            double max,
            List<String> values,
            @Nullable JsonNode byDefault,
            String source,
            Map<String, List<String>> words) {
        public Parameter {
            values = List.copyOf(values);
            words = Map.copyOf(words);
        }

        /** Its default as the assumption of a plan; empty where a value must be said. */
        public Optional<Assumption> assumed(String action) {
            return byDefault == null
                    ? Optional.empty()
                    : Optional.of(new Assumption(action + "." + name, byDefault, unit, source, List.of()));
        }

        /** Its bounds in words; empty where it has none. */
        public String bounds() {
            boolean none = min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY;
            return none ? "" : "%s to %s%s".formatted(word(min), word(max), unit.equals("1") ? "" : " " + unit);
        }

        private static String word(double bound) {
            return Double.isInfinite(bound) ? "any" : CanonicalJson.number(bound);
        }
    }

    /** One of its parameters by name. */
    public Optional<Parameter> parameter(String parameter) {
        return parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
    }

    /** Its form within the vocabulary. */
    ObjectNode form() {
        var form = JsonNodeFactory.instance.objectNode();
        for (var p : parameters) {
            var one = form.putObject(p.name()).put("type", p.type()).put("meaning", p.meaning());
            if (!p.unit().equals("1")) {
                one.put("unit", p.unit());
            }
            if (!p.values().isEmpty()) {
                p.values().forEach(one.putArray("values")::add);
            }
        }
        return form;
    }
}
