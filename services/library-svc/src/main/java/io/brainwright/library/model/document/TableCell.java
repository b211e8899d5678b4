package io.brainwright.library.model.document;

import java.util.List;

/**
 * One cell of a table row, with the headers that it stands under. A cell that spans rows or columns is repeated in each of them.
 *
 * @param column its column, 0 is the leftmost
 * @param columnHeaders headers above it as printed, units kept, outermost first: {@code ["Passive properties", "Rm (MOhm)"]}
 * @param rowHeader the row's first cell as printed, empty for the row header itself and where the table has none
 * @param text its text as it stands in the passage
 * @param begin first character within the text of the passage
 * @param end one past its last character
 */
public record TableCell(int column, List<String> columnHeaders, String rowHeader, String text, int begin, int end) {
    public TableCell {
        columnHeaders = List.copyOf(columnHeaders);
        assert begin <= end : "a cell ends before it begins: " + begin + ", " + end;
    }
}
