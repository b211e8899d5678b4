package io.brainwright.agents.planner;

import io.brainwright.neuro.lexicon.Entry;
import io.brainwright.neuro.lexicon.EntryKind;
import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.lexicon.Regions;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.CorticalRegion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is known of regions by name: whose atlas has them, what they contain, whether this version can build them. */
final class Places {
    private static final int MANY_PARTS = 2;

    private Places() {}

    /** The regions that this version builds. */
    static List<String> built() {
        return CorticalRecipe.open("rat-nbs1").regions().stream()
                .map(CorticalRegion::acronym)
                .toList();
    }

    static boolean isBuilt(String region) {
        return built().contains(region) || isSheet(region);
    }

    /** The whole sheet, under its names. */
    static boolean isSheet(String region) {
        return region.equals(CorticalRecipe.open("rat-nbs1").rootAcronym()) || region.equals("S1");
    }

    /** The species whose atlas names a region; the rat where several do. */
    static String species(JsonNode region) {
        var name = region.isArray() ? region.path(0).asString() : region.asString("");
        if (isBuilt(name)) {
            return "rat";
        }
        return Lexicon.open()
                .entry(EntryKind.REGION, name)
                .map(e -> e.facts("species").contains("rat")
                        ? "rat"
                        : e.fact("species").orElse("rat"))
                .orElse("rat");
    }

    /** Its parts, nearest first; none for a region without. */
    static List<String> parts(String region) {
        return Regions.of(Lexicon.open()).children(region);
    }

    /** Whether a region is so large that its size must be said: it has parts, and cannot be built as it is. */
    static boolean isLarge(String region) {
        return !isBuilt(region) && parts(region).size() >= MANY_PARTS;
    }

    /** Its name in words. */
    static String name(String region, io.brainwright.neuro.text.Language language) {
        return Lexicon.open()
                .entry(EntryKind.REGION, region)
                .map((Entry e) -> e.name(language))
                .orElse(region);
    }
}
