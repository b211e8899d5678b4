package io.brainwright.neuro.recipe;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A recipe of a cortical sheet, typed: regions, layers, m-types, e-types. The numbers behind it, with unit, source and
 * alternatives, are those of {@link #file()}.
 */
public final class CorticalRecipe {
    private static final Map<String, CorticalRecipe> OPEN = new ConcurrentHashMap<>();

    private final RecipeFile file;
    private final List<CorticalRegion> regions;
    private final List<Layer> layers;
    private final List<EType> etypes;
    private final List<MType> mtypes;

    private CorticalRecipe(RecipeFile file) {
        this.file = file;
        this.regions = CorticalRecipes.regions(file);
        this.layers = CorticalRecipes.layers(file);
        this.etypes = CorticalRecipes.etypes(file);
        this.mtypes = CorticalRecipes.mtypes(file, etypes);
    }

    /**
     * Opens a recipe that ships with Brainwright; read once, then kept.
     *
     * @param name its name, e.g. {@code rat-nbs1}
     * @throws Problem NOT_FOUND where there is none of that name
     */
    public static CorticalRecipe open(String name) {
        return OPEN.computeIfAbsent(name, n -> new CorticalRecipe(RecipeFile.open(n)));
    }

    /** Types a recipe that was read from elsewhere. */
    public static CorticalRecipe of(RecipeFile file) {
        return new CorticalRecipe(file);
    }

    /**
     * This recipe with the scientist's own numbers in some places. A layer's own density or inhibitory share scales the m-types of the layer
     * by one factor for each synapse class, so that their proportions stay.
     *
     * @throws Problem NOT_FOUND where the recipe has no such number
     */
    public CorticalRecipe with(List<OwnNumber> numbers) {
        return numbers.isEmpty() ? this : new CorticalRecipe(LayerDensities.spread(file.with(numbers), numbers));
    }

    /** Every number with its source. */
    public RecipeFile file() {
        return file;
    }

    /** Species and age, in words. */
    public String species() {
        return CorticalRecipes.text(file, "species");
    }

    /** Acronym of the whole sheet. */
    public String rootAcronym() {
        return CorticalRecipes.text(file, "root", "acronym");
    }

    /** Name of the whole sheet in words. */
    public String rootName() {
        return CorticalRecipes.text(file, "root", "full_name");
    }

    /** Its subregions. */
    public List<CorticalRegion> regions() {
        return regions;
    }

    /** Layers, from the pia down. */
    public List<Layer> layers() {
        return layers;
    }

    /**
     * One layer.
     *
     * @param number 1 at the pia
     */
    public Layer layer(int number) {
        assert number >= 1 && number <= layers.size() : "layer " + number;
        return layers.get(number - 1);
    }

    /** From the pia to the white matter. */
    public double thickness_um() {
        return layers.getLast().bottom_um();
    }

    /** E-types. */
    public List<EType> etypes() {
        return etypes;
    }

    /** M-types, in the order of the recipe: by layer, interneurons before pyramidal cells. */
    public List<MType> mtypes() {
        return mtypes;
    }

    /**
     * One m-type.
     *
     * @throws Problem NOT_FOUND with the nearest names
     */
    public MType mtype(String name) {
        for (var mtype : mtypes) {
            if (mtype.name().equals(name)) {
                return mtype;
            }
        }
        var names = mtypes.stream().map(MType::name).toList();
        throw new Problem(
                Kind.NOT_FOUND,
                "MTYPE_NOT_FOUND",
                "Recipe '%s' has no m-type '%s'.".formatted(file.name(), name),
                NearestNames.sentence(name, names),
                Map.of("recipe", file.name(), "mtype", name));
    }

    /** Neurons of all m-types per mm3 of one layer. */
    public double neurons_per_mm3(int layer) {
        return mtypes.stream().mapToDouble(m -> m.density_per_mm3(layer)).sum();
    }

    /** Share of inhibitory neurons in one layer. */
    public double inhibitoryFraction(int layer) {
        double inhibitory = mtypes.stream()
                .filter(m -> !m.excitatory())
                .mapToDouble(m -> m.density_per_mm3(layer))
                .sum();
        return inhibitory / neurons_per_mm3(layer);
    }
}
