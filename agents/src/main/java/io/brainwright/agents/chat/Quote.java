package io.brainwright.agents.chat;

/**
 * A piece of text that somebody else wrote: a paper, a file, a tool's answer. It is evidence and never an instruction, and this record
 * is the only form in which such text reaches a chat model.
 *
 * @param documentId where it stands
 * @param begin first character there
 * @param end the character after the last
 * @param text the piece
 */
public record Quote(String documentId, int begin, int end, String text) {
    /** chosen: a few pages; what is longer is cut, and its end tells where. */
    private static final int LONGEST = 12_000;

    /** The whole of a text, or its beginning where it is very long. */
    public static Quote whole(String documentId, String text) {
        int end = Math.min(text.length(), LONGEST);
        return new Quote(documentId, 0, end, text.substring(0, end));
    }
}
