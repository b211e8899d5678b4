package io.brainwright.library.model.audit;

import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.recipe.RecipeValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where one value comes from, as its recipe tells it.
 *
 * @param recipe name of the recipe
 * @param value the value
 * @param species "rat"; "not named by the source" where a tag says so
 * @param age as the recipe tells it: "juvenile (P14)"
 * @param region full name of the recipe's root region, or the region a tag says it was generalised from
 * @param source the citation, or "chosen"
 * @param tier how near it is to a measurement in this tissue
 */
public record Provenance(
        String recipe, RecipeValue value, String species, String age, String region, String source, Tier tier) {
    private static final String UNTOLD = "not told";
    private static final Pattern TAG = Pattern.compile("(.+?) to (.+)");
    private static final Pattern SPECIES =
            Pattern.compile("mouse|mice|rat|human|macaque|monkey|cat|ferret|primate|guinea pig|rabbit|hamster");
    private static final Pattern AGE = Pattern.compile(
            "adult|juvenile|neonatal|young|old|aged|embryonic|infant|P\\d+.*", Pattern.CASE_INSENSITIVE);

    /** How near a value is to a measurement in the tissue that the recipe describes. */
    public enum Tier {
        /** Measured, and no tag says that it was generalised. */
        MEASURED,
        /** Measured elsewhere: in another species, age, region, layer or cell type. */
        GENERALISED,
        /** Chosen, with the reason. */
        CHOSEN;

        /** Its word in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The value's origin: what its tags say, else what its recipe says of itself. */
    public static Provenance of(RecipeFile recipe, RecipeValue value) {
        var told = recipe.tree().path("species").asString("");
        var species = told.isEmpty() ? UNTOLD : commonName(told.split(",")[0].strip());
        var age = told.contains(",") ? told.substring(told.indexOf(',') + 1).strip() : UNTOLD;
        var region = recipe.tree().path("root").path("full_name").asString(UNTOLD);
        for (var tag : value.generalised()) {
            if (tag.contains("species not named")) {
                species = "not named by the source";
            }
            var from = TAG.matcher(tag);
            if (from.matches() && SPECIES.matcher(from.group(1)).matches()) {
                species = from.group(1);
            } else if (from.matches() && AGE.matcher(from.group(1)).matches()) {
                age = from.group(1);
            } else if (from.matches() && from.group(1).matches(".*(region|cortex|hippocampus|thalamus|area).*")) {
                region = from.group(1);
            }
        }
        boolean chosen = value.source().startsWith("chosen:");
        var tier = chosen ? Tier.CHOSEN : value.generalised().isEmpty() ? Tier.MEASURED : Tier.GENERALISED;
        return new Provenance(recipe.name(), value, species, age, region, chosen ? "chosen" : value.source(), tier);
    }

    private static String commonName(String latin) {
        return switch (latin.toLowerCase(Locale.ROOT)) {
            case "rattus norvegicus" -> "rat";
            case "mus musculus" -> "mouse";
            case "homo sapiens" -> "human";
            default -> latin;
        };
    }

    /** Its words for names of groups: species, age, region, source, tier. */
    public List<String> words(List<String> groupBy) {
        return groupBy.stream()
                .map(name -> switch (name) {
                    case "species" -> species;
                    case "age" -> age;
                    case "region" -> region;
                    case "source" -> source;
                    case "tier" -> tier.word();
                    default -> throw new IllegalArgumentException(name);
                })
                .toList();
    }
}
