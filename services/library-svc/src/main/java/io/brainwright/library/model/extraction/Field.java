package io.brainwright.library.model.extraction;

/** What a document is about. */
public enum Field {
    /** Nerve cells and their tissue. */
    NEUROSCIENCE,
    /** Something else: nothing is extracted. */
    OTHER,
    /** Nobody knows; each passage answers for itself. */
    UNKNOWN
}
