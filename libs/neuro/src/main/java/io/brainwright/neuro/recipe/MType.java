package io.brainwright.neuro.recipe;

import io.brainwright.neuro.vocabulary.MorphClass;
import io.brainwright.neuro.vocabulary.SynapseClass;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a recipe says of one morphological type.
 *
 * @param name e.g. {@code L5_TPC:A}
 * @param fullName its name in words
 * @param morphClass what it looks like
 * @param synapseClass what it does to its targets
 * @param density_per_mm3 cells per mm3 by layer; only layers that hold it
 * @param etypeFraction share of each e-type, in the order of names; the shares add to 1
 */
public record MType(
        String name,
        String fullName,
        MorphClass morphClass,
        SynapseClass synapseClass,
        SortedMap<Integer, Double> density_per_mm3,
        SortedMap<String, Double> etypeFraction) {
    public MType {
        density_per_mm3 = Collections.unmodifiableSortedMap(new TreeMap<>(density_per_mm3));
        etypeFraction = Collections.unmodifiableSortedMap(new TreeMap<>(etypeFraction));
    }

    /** Cells per mm3 in one layer, 0 where the layer holds none. */
    public double density_per_mm3(int layer) {
        return density_per_mm3.getOrDefault(layer, 0.0);
    }

    /** Whether it excites its targets. */
    public boolean excitatory() {
        return synapseClass == SynapseClass.EXC;
    }
}
