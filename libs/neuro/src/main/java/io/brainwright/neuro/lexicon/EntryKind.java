package io.brainwright.neuro.lexicon;

import java.util.Locale;

/** What sort of thing a word of the lexicon names. */
public enum EntryKind {
    REGION,
    /** One of the 60 m-types: {@code L5_TPC:A}. */
    M_TYPE,
    /** Cell types without layer: Martinotti, pyramidal, basket; fact {@code m_types} lists theirs. */
    CELL_CLASS,
    E_TYPE,
    /** A gene or protein that marks cells: PV, SST. */
    MARKER,
    /** Excitatory or inhibitory. */
    SYNAPSE_CLASS,
    SPECIES,
    /** A drug; fact {@code blocks} or {@code activates} names its targets. */
    DRUG,
    RECEPTOR,
    CHANNEL,
    ION,
    /** A thalamic nucleus as a source of input: VPM, POm. */
    THALAMIC_SOURCE,
    GLIA,
    FORMAT,
    /** A place on a neuron. */
    SITE,
    /** Ageing, injury, disease: the model has none of them. */
    CONDITION,
    /** Words of treatment and diagnosis. */
    CLINICAL,
    /** A word that a user's expert file added without another kind. */
    TERM;

    /** The kind as written in files: {@code cell_class}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
