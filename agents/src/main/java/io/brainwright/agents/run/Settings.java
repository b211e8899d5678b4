package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.plan.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of a plan: variants times swept values times repeats. A step runs once under each setting that differs in
 * something that reaches it: cells are placed once, whatever is swept in the simulation.
 */
final class Settings {
    private static final String REPEATED = "sim.run";

    private final Plan plan;
    private final StepOrder order;
    private final List<Variant> variants;
    private final List<Setting> all;

    Settings(Plan plan, StepOrder order) {
        this.plan = plan;
        this.order = order;
        variants = plan.variants().isEmpty() ? List.of(new Variant(Setting.PLAIN, Map.of())) : plan.variants();
        all = everything();
    }

    private List<Setting> everything() {
        var settings = new ArrayList<Setting>();
        for (var variant : variants) {
            var sweeps = new Sweeps();
            plan.steps().forEach(step -> sweeps.add(prefix(step), varied(step, variant)));
            int repeats = plan.steps(REPEATED).stream()
                    .mapToInt(s -> varied(s, variant).path("repeats").asInt(1))
                    .max()
                    .orElse(1);
            for (var under : sweeps.combinations()) {
                for (int repeat = 0; repeat < Math.max(1, repeats); repeat++) {
                    settings.add(new Setting(variant.name(), under, repeat));
                }
            }
        }
        return settings;
    }

    /** The settings under which a step runs. */
    List<Setting> of(Step step) {
        var distinct = new LinkedHashSet<Setting>();
        all.forEach(setting -> distinct.add(seenBy(step, setting)));
        return List.copyOf(distinct);
    }

    /** What of a setting reaches a step. */
    Setting seenBy(Step step, Setting setting) {
        var reached = order.reaching(step);
        var prefixes = new LinkedHashSet<String>();
        reached.forEach(s -> prefixes.add(prefix(s) + "."));
        var under = new LinkedHashMap<String, JsonNode>();
        setting.under().forEach((path, value) -> {
            if (prefixes.stream().anyMatch(path::startsWith)) {
                under.put(path, value);
            }
        });
        boolean varied = reached.stream().anyMatch(this::isVaried);
        boolean repeated = reached.stream().anyMatch(s -> s.action().equals(REPEATED));
        return new Setting(varied ? setting.variant() : Setting.PLAIN, under, repeated ? setting.repeat() : 0);
    }

    /** A step's parameters under a setting. */
    ObjectNode params(Step step, Setting setting) {
        var variant = variants.stream()
                .filter(v -> v.name().equals(setting.variant()))
                .findFirst()
                .orElse(variants.getFirst());
        var params = Sweeps.resolved(prefix(step), varied(step, variant), setting.under());
        if (step.action().equals(REPEATED) && setting.repeat() > 0) {
            params.put("seed", params.path("seed").asLong(0) + setting.repeat());
        }
        return params;
    }

    private boolean isVaried(Step step) {
        return plan.variants().stream().anyMatch(v -> v.set().keySet().stream().anyMatch(path -> belongs(step, path)));
    }

    private static boolean belongs(Step step, String path) {
        return path.startsWith(step.action() + ".") || path.startsWith(step.id() + ".");
    }

    private ObjectNode varied(Step step, Variant variant) {
        var params = step.params();
        variant.set().forEach((path, value) -> {
            if (belongs(step, path)) {
                var name = path.startsWith(step.action() + ".") ? step.action() : step.id();
                set(params, path.substring(name.length() + 1), value);
            }
        });
        return params;
    }

    /** Sets a value by its dotted path; a number is a place in a list; objects on the way are made. */
    private static void set(JsonNode at, String path, JsonNode value) {
        int dot = path.indexOf('.');
        var name = dot < 0 ? path : path.substring(0, dot);
        if (at.isArray()) {
            int place = Integer.parseInt(name);
            if (dot < 0) {
                ((tools.jackson.databind.node.ArrayNode) at).set(place, value);
            } else {
                set(at.get(place), path.substring(dot + 1), value);
            }
        } else if (dot < 0) {
            ((ObjectNode) at).set(name, value);
        } else {
            var object = (ObjectNode) at;
            if (!object.path(name).isContainer()) {
                object.set(name, JsonNodeFactory.instance.objectNode());
            }
            set(object.get(name), path.substring(dot + 1), value);
        }
    }

    /** How paths name a step: by its action, or by its id where the plan has the action more than once. */
    private String prefix(Step step) {
        return plan.steps(step.action()).size() > 1 ? step.id() : step.action();
    }

    /** Names of the variants. */
    Set<String> variantNames() {
        var names = new LinkedHashSet<String>();
        variants.forEach(v -> names.add(v.name()));
        return names;
    }
}
