package io.brainwright.agents.notebook;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.recipe.RecipeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the steps of a plan took over from another species, age, region or kind of cell: the tags of the recipe values that they rest on.
 *
 * @param action the step's; "own values" for those that the scientist put into the workspace's recipe
 * @param tag from what to what: "mouse visual to rat somatosensory cortex"
 * @param values how many recipe values have it
 * @param first the first of them
 */
record Generalised(String action, String tag, int values, String first) {
    private static final Pattern TAGS = Pattern.compile("\\[generalised: ([^\\]]+)\\]");
    private static final String CELLS = "rat-nbs1";
    private static final String SYNAPSES = "rat-nbs1-synapses";

    /** Part of a recipe that an action rests on; "" is all of it. */
    private record Part(String recipe, String under) {
        boolean holds(RecipeValue value) {
            return under.isEmpty() || value.path().startsWith(under + ".");
        }
    }

    /** In the order of the plan's steps and the recipes. */
    static List<Generalised> of(Plan plan) {
        var all = new ArrayList<Generalised>();
        for (var step : plan.steps()) {
            Map<String, List<RecipeValue>> byTag = new LinkedHashMap<>();
            for (var part : parts(step)) {
                RecipeFile.open(part.recipe()).values().stream()
                        .filter(part::holds)
                        .forEach(v -> v.generalised()
                                .forEach(tag -> byTag.computeIfAbsent(tag, _ -> new ArrayList<>())
                                        .add(v)));
            }
            byTag.forEach((tag, values) -> all.add(new Generalised(
                    step.action(), tag, values.size(), values.getFirst().path())));
        }
        all.addAll(own(plan));
        return all.stream().distinct().toList();
    }

    /** Tags of the scientist's own values, which a plan holds with their sources: "S1HL to S1Tr". */
    private static List<Generalised> own(Plan plan) {
        Map<String, List<String>> byTag = new LinkedHashMap<>();
        for (var assumption : plan.assumptions()) {
            var tags = OwnRecipe.holds(assumption) ? TAGS.matcher(assumption.source()) : null;
            if (tags != null && tags.find()) {
                for (var tag : tags.group(1).split(", ")) {
                    byTag.computeIfAbsent(tag, _ -> new ArrayList<>()).add(assumption.path());
                }
            }
        }
        return byTag.entrySet().stream()
                .map(e -> new Generalised(
                        "own values",
                        e.getKey(),
                        e.getValue().size(),
                        e.getValue().getFirst()))
                .toList();
    }

    /** As a section of an entry; empty where nothing was taken over. */
    static String section(Plan plan) {
        var all = of(plan);
        if (all.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("## Generalised\n\nWhat was measured elsewhere and holds here by assumption.\n\n");
        text.append("| step | from what to what | values | such as |\n|---|---|---:|---|\n");
        for (var one : all) {
            text.append("| %s | %s | %d | %s |\n"
                    .formatted(one.action(), MarkdownText.of(one.tag()), one.values(), MarkdownText.code(one.first())));
        }
        return text.append('\n').toString();
    }

    private static List<Part> parts(Step step) {
        var params = step.params();
        return switch (step.action()) {
            case "atlas.region" -> List.of(new Part(CELLS, "sheet"), new Part(CELLS, "layers"));
            case "placement.cells" -> {
                var parts = new ArrayList<>(
                        List.of(new Part(CELLS, "totals"), new Part(CELLS, "etypes"), new Part(CELLS, "mtypes")));
                if (params.has("classes")) {
                    parts.add(new Part(CELLS, "glia"));
                }
                yield parts;
            }
            case "connectome.local" -> {
                var parts = new ArrayList<>(List.of(
                        new Part(SYNAPSES, "touch"), new Part(SYNAPSES, "targets"), new Part(SYNAPSES, "pruning")));
                if (params.has("targeting")
                        || params.path("specificity").asString("").equals("em")) {
                    parts.add(new Part(SYNAPSES, "specificity"));
                }
                if (params.path("gap_junctions").asBoolean(false)) {
                    parts.add(new Part(SYNAPSES, "gap_junctions"));
                }
                yield parts;
            }
            case "connectome.mid_range" -> List.of(new Part("rat-nbs1-midrange", ""));
            case "connectome.thalamic" -> List.of(new Part(SYNAPSES, "thalamic"));
            case "connectome.physiology" -> List.of(new Part(SYNAPSES, "physiology"));
            case "sim.run" -> List.of(new Part("rat-nbs1-electrical", ""));
            default -> List.of();
        };
    }
}
