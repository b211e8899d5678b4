package io.brainwright.library.model.document;

/**
 * Words of a document at their place: the only form in which text of a file leaves the library.
 *
 * @param documentId the document's SHA-256
 * @param passage index of the passage
 * @param begin first character within the passage
 * @param end one past the last character
 * @param text exactly what stands there
 */
public record Quote(String documentId, int passage, int begin, int end, String text) {
    /** The words of a passage from one character to another. */
    public static Quote of(Passage passage, int begin, int end) {
        return new Quote(
                passage.documentId(),
                passage.index(),
                begin,
                end,
                passage.text().substring(begin, end));
    }
}
