package io.brainwright.synthesis.model.growth;

import java.util.List;

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
