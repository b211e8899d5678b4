package io.brainwright.agents.experts;

import java.util.List;

/**
 * A word that an expert's file teaches the offline planner.
 *
 * @param kind what sort of thing it names, one of {@link #KINDS}
 * @param means the thing as plans spell it: "L5_TPC:A", "AP5", "S1HL"
 * @param word what the scientist says for it, in any case
 * @param expert whose word it is
 */
public record ExtraWord(String kind, String means, String word, String expert) {
    /** Sorts of things that may get further words. */
    public static final List<String> KINDS = List.of(
            "region",
            "m_type",
            "cell_class",
            "e_type",
            "marker",
            "synapse_class",
            "species",
            "drug",
            "receptor",
            "channel",
            "ion",
            "thalamic_source",
            "format",
            "site");
}
