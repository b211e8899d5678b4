package io.brainwright.agents.plan;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Refuses invented numbers: every number of a plan stands in the scientist's words, in the workspace, or in an assumption.
 *
 * <p>A number that was said counts only for parameters of its own dimension: the 4 of "layer 4" excuses no 4 mM.
 */
public final class NumberFidelity {
    private static final double SAME = 1e-9;

    private NumberFidelity() {}

    /**
     * A number with an origin.
     *
     * @param value in the canonical unit
     * @param dimension what it measures
     */
    public record Said(double value, Dimension dimension) {}

    /** All numbers without an origin. */
    public static List<FieldFault> faults(Plan plan, List<Said> said) {
        var assumed =
                plan.assumptions().stream().collect(Collectors.toMap(Assumption::path, Assumption::value, (a, _) -> a));
        var faults = new ArrayList<FieldFault>();
        for (var step : plan.steps()) {
            visit(step.action(), "", step.params(), assumed, said, faults);
        }
        for (var variant : plan.variants()) {
            variant.set().forEach((path, value) -> visit(path, lastName(path), value, assumed, said, faults));
        }
        return faults;
    }

    private static void visit(
            String path,
            String name,
            JsonNode value,
            Map<String, JsonNode> assumed,
            List<Said> said,
            List<FieldFault> faults) {
        if (sameNumbers(assumed.get(path), value)) {
            return;
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(e -> visit(
                            path + "." + e.getKey(), named(name, e.getKey()), e.getValue(), assumed, said, faults));
        } else if (value.isArray()) {
            int i = 0;
            for (var item : value) {
                visit(path + "." + i++, name, item, assumed, said, faults);
            }
        } else if (value.isNumber() && said.stream().noneMatch(s -> covers(s, name, value.asDouble()))) {
            faults.add(new FieldFault(
                    path,
                    "%s stands neither in your words nor among the assumptions."
                            .formatted(CanonicalJson.number(value.asDouble()))));
        }
    }

    /** A name without a unit of its own ("excitatory", "sweep", an m-type) measures what its parent does. */
    private static String named(String parent, String name) {
        if (parent.equals("densities")) {
            return "densities_per_mm3";
        }
        return Dimension.ofName(name) == Dimension.NUMBER && Dimension.ofName(parent) != Dimension.NUMBER
                ? parent
                : name;
    }

    private static boolean covers(Said said, String name, double value) {
        var wanted = Dimension.ofName(name);
        var loose = said.dimension() == Dimension.NUMBER && wanted == Dimension.FRACTION;
        return (said.dimension() == wanted || loose) && close(said.value(), value);
    }

    private static boolean sameNumbers(@org.jspecify.annotations.Nullable JsonNode assumed, JsonNode value) {
        if (assumed == null) {
            return false;
        }
        return assumed.isNumber() && value.isNumber()
                ? close(assumed.asDouble(), value.asDouble())
                : assumed.equals(value);
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
