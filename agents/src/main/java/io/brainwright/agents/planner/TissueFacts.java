package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import java.util.Collection;
import java.util.List;

/** Tells what a region holds; atlas-svc answers in the running house. */
public interface TissueFacts {
    /** The facts of one region. */
    Region describe(String acronym);

    /**
     * One region.
     *
     * @param acronym its acronym
     * @param area_mm2 area of its pial surface
     * @param layers its layers
     * @param assumptions what the atlas assumed, each with its source
     */
    record Region(String acronym, double area_mm2, List<Layer> layers, List<Assumption> assumptions) {
        private static final double UM3_PER_MM3 = 1e9;
        private static final double UM2_PER_MM2 = 1e6;

        public Region {
            layers = List.copyOf(layers);
            assumptions = List.copyOf(assumptions);
        }

        /** Neurons under an area of the pia, in some layers (none named: all). */
        public double neurons(double area_um2, Collection<Integer> of) {
            return layers.stream()
                    .filter(l -> of.isEmpty() || of.contains(l.layer()))
                    .mapToDouble(l -> area_um2 * l.thickness_um() * l.neurons_per_mm3() / UM3_PER_MM3)
                    .sum();
        }

        /** Area of the pial surface in um2. */
        public double area_um2() {
            return area_mm2 * UM2_PER_MM2;
        }
    }

    /**
     * One layer.
     *
     * @param layer 1 at the pia
     * @param thickness_um its thickness
     * @param neurons_per_mm3 its density
     */
    record Layer(int layer, double thickness_um, double neurons_per_mm3) {}
}
