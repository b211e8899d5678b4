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
    DENSITY("1/mm3", "density of cells"),
    /** Things along a length: boutons on an axon, spines on a dendrite. */
    LINEAR_DENSITY("1/um", "density along a length"),
    AREA_DENSITY("1/mm2", "density on a surface"),
    AREA("um2", "area"),
    VOLUME("um3", "volume"),
    VELOCITY("m/s", "velocity"),
    RESISTANCE("MOhm", "resistance"),
    CAPACITANCE("pF", "capacitance"),
    SPECIFIC_CAPACITANCE("uF/cm2", "capacitance of membrane"),
    CONDUCTANCE_DENSITY("S/cm2", "conductance of membrane"),
    CURRENT_DENSITY("mA/cm2", "current through membrane"),
    RESISTIVITY("Ohm*cm", "resistivity"),
    SPECIFIC_RESISTANCE("Ohm*cm2", "resistance of membrane"),
    /** How many times: slower, brighter. */
    FOLD("fold", "factor"),
    ANGLE("deg", "angle"),
    PIXELS("px", "picture size"),
    RESOLUTION("dpi", "picture resolution"),
    MEMORY("byte", "memory"),
    MASS("mg", "mass"),
    /** A quotient of units that has no name of its own here, in the quotient of the canonical units. */
    OTHER("", "compound unit");

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
        if (name.endsWith("_per_um")) {
            return LINEAR_DENSITY;
        }
        for (var dimension : values()) {
            if (!dimension.canonical.isEmpty() && name.endsWith("_" + dimension.canonical)) {
                return dimension;
            }
        }
        return name.endsWith("fraction") || name.equals("density_scale") ? FRACTION : NUMBER;
    }
}
