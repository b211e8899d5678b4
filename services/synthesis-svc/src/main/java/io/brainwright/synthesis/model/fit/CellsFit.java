package io.brainwright.synthesis.model.fit;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.synthesis.model.parameters.GrowthParameters;
import java.util.ArrayList;
import java.util.List;

/** Collects reconstructions of one m-type and tells what it grows from. */
final class CellsFit {
    private static final double LOCAL_UM = 1000; // chosen: what counts as local axon
    private static final double PYRAMIDAL_AXON_UM = 7000; // chosen: total length that is kept, see docs/science
    private static final double OTHER_AXON_UM = 12000;
    private static final double BASAL_UM = 1500; // chosen: no dendrite's path is longer
    private static final double APICAL_UM = 2500;
    private static final double ALL_UM = 1e6;
    private static final double DENDRITE_RALL = 1.5; // Rall 1959, Exp. Neurol., doi:10.1016/0014-4886(59)90046-9
    private static final double AXON_RALL = 3; // chosen: axons hardly thicken towards the soma

    private final NeuriteFit axon = new NeuriteFit();
    private final NeuriteFit basal;
    private final NeuriteFit apical;
    private final List<String> sources = new ArrayList<>();
    private double radius;

    private CellsFit(boolean habits) {
        this.basal = new NeuriteFit(habits);
        this.apical = new NeuriteFit(habits);
    }

    /** A fit of the habits of dendrites too, and of their diameters along terminal sections. */
    static CellsFit withHabits() {
        return new CellsFit(true);
    }

    /** A fit as the product's own parameters were made, whose cells keep their bytes. */
    static CellsFit withoutHabits() {
        return new CellsFit(false);
    }

    /**
     * @param pyramidal whether trees that are called apical are; else they count as basal
     */
    void dendrites(Morphology cell, boolean pyramidal) {
        basal.add(cell, SectionType.BASAL, BASAL_UM, ALL_UM);
        (pyramidal ? apical : basal).add(cell, SectionType.APICAL, APICAL_UM, ALL_UM);
    }

    void axon(Morphology cell, boolean pyramidal) {
        axon.add(cell, SectionType.AXON, LOCAL_UM, pyramidal ? PYRAMIDAL_AXON_UM : OTHER_AXON_UM);
    }

    void soma(Morphology cell, String source) {
        radius += Math.clamp(cell.somaRadius_um(), 3, 15);
        sources.add(source);
    }

    GrowthParameters fit(String mtype, String attribution) {
        return new GrowthParameters(
                mtype,
                TreeFit.round(radius / sources.size(), 2),
                axon.fit(AXON_RALL),
                basal.fit(DENDRITE_RALL),
                apical.fit(DENDRITE_RALL),
                sources,
                attribution);
    }
}
