package io.brainwright.neuro.recipe;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.MorphClass;
import io.brainwright.neuro.vocabulary.SynapseClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the typed parts of a cortical recipe from its tree. */
final class CorticalRecipes {
    /** chosen: ten times the error that rounding fractions to four digits can make in a list of eleven. */
    private static final double ROUNDING = 0.005;

    private CorticalRecipes() {}

    static List<CorticalRegion> regions(RecipeFile file) {
        var list = new ArrayList<CorticalRegion>();
        for (var entry : at(file, "regions").properties()) {
            var patch = entry.getValue().path("patch");
            var name = entry.getValue().path("full_name").asString();
            list.add(new CorticalRegion(
                    entry.getKey(), name, patch.path(0).asInt(), patch.path(1).asInt()));
        }
        return List.copyOf(list);
    }

    static List<Layer> layers(RecipeFile file) {
        var list = new ArrayList<Layer>();
        double top_um = 0;
        for (var entry : at(file, "layers").properties()) {
            int number = Integer.parseInt(entry.getKey());
            assert number == list.size() + 1 : "layers run from the pia down: " + number;
            double thickness_um = file.number("layers." + number + ".thickness_um");
            var name = entry.getValue().path("full_name").asString();
            list.add(new Layer(number, name, top_um, thickness_um));
            top_um += thickness_um;
        }
        return List.copyOf(list);
    }

    static List<EType> etypes(RecipeFile file) {
        var list = new ArrayList<EType>();
        for (var entry : at(file, "etypes").properties()) {
            var aliases = new ArrayList<String>();
            entry.getValue().path("aliases").forEach(alias -> aliases.add(alias.asString()));
            list.add(
                    new EType(entry.getKey(), entry.getValue().path("full_name").asString(), aliases));
        }
        return List.copyOf(list);
    }

    static List<MType> mtypes(RecipeFile file, List<EType> etypes) {
        var list = new ArrayList<MType>();
        for (var entry : at(file, "mtypes").properties()) {
            var facts = entry.getValue();
            var densities = new TreeMap<Integer, Double>();
            facts.path("density_per_mm3")
                    .path("value")
                    .properties()
                    .forEach(d -> densities.put(
                            Integer.parseInt(d.getKey()), d.getValue().asDouble()));
            list.add(new MType(
                    entry.getKey(),
                    facts.path("full_name").asString(),
                    MorphClass.valueOf(facts.path("morph_class").asString()),
                    SynapseClass.valueOf(facts.path("synapse_class").asString()),
                    densities,
                    fractions(file, entry.getKey(), facts.path("etype_fraction").path("value"), etypes)));
        }
        return List.copyOf(list);
    }

    /** Shares of e-types, divided by their sum so that rounding in print does not lose a cell. */
    private static SortedMap<String, Double> fractions(
            RecipeFile file, String mtype, JsonNode published, List<EType> etypes) {
        var shares = new TreeMap<String, Double>();
        for (var share : published.properties()) {
            shares.merge(properName(share.getKey(), etypes), share.getValue().asDouble(), Double::sum);
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new Problem(
                    Kind.INVALID,
                    "ETYPE_FRACTIONS_NOT_ONE",
                    "The e-type fractions of %s in recipe '%s' add to %s.".formatted(mtype, file.name(), sum),
                    "They must add to 1, within %s for rounding.".formatted(ROUNDING),
                    Map.of("mtype", mtype, "recipe", file.name(), "sum", String.valueOf(sum)));
        }
        shares.replaceAll((_, share) -> share / sum);
        return shares;
    }

    private static String properName(String etype, List<EType> etypes) {
        for (var known : etypes) {
            if (known.aliases().contains(etype)) {
                return known.name();
            }
        }
        return etype;
    }

    static String text(RecipeFile file, String... path) {
        return at(file, path).asString();
    }

    private static JsonNode at(RecipeFile file, String... path) {
        var node = file.tree();
        for (var key : path) {
            node = node.path(key);
        }
        if (node.isMissingNode()) {
            var where = String.join(".", path);
            throw new Problem(
                    Kind.INVALID,
                    "RECIPE_PART_MISSING",
                    "Recipe '%s' has no '%s'.".formatted(file.name(), where),
                    "A cortical recipe has species, root, regions, sheet, layers, etypes and mtypes.",
                    Map.of("recipe", file.name(), "path", where));
        }
        return node;
    }
}
