package io.brainwright.library.model.audit;

import io.brainwright.library.model.audit.Provenance.Tier;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values of recipes by origin.
 *
 * @param groups largest first
 * @param values how many values there are
 * @param generalised how many were measured elsewhere than in the tissue that the recipe describes
 * @param chosen how many were chosen rather than measured
 */
public record Audit(List<Group> groups, int values, int generalised, int chosen) {
    /** What values can be grouped by. */
    public static final List<String> NAMES = List.of("species", "age", "region", "source", "tier");

    /**
     * Values of one origin.
     *
     * @param words one for each name that was grouped by
     * @param values the values
     */
    public record Group(List<String> words, List<Provenance> values) {}

    /**
     * Groups the values of recipes.
     *
     * @param groupBy names of {@link #NAMES}; none group by source
     * @throws Problem INVALID where a name is none of those
     */
    public static Audit of(List<RecipeFile> recipes, List<String> groupBy) {
        var unknown = groupBy.stream().filter(n -> !NAMES.contains(n)).toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(
                    "This audit cannot be made.",
                    List.of(new FieldFault("group_by", "has %s; give any of %s".formatted(unknown, NAMES))));
        }
        var by = groupBy.isEmpty() ? List.of("source") : groupBy;
        var all = recipes.stream()
                .flatMap(r -> r.values().stream().map(v -> Provenance.of(r, v)))
                .toList();
        var groups =
                all.stream().collect(Collectors.groupingBy(p -> p.words(by), LinkedHashMap::new, Collectors.toList()));
        return new Audit(
                groups.entrySet().stream()
                        .map(e -> new Group(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingInt((Group g) -> g.values().size())
                                .reversed()
                                .thenComparing(g -> String.join("|", g.words())))
                        .toList(),
                all.size(),
                (int) all.stream()
                        .filter(p -> !p.value().generalised().isEmpty())
                        .count(),
                (int) all.stream().filter(p -> p.tier() == Tier.CHOSEN).count());
    }
}
