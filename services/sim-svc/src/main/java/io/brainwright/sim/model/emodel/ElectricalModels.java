package io.brainwright.sim.model.emodel;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.sim.model.cell.Appended;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** All electrical models of a recipe. */
public final class ElectricalModels {
    /** The recipe that ships with Brainwright. */
    public static final String RECIPE = "rat-nbs1-electrical";

    private final List<ElectricalModel> models;

    private ElectricalModels(List<ElectricalModel> models) {
        this.models = List.copyOf(models);
    }

    /** Those of juvenile rat somatosensory cortex. */
    public static ElectricalModels open() {
        return of(RecipeFile.open(RECIPE));
    }

    /** Those of a recipe with the same keys. */
    public static ElectricalModels of(RecipeFile recipe) {
        var models = new ArrayList<ElectricalModel>();
        recipe.tree().path("models").properties().forEach(e -> models.add(model(recipe, e.getKey(), e.getValue())));
        return new ElectricalModels(models);
    }

    public List<ElectricalModel> all() {
        return models;
    }

    /**
     * The model for a cell.
     *
     * @throws Problem INVALID, naming the e-types there are, where none is known
     */
    public ElectricalModel of(String etype, int layer) {
        for (var model : models) {
            if (model.fits(etype, layer)) {
                return model;
            }
        }
        var known = new TreeSet<String>();
        models.forEach(m -> known.addAll(m.etypes()));
        throw new Problem(
                Kind.INVALID,
                "NO_ELECTRICAL_MODEL",
                "There is no electrical model for e-type '%s' in layer %d.".formatted(etype, layer),
                "Models exist for %s; add one to the recipe '%s'.".formatted(known, RECIPE),
                Map.of("etype", etype, "layer", String.valueOf(layer), "known", known.toString()));
    }

    private static ElectricalModel model(RecipeFile recipe, String name, JsonNode node) {
        var numbers = new ModelNumbers(recipe, name);
        return new ElectricalModel(
                name,
                texts(node.path("e_types")),
                layers(node.path("layers")),
                new CellModel(new MembraneReader(recipe, numbers).groups(), ions(recipe)),
                stub(numbers),
                recipe.number("fixed.Ra_ohm_cm"));
    }

    private static Ions ions(RecipeFile recipe) {
        return new Ions(
                recipe.number("fixed.ena_mV"),
                recipe.number("fixed.ek_mV"),
                recipe.number("fixed.cao_mM"),
                recipe.number("fixed.cai_mM"));
    }

    private static List<Appended> stub(ModelNumbers numbers) {
        return Appended.axonStub(numbers.number("stub.first_um"), numbers.number("stub.then_um"), /* myelin */ false);
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private static List<Integer> layers(JsonNode list) {
        var layers = new ArrayList<Integer>();
        list.forEach(item -> layers.add(item.asInt()));
        return layers;
    }
}
