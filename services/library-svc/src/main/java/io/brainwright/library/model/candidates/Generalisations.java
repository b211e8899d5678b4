package io.brainwright.library.model.candidates;

import io.brainwright.library.model.extraction.Tissue;
import io.brainwright.library.model.extraction.context.Mention;
import io.brainwright.library.model.extraction.context.Mentions;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tags for what a value was measured in and the recipe is not: another species, age or region, or one that the source does not tell. */
final class Generalisations {
    /** What the atlas's acronyms and papers call the recipe's own tissue. */
    private static final Set<String> S1 = Set.of("S1", "S1HL", "S1FL");

    private Generalisations() {}

    static List<String> of(Tissue tissue, RecipeFile recipe) {
        var described = recipe.tree().path("species").asString("");
        var over = described.toLowerCase(Locale.ROOT);
        var tags = new ArrayList<String>();
        var species = first(described, Mention.Kind.SPECIES);
        if (tissue.species().isEmpty()) {
            tags.add("species not named by the source");
        } else if (!species.isEmpty() && !tissue.species().equals(species)) {
            tags.add(tissue.species() + " to " + species);
        }
        var age = first(described, Mention.Kind.AGE);
        if (tissue.age().isEmpty()) {
            tags.add("age not named by the source");
        } else if (!over.contains(tissue.age().toLowerCase(Locale.ROOT))
                && !tissue.age().equals(age)) {
            tags.add(tissue.age() + " to " + (age.isEmpty() ? described : age));
        }
        var region = recipe.tree().path("root").path("acronym").asString("nbS1");
        if (tissue.region().isEmpty()) {
            tags.add("region not named by the source");
        } else if (!S1.contains(tissue.region())) {
            tags.add(tissue.region() + " to " + region);
        } else if (!tissue.region().equals("S1")) {
            tags.add(tissue.region() + " to all of " + region);
        }
        return List.copyOf(tags);
    }

    private static String first(String text, Mention.Kind kind) {
        return Mentions.find(text, 0, text.length()).stream()
                .filter(m -> m.kind() == kind)
                .findFirst()
                .map(Mention::value)
                .orElse("");
    }
}
