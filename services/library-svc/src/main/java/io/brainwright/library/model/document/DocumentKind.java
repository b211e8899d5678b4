package io.brainwright.library.model.document;

/** What sort of thing a document is; the word in {@link #word()} is what a search asks for. */
public enum DocumentKind {
    /** A paper, or any other text: JATS, PDF, Markdown, plain text. */
    PAPER("papers"),
    /** What a bibliography says of a paper whose text is not here. */
    REFERENCE("papers"),
    /** The shape of a cell: SWC or H5. */
    MORPHOLOGY("morphologies"),
    /** Recorded voltage or current over time: CSV or NWB. */
    TRACE("traces"),
    /** A mechanism as NMODL text: kept and found, not compiled here. */
    MODEL("models"),
    /** A table of the scientist's own, read as values through a mapping. */
    TABLE("values");

    private final String word;

    DocumentKind(String word) {
        this.word = word;
    }

    /** The word of the plan's vocabulary for it: {@code papers}, {@code morphologies}, {@code traces}, {@code models}, {@code values}. */
    public String word() {
        return word;
    }
}
