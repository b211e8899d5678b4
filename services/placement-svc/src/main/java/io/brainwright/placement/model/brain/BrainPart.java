package io.brainwright.placement.model.brain;

import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.placement.model.SystematicCounts;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * A part of the brain with all that it holds.
 *
 * @param acronym its name in requests and tables
 * @param title what it is, for people
 * @param volume_mm3 of the whole part
 * @param cells how many of each class, in the order of {@link CellClass}
 */
public record BrainPart(String acronym, String title, double volume_mm3, List<Long> cells) {
    /** In the order of the recipe's groups. */
    public static final List<String> ACRONYMS = List.of("CB", "Isocortex", "rest");

    private static final double MIDDLE = 0.5;

    /**
     * All parts of the mouse's brain. Neurons are split by the inhibitory share of the whole brain, other cells by the densities of glia: the
     * cerebellum's own, and elsewhere those of the striatum.
     *
     * @param totals the recipe 'mouse-ccf'
     * @param volumes the recipe 'mouse-brain', with the scientist's own numbers where there are some
     */
    public static List<BrainPart> mouse(RecipeFile totals, RecipeFile volumes) {
        var groups = totals.tree().path("region_groups");
        double inhibitory = totals.number("whole_brain.inhibitory_fraction");
        return IntStream.range(0, ACRONYMS.size())
                .mapToObj(i -> part(i, groups.path(i), inhibitory, totals, volumes))
                .toList();
    }

    private static BrainPart part(int index, JsonNode group, double inhibitory, RecipeFile totals, RecipeFile volumes) {
        var acronym = ACRONYMS.get(index);
        var neurons = split(group.path("neurons").asLong(), 1 - inhibitory, inhibitory);
        var glia = totals.tree().path("glia_density_per_mm3").path(acronym.equals("CB") ? "cerebellum" : "striatum");
        var others = split(
                group.path("other").asLong(),
                glia.path("astrocyte").asDouble(),
                glia.path("oligodendrocyte").asDouble(),
                glia.path("microglia").asDouble());
        return new BrainPart(
                acronym,
                group.path("name").asString(),
                volumes.number("regions." + acronym + ".volume_mm3"),
                LongStream.concat(LongStream.of(neurons), LongStream.of(others))
                        .boxed()
                        .toList());
    }

    private static long[] split(long total, double... shares) {
        return SystematicCounts.round(shares, total, MIDDLE);
    }

    /** All cells. */
    public long total() {
        return cells.stream().mapToLong(Long::longValue).sum();
    }

    /** Cells of each class in a share of it: each within one of its share, and so is their sum. */
    long[] cells(double fraction) {
        var expected = cells.stream().mapToDouble(n -> n).toArray();
        return SystematicCounts.round(expected, Math.round(fraction * total()), MIDDLE);
    }
}
