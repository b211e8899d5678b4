package io.brainwright.library.model.reading;

import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.document.TableCell;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a printed table as passages, headers spelled out: {@code Strain: IN61 | MLT (min): 45.7}. A row that says one and the
 * same thing in all columns heads the rows below it.
 */
public final class TableRows {
    private final List<? extends List<String>> rows;
    private final int headers;

    /**
     * @param rows all rows, spanning cells repeated
     * @param headers how many of them are headers
     */
    public TableRows(List<? extends List<String>> rows, int headers) {
        this.rows = rows;
        this.headers = headers;
    }

    /** Writes every row that holds something. */
    public void write(PassageWriter out, String element, int page) {
        String group = "";
        for (var row : rows.subList(headers, rows.size())) {
            var words = row.stream().filter(c -> !c.isBlank()).distinct().toList();
            if (words.size() == 1
                    && row.size() > 1
                    && (row.stream().noneMatch(String::isBlank)
                            || !row.getFirst().isBlank())) {
                group = words.getFirst();
            } else {
                row(out, element, page, row, group);
            }
        }
    }

    private void row(PassageWriter out, String element, int page, List<String> row, String group) {
        var text = new StringBuilder();
        var cells = new ArrayList<TableCell>();
        var head = row.isEmpty() ? "" : row.getFirst();
        var rowHeader = group.isEmpty() ? head : head.isBlank() ? group : group + " / " + head;
        if (!group.isEmpty()) {
            text.append(group);
        }
        for (int c = 0; c < row.size(); c++) {
            var words = row.get(c);
            if (words.isBlank()) {
                continue;
            }
            var above = headersOf(c);
            text.append(text.isEmpty() ? "" : " | ");
            text.append(above.isEmpty() ? "" : String.join(" / ", above) + ": ");
            cells.add(new TableCell(
                    c, above, c == 0 ? group : rowHeader, words, text.length(), text.length() + words.length()));
            text.append(words);
        }
        if (!cells.isEmpty()) {
            out.write(PassageKind.TABLE_ROW, element, page, text.toString(), cells);
        }
    }

    private List<String> headersOf(int column) {
        var above = new ArrayList<String>();
        for (var row : rows.subList(0, headers)) {
            var words = column < row.size() ? row.get(column) : "";
            if (!words.isBlank() && (above.isEmpty() || !above.getLast().equals(words))) {
                above.add(words);
            }
        }
        return above;
    }
}
