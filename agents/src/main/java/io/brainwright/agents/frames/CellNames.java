package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.neuro.lexicon.CellTypes;
import io.brainwright.neuro.lexicon.EntryKind;
import io.brainwright.neuro.lexicon.Lexicon;
import java.util.List;

/** How plans name a kind of cell: m-types where class and layers leave few, else words of the field. */
final class CellNames {
    private static final int FEW = 2;

    private CellNames() {}

    /** The m-types of a class in some layers (none: all of its layers); none where the recipe has no such class. */
    static List<String> types(Named named, List<Integer> layers) {
        return Lexicon.open()
                .entry(EntryKind.CELL_CLASS, named.name())
                .map(e -> layers.isEmpty() ? e.facts("m_types") : CellTypes.in(e, layers))
                .orElse(List.of());
    }

    /** The m-types that a target means, where the words leave no more than two: "L5 Martinotti", "thick-tufted". */
    static List<String> few(Named named, List<Integer> layers) {
        var types = types(named, layers);
        return types.size() <= FEW ? types : List.of();
    }

    /** One name for an end of a connection: an m-type where only one is left. */
    static String of(Named named, List<Integer> layers) {
        var types = layers.isEmpty() ? List.<String>of() : types(named, layers);
        return types.size() == 1 ? types.getFirst() : Targets.className(named, layers);
    }
}
