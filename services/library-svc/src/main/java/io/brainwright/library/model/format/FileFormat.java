package io.brainwright.library.model.format;

import io.brainwright.library.model.document.DocumentKind;
import java.util.Locale;

/** Formats that the library takes in. */
public enum FileFormat {
    JATS(DocumentKind.PAPER, "xml"),
    PDF(DocumentKind.PAPER, "pdf"),
    BIBTEX(DocumentKind.REFERENCE, "bib"),
    /** Plain text and Markdown. */
    TEXT(DocumentKind.PAPER, "txt"),
    SWC(DocumentKind.MORPHOLOGY, "swc"),
    /** A morphology in HDF5, layout v1 of MorphIO. */
    H5(DocumentKind.MORPHOLOGY, "h5"),
    /** Columns of text: a recording, or with a mapping a table of values. */
    CSV(DocumentKind.TRACE, "csv"),
    /** Neurodata Without Borders 2: intracellular recordings. */
    NWB(DocumentKind.TRACE, "nwb"),
    /** A mechanism as NMODL text. */
    NMODL(DocumentKind.MODEL, "mod");

    private final DocumentKind kind;
    private final String ending;

    FileFormat(DocumentKind kind, String ending) {
        this.kind = kind;
        this.ending = ending;
    }

    /** What a document of this format is, where no mapping says otherwise. */
    public DocumentKind kind() {
        return kind;
    }

    /** Ending of the file that the library keeps. */
    public String ending() {
        return ending;
    }

    /** Its word in documents and in the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a word. */
    public static FileFormat of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
