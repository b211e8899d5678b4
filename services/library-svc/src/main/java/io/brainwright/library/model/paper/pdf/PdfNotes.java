package io.brainwright.library.model.paper.pdf;

/** Hears what looks odd. */
@FunctionalInterface
interface PdfNotes {
    void odd(String sentence);
}
