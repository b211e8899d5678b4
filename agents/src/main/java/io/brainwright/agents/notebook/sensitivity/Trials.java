package io.brainwright.agents.notebook.sensitivity;

import io.brainwright.agents.notebook.verdict.Numbers;
import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanPatch;
import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The variations of a plan, one assumption at a time: each numeric alternative that the plan names; where it names none, 20 % less
 * and 20 % more.
 *
 * @param trials what is to be run
 * @param leftOut assumptions that are not varied, with the reason
 */
public record Trials(List<Trial> trials, Map<String, String> leftOut) {
    private static final double STEP = 0.20;
    private static final Pattern NUMBERS =
            Pattern.compile("^(-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?)(?:\\s*(?:to|-|–)\\s*(\\d+(?:\\.\\d+)?))?(?![\\d.])");

    public Trials {
        trials = List.copyOf(trials);
    }

    /**
     * @param plan the plan of an entry
     * @param only path of the one assumption to vary; null: all
     * @throws Problem NOT_FOUND where the plan has no such assumption
     */
    public static Trials of(Plan plan, @Nullable String only) {
        var paths = plan.assumptions().stream().map(Assumption::path).distinct().toList();
        if (only != null && !paths.contains(only)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "ASSUMPTION_NOT_FOUND",
                    "The plan assumes nothing about '%s'.".formatted(only),
                    NearestNames.sentence(only, paths),
                    Map.of("path", only));
        }
        var trials = new ArrayList<Trial>();
        var leftOut = new LinkedHashMap<String, String>();
        for (int i = 0; i < plan.assumptions().size(); i++) {
            var a = plan.assumptions().get(i);
            boolean wanted = only == null || a.path().equals(only) || a.path().endsWith(".seed");
            if (wanted) {
                vary(plan, i, trials, leftOut);
            }
        }
        return new Trials(trials, leftOut);
    }

    private static void vary(Plan plan, int index, List<Trial> trials, Map<String, String> leftOut) {
        var a = plan.assumptions().get(index);
        var place = ParameterPlace.of(plan, a.path());
        if (!a.value().isNumber()) {
            leftOut.put(a.path(), "is no number");
        } else if (place == null && !OwnRecipe.holds(a)) {
            leftOut.put(a.path(), "follows from the rest of the plan; no step holds it");
        } else {
            var alternatives = alternatives(a);
            var why = "an alternative that the plan names";
            if (alternatives.isEmpty()) {
                alternatives = around(a);
                why = "20 % off";
            }
            if (alternatives.isEmpty()) {
                leftOut.put(a.path(), "is 0 and the plan names no other number");
            }
            for (var value : alternatives) {
                trials.add(new Trial(a.path(), a.unit(), a.value(), value, why, with(plan, index, place, value)));
            }
        }
    }

    private static List<JsonNode> alternatives(Assumption a) {
        var values = new ArrayList<JsonNode>();
        for (var words : a.alternatives()) {
            var found = NUMBERS.matcher(words.strip());
            if (found.find()) {
                add(values, a, new BigDecimal(found.group(1)));
                if (found.group(2) != null) {
                    add(values, a, new BigDecimal(found.group(2)));
                }
            }
        }
        return values;
    }

    private static List<JsonNode> around(Assumption a) {
        var values = new ArrayList<JsonNode>();
        if (!a.path().endsWith(".seed")) {
            var base = a.value().decimalValue();
            add(values, a, base.multiply(BigDecimal.valueOf(1 - STEP)));
            add(values, a, base.multiply(BigDecimal.valueOf(1 + STEP)));
        }
        return values;
    }

    /** Counts stay whole: a name without a unit of a whole number is a count. */
    private static void add(List<JsonNode> values, Assumption a, BigDecimal value) {
        boolean count = a.unit().equals("1")
                && a.value().asDouble() == Math.rint(a.value().asDouble())
                && !a.path().endsWith("_fraction")
                && !a.path().endsWith("_scale");
        JsonNode node = count && value.stripTrailingZeros().scale() <= 0
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : count
                        ? JsonNodeFactory.instance.numberNode(Math.round(value.doubleValue()))
                        : JsonNodeFactory.instance.numberNode(value.doubleValue());
        boolean known = values.stream().anyMatch(v -> v.asDouble() == node.asDouble());
        if (!known && node.asDouble() != a.value().asDouble()) {
            values.add(node);
        }
    }

    /** @param place of the parameter; null for a recipe value, which a run takes from the assumption itself */
    private static Plan with(Plan plan, int assumption, @Nullable String place, JsonNode value) {
        var patch = JsonNodeFactory.instance.arrayNode();
        if (place != null) {
            replace(patch, place, value);
        }
        replace(patch, "/assumptions/%d/value".formatted(assumption), value);
        replace(
                patch,
                "/assumptions/%d/source".formatted(assumption),
                JsonNodeFactory.instance.stringNode("chosen: varied from %s to see whether it matters"
                        .formatted(Numbers.text(
                                plan.assumptions().get(assumption).value().asDouble()))));
        return ParameterPlace.withoutPictures(PlanPatch.apply(plan, patch));
    }

    private static void replace(ArrayNode patch, String path, JsonNode value) {
        patch.addObject().put("op", "replace").put("path", path).set("value", value);
    }
}
