package io.brainwright.neuro.units;

/** What a quantity measures; each dimension has one canonical unit inside the house. */
public enum Dimension {
    /** A bare number: a count, a seed. */
    NUMBER("1", "number"),
    /** A share of a whole. */
    FRACTION("1", "fraction"),
    LENGTH("um", "length"),
    TIME("ms", "time"),
    VOLTAGE("mV", "voltage"),
    CURRENT("nA", "current"),
    CONDUCTANCE("uS", "conductance"),
    CONCENTRATION("mM", "concentration"),
    TEMPERATURE("degC", "temperature"),
    FREQUENCY("Hz", "frequency"),
    DENSITY("1/mm3", "density of cells");

    private final String canonical;
    private final String words;

    Dimension(String canonical, String words) {
        this.canonical = canonical;
        this.words = words;
    }

    /** Symbol of the canonical unit. */
    public String canonical() {
        return canonical;
    }

    /** The dimension in words. */
    public String words() {
        return words;
    }

    /** The dimension whose canonical unit ends a parameter's name ({@code width_um}), NUMBER where none does. */
    public static Dimension ofName(String name) {
        if (name.endsWith("_per_mm3")) {
            return DENSITY;
        }
        for (var dimension : values()) {
            if (name.endsWith("_" + dimension.canonical)) {
                return dimension;
            }
        }
        return name.endsWith("fraction") || name.equals("density_scale") ? FRACTION : NUMBER;
    }
}
