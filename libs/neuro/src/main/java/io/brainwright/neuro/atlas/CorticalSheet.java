package io.brainwright.neuro.atlas;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.OwnNumber;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A curved sheet of cortex: a spherical cap cut into concentric layers of the published thicknesses and into patches of
 * equal area. The apex of the pia is the origin, +y points out of the brain there, +x is lateral, +z posterior; um.
 *
 * <pre>{@code
 *   depth(p)     = R - |p - c|,     c = (0, -R, 0)
 *   direction(p) = (p - c) / |p - c|
 * }</pre>
 *
 * Depth, direction, layer and volume are therefore exact everywhere. Areas count at half the thickness of the sheet.
 */
public final class CorticalSheet {
    private static final List<String> NAMES = List.of("rat-nbs1");
    private static final int IDS_PER_REGION = 10;

    private final CorticalRecipe recipe;
    private final double radius_um;
    private final FlatMap map;
    private final RegionHierarchy hierarchy;
    private final List<Patch> patches = new ArrayList<>();
    private final Patch whole;

    private CorticalSheet(CorticalRecipe recipe) {
        this.recipe = recipe;
        this.radius_um = recipe.file().number("sheet.radius_um");
        this.map = new FlatMap(radius_um - recipe.thickness_um() / 2);
        this.hierarchy = SheetLayout.hierarchy(recipe, IDS_PER_REGION);
        for (var region : recipe.regions()) {
            patches.add(SheetLayout.patch(recipe, region));
        }
        this.whole = SheetLayout.whole(recipe);
    }

    /** Lays out the sheet of a recipe. */
    public static CorticalSheet of(CorticalRecipe recipe) {
        return new CorticalSheet(recipe);
    }

    /**
     * The sheet of a recipe that ships with Brainwright.
     *
     * @throws Problem NOT_FOUND with the nearest names
     */
    public static CorticalSheet open(String atlas) {
        return open(atlas, List.of());
    }

    /** The same with the scientist's own numbers in some places of its recipe. */
    public static CorticalSheet open(String atlas, List<OwnNumber> own) {
        if (!NAMES.contains(atlas)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "ATLAS_NOT_FOUND",
                    "There is no atlas '%s'.".formatted(atlas),
                    NearestNames.sentence(atlas, NAMES),
                    Map.of("atlas", atlas));
        }
        return of(CorticalRecipe.open(atlas).with(own));
    }

    /** Atlases that ship with Brainwright. */
    public static List<String> names() {
        return NAMES;
    }

    public CorticalRecipe recipe() {
        return recipe;
    }

    public RegionHierarchy hierarchy() {
        return hierarchy;
    }

    /** Radius of the sphere that the pia lies on. */
    public double radius_um() {
        return radius_um;
    }

    /** Depth of a place below the pia; negative outside the brain. */
    public double depth_um(double x, double y, double z) {
        return radius_um - distance(x, y, z);
    }

    /** Writes the unit vector from a place towards the pia. */
    public void direction(double x, double y, double z, double[] out) {
        double r = distance(x, y, z);
        out[0] = x / r;
        out[1] = (y + radius_um) / r;
        out[2] = z / r;
    }

    /** Layer at a depth, 1 at the pia; 0 above the pia and below the white matter's border. */
    public int layerAt(double depth_um) {
        for (var layer : recipe.layers()) {
            if (depth_um >= layer.top_um() && depth_um < layer.bottom_um()) {
                return layer.number();
            }
        }
        return 0;
    }

    /**
     * The subregion or layer leaf or the whole sheet.
     *
     * @throws Problem NOT_FOUND with the nearest acronyms
     */
    public SheetRegion region(String acronym) {
        var node = hierarchy.node(acronym);
        if (node.parentId() == 0) {
            return new SheetRegion(this, node, whole, 1, recipe.layers().size());
        }
        var patch = patches.get(node.id() / IDS_PER_REGION - 1);
        int layer = node.id() % IDS_PER_REGION;
        return layer == 0
                ? new SheetRegion(this, node, patch, 1, recipe.layers().size())
                : new SheetRegion(this, node, patch, layer, layer);
    }

    /** Index in {@link CorticalRecipe#regions()} of the subregion above or below a place, -1 beside the sheet. */
    public int subregionAt(double x, double y, double z) {
        var uv = new double[2];
        flatten(x, y, z, uv);
        for (int i = 0; i < patches.size(); i++) {
            if (patches.get(i).contains(uv[0], uv[1])) {
                return i;
            }
        }
        return -1;
    }

    /** Id of the leaf of a subregion (index in {@link CorticalRecipe#regions()}) and layer. */
    public int leafId(int subregion, int layer) {
        return leafId(IDS_PER_REGION, subregion, layer);
    }

    static int leafId(int idsPerRegion, int subregion, int layer) {
        return idsPerRegion * (subregion + 1) + layer;
    }

    /** Writes the place on the flat map that lies above or below a place. */
    void flatten(double x, double y, double z, double[] uv) {
        double r = distance(x, y, z);
        map.flatten(x / r, (y + radius_um) / r, z / r, uv);
    }

    FlatMap map() {
        return map;
    }

    private double distance(double x, double y, double z) {
        double h = y + radius_um;
        return Math.sqrt(x * x + h * h + z * z);
    }
}
