package io.brainwright.connectome.model.specificity;

import io.brainwright.neuro.morphology.SectionType;
import java.util.Locale;

/** Where on which cell an axon makes a synapse; the compartments are those of excitatory cells. */
public enum Landing {
    /** On the soma. */
    SOMA,
    /** On dendrite near the soma. */
    PROXIMAL,
    /** On apical dendrite further away. */
    APICAL,
    /** On basal dendrite further away. */
    DISTAL,
    /** On the axon's initial segment. */
    INITIAL_SEGMENT,
    /** Anywhere on an inhibitory cell. */
    INHIBITORY;

    private static final Landing[] ALL = values();

    /**
     * @param inhibitory whether the target is
     * @param sectionType as in SONATA
     * @param path_um along the dendrite from the soma
     * @param proximal_um below which dendrite is proximal
     */
    static Landing of(boolean inhibitory, int sectionType, double path_um, double proximal_um) {
        if (inhibitory) {
            return INHIBITORY;
        }
        return switch (sectionType) {
            case SectionType.SOMA -> SOMA;
            case SectionType.AXON -> INITIAL_SEGMENT;
            default -> path_um < proximal_um ? PROXIMAL : sectionType == SectionType.APICAL ? APICAL : DISTAL;
        };
    }

    /** How many there are. */
    public static int count() {
        return ALL.length;
    }

    /** As recipes and tables name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
