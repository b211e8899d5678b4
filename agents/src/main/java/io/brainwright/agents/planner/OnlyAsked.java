package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Plan;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds a plan against what the scientist's own words ask for, for plans that were written after reading text of others.
 *
 * <p>Its actions are those that the built-in planner reads out of the words, and its names stand in the words or in that reading. So
 * nothing that stood in a paper, a file or a tool's answer can become a step or the name of anything in one.
 */
public final class OnlyAsked {
    private OnlyAsked() {}

    /**
     * Lets a plan pass.
     *
     * @param plan the plan
     * @param asked what the built-in planner made of the same words; null where it made no plan
     * @param words the scientist's
     * @throws Problem INVALID with every step and name that the words do not ask for
     */
    public static void check(Plan plan, @Nullable Plan asked, List<String> words) {
        Set<String> actions = asked == null
                ? Set.of()
                : asked.steps().stream().map(s -> s.action()).collect(Collectors.toSet());
        var names = new HashSet<String>();
        if (asked != null) {
            asked.steps().forEach(s -> texts(s.params(), names));
            asked.variants().forEach(v -> v.set().values().forEach(value -> texts(value, names)));
        }
        var said = String.join(" ", words).toLowerCase(Locale.ROOT);
        var faults = new ArrayList<FieldFault>();
        for (var step : plan.steps()) {
            if (!actions.contains(step.action())) {
                faults.add(new FieldFault(
                        step.id(),
                        "%s is not what your words ask for, and text of others was read.".formatted(step.action())));
                continue;
            }
            var found = new HashSet<String>();
            texts(step.params(), found);
            found.stream()
                    .filter(name -> !names.contains(name) && !said.contains(name.toLowerCase(Locale.ROOT)))
                    .forEach(name -> faults.add(new FieldFault(
                            step.id(), "'%s' stands not in your words, and text of others was read.".formatted(name))));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("This plan goes beyond your words.", faults);
        }
    }

    private static void texts(JsonNode node, Set<String> texts) {
        if (node.isString()) {
            texts.add(node.asString());
        }
        node.forEach(child -> texts(child, texts));
    }
}
