package io.brainwright.library.model.document;

/** What part of a document a passage is. */
public enum PassageKind {
    TITLE,
    ABSTRACT,
    /** A paragraph of the running text. */
    PARAGRAPH,
    /** The words under a figure or over a table. */
    CAPTION,
    /** One row of a table, with its headers spelled out; see {@link Passage#cells()}. */
    TABLE_ROW,
    /** A note under a table. */
    NOTE,
    /** An entry of the reference list: what others wrote, never a finding of this document. */
    REFERENCE,
    /** A description that stands in a data file: a channel of a recording, the comment block of a morphology. */
    DESCRIPTION
}
