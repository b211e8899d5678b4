package io.brainwright.agents.language;

import java.util.List;

/**
 * A thing of the field that words name: a region, a type of cell, a receptor.
 *
 * @param kind what sort of thing
 * @param names its identities, "S1HL", "L5_TPC:A"; several where one word stands for several
 * @param from first word
 * @param to the word after the last
 * @param said as it was said
 * @param excepts the names that words took out: "without layer 1" names all others
 */
public record Named(Kind kind, List<String> names, int from, int to, String said, List<String> excepts) {
    /** Sorts of things. */
    public enum Kind {
        REGION,
        /** Looks like the acronym of a region but is none; the names are what is offered instead. */
        UNKNOWN_REGION,
        SPECIES,
        LAYER,
        /** A layer said, and known to exist in no cortex. */
        NO_LAYER,
        M_TYPE,
        /** Words of the field for a group of m-types: "pyramidal", "PV", "Martinotti". */
        M_CLASS,
        E_TYPE,
        RECEPTOR,
        /** A substance; the names are what it blocks. */
        DRUG,
        MARKER,
        /** Ageing, injury, disease. */
        CONDITION
    }

    public Named {
        names = List.copyOf(names);
        excepts = List.copyOf(excepts);
    }

    public Named(Kind kind, List<String> names, int from, int to, String said) {
        this(kind, names, from, to, said, List.of());
    }

    public String name() {
        return names.getFirst();
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }
}
