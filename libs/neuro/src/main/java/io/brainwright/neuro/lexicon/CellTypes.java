package io.brainwright.neuro.lexicon;

import java.util.Collection;
import java.util.List;

/** Which m-types a class of cells has in given layers. */
public final class CellTypes {
    private CellTypes() {}

    /**
     * The m-types of a class, all of them where no layer is given.
     *
     * @param cellClass an entry with fact {@code m_types}, or an m-type itself
     * @param layers 1 to 6; an m-type of layer 2/3 is in both
     */
    public static List<String> in(Entry cellClass, Collection<Integer> layers) {
        var types = cellClass.kind() == EntryKind.M_TYPE ? List.of(cellClass.id()) : cellClass.facts("m_types");
        return types.stream()
                .filter(type -> layers.isEmpty() || layersOf(type).stream().anyMatch(layers::contains))
                .toList();
    }

    /** The layers in an m-type's name: {@code L23_MC} is of 2 and 3. */
    public static List<Integer> layersOf(String mtype) {
        var digits = mtype.substring(1, Math.max(1, mtype.indexOf('_')));
        return digits.chars().map(c -> c - '0').boxed().toList();
    }
}
