package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.atlas.fields.FieldFolder;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * Thickness of the six layers, from the pia.
 *
 * @param thickness_um six numbers
 */
public record CorticalLayers(List<Double> thickness_um) {
    /** Juvenile rat S1: Markram et al. 2015, Cell, doi:10.1016/j.cell.2015.09.029 (165/149/353/190/525/700 um). */
    public static final CorticalLayers RAT_S1 = new CorticalLayers(List.of(165.0, 149.0, 353.0, 190.0, 525.0, 700.0));

    public CorticalLayers {
        thickness_um = List.copyOf(thickness_um);
    }

    /**
     * Where a cell lies in an atlas, by the layers that its streamline crosses.
     *
     * @param fitted m-type of the parameters; its digits say the home layer
     * @throws Problem INVALID where the fields have no layer 1 or not the home layer
     */
    public static Tissue tissue(FieldFolder.Place place, String fitted) {
        double total_um = place.depth_um() + place.height_um();
        int layer = fitted.charAt(1) - '0';
        double[] first = layer(place, 1);
        double[] home = layer(place, layer);
        double lower_um = fitted.startsWith("L23") && place.layers().containsKey(3) ? layer(place, 3)[0] : home[0];
        return new Tissue(
                Math.max(1, place.depth_um()), first[1] - first[0], total_um, total_um - (lower_um + home[1]) / 2);
    }

    private static double[] layer(FieldFolder.Place place, int layer) {
        double[] found = place.layers().get(layer);
        if (found == null || Double.isNaN(found[0] + found[1])) {
            throw new Problem(
                    Kind.INVALID,
                    "LAYER_NOT_IN_FIELDS",
                    "The fields tell nothing of layer %d at that place; they know layers %s."
                            .formatted(layer, place.layers().keySet()),
                    "Choose another place, or cells of another layer.",
                    Map.of("layer", String.valueOf(layer)));
        }
        return found;
    }

    /**
     * Where a cell lies.
     *
     * @param depth_um depth of its soma
     * @param fitted m-type of the parameters; its digits say the home layer
     */
    public Tissue tissue(double depth_um, String fitted) {
        int layer = fitted.charAt(1) - '0';
        double above = 0;
        for (int l = 1; l < layer; l++) {
            above += thickness_um.get(l - 1);
        }
        double own = thickness_um.get(layer - 1) + (fitted.startsWith("L23") ? thickness_um.get(2) : 0);
        double total = thickness_um.stream().mapToDouble(Double::doubleValue).sum();
        return new Tissue(Math.max(1, depth_um), thickness_um.getFirst(), total, above + own / 2);
    }
}
