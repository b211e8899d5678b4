package io.brainwright.neuro.morphology;

/** Types of sections, numbered as in SWC and SONATA. */
public final class SectionType {
    public static final byte SOMA = 1;
    public static final byte AXON = 2;
    public static final byte BASAL = 3;
    public static final byte APICAL = 4;

    private SectionType() {}

    /** The word of the field for a type. */
    public static String name(int type) {
        return switch (type) {
            case SOMA -> "soma";
            case AXON -> "axon";
            case BASAL -> "basal dendrite";
            case APICAL -> "apical dendrite";
            default -> "neurite type " + type;
        };
    }
}
