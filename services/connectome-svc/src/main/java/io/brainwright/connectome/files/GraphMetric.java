package io.brainwright.connectome.files;

/** What can be asked of a list of connections, as the command line spells it. */
public enum GraphMetric {
    DEGREES,
    RECIPROCITY,
    COMMON_NEIGHBOURS,
    SIMPLICES,
    MAXIMAL,
    PARTICIPATION,
    COMPONENTS,
    TRIADS,
    BETTI,
    RICH_CLUB,
    HUBS,
    HIGHWAY_HUBS
}
