package io.brainwright.connectome.model.tissue;

import io.brainwright.neuro.vocabulary.SynapseClass;

/**
 * What a rule of the recipe can ask of a cell.
 *
 * @param mtype morphological type, e.g. {@code L5_TPC:A}
 * @param synapseClass what the cell does to its targets
 */
public record CellType(String mtype, SynapseClass synapseClass) {
    /** EXC for all excitatory cells; the family of the m-type without its layer (LBC, MC, ...) for inhibitory ones. */
    public String family() {
        return synapseClass == SynapseClass.EXC ? "EXC" : mtype.substring(mtype.indexOf('_') + 1);
    }

    public boolean inhibitory() {
        return synapseClass == SynapseClass.INH;
    }
}
