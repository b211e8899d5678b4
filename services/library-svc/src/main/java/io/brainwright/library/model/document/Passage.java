package io.brainwright.library.model.document;

import java.util.List;

/**
 * A piece of a document that can be quoted.
 *
 * @param documentId the document's SHA-256
 * @param index its place among the document's passages, 0 is the first
 * @param kind what part of the document it is
 * @param section titles of the sections around it, outermost first, joined by " > "; empty where there are none
 * @param element identifier of the element in the file ({@code S2}, {@code F1}, {@code T1}), empty where there is none
 * @param page page, 1 is the first; 0 where the file has no pages
 * @param text white space made single, otherwise as the file has it
 * @param cells cells of a {@link PassageKind#TABLE_ROW}, empty otherwise
 */
public record Passage(
        String documentId,
        int index,
        PassageKind kind,
        String section,
        String element,
        int page,
        String text,
        List<TableCell> cells) {
    public Passage {
        cells = List.copyOf(cells);
    }
}
