package io.brainwright.library.model.paper.jats;

import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.reading.PassageWriter;
import io.brainwright.library.model.reading.TableRows;
import io.brainwright.library.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** A table with its caption, its rows of cells and its notes. */
final class JatsTable {
    /** chosen: wider and longer than any printed table; a span beyond is a mistake or an attack. */
    private static final int MAX_SPAN = 1000;

    private static final int MAX_CELLS = 500_000;

    private final JatsText text;
    private final PassageWriter out;

    JatsTable(JatsText text, PassageWriter out) {
        this.text = text;
        this.out = out;
    }

    void read(XmlElement wrap) {
        var id = wrap.attribute("id");
        var label = wrap.child("label").map(text::of).orElse("");
        var caption = wrap.child("caption").map(text::of).orElse("");
        out.write(PassageKind.CAPTION, id, 0, JatsText.clean(label + " " + caption));
        var found = wrap.all("table");
        found.forEach(table -> rows(table, id, label.isBlank() ? id : label));
        if (found.isEmpty()) {
            out.skip("table that is a picture or not in the HTML table model");
        }
        wrap.children("table-wrap-foot").forEach(foot -> out.write(PassageKind.NOTE, id, 0, text.of(foot)));
    }

    private void rows(XmlElement table, String id, String label) {
        var grid = new Grid(label);
        int headers = 0;
        for (var row : rowsOf(table, "thead")) {
            grid.add(row);
            headers++;
        }
        for (var row : rowsOf(table, "tbody")) {
            boolean headerRow = headers == grid.rows.size()
                    && row.children().allMatch(c -> c.name().equals("th"))
                    && row.children().findAny().isPresent();
            grid.add(row);
            headers += headerRow ? 1 : 0;
        }
        for (var row : rowsOf(table, "tfoot")) {
            grid.add(row);
        }
        new TableRows(grid.rows, headers).write(out, id, 0);
    }

    /** Rows of a part of a table; those that stand in no part count as its body. */
    private static List<XmlElement> rowsOf(XmlElement table, String part) {
        var rows = new ArrayList<XmlElement>();
        table.children().forEach(child -> {
            if (child.name().equals(part)) {
                child.children("tr").forEach(rows::add);
            } else if (child.name().equals("tr") && part.equals("tbody")) {
                rows.add(child);
            }
        });
        return rows;
    }

    /** Cells at their columns; a cell that spans is repeated. */
    private final class Grid {
        private final String label;
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Integer> rowsLeft = new ArrayList<>();
        private final List<String> hanging = new ArrayList<>();
        private int cells;

        Grid(String label) {
            this.label = label;
        }

        void add(XmlElement row) {
            var cellsOfRow = new ArrayList<String>();
            row.children().filter(c -> c.name().matches("td|th")).forEach(cell -> {
                hang(cellsOfRow);
                var words = text.of(cell);
                int across = span(cell, "colspan");
                int down = span(cell, "rowspan");
                for (int c = 0; c < across && cells < MAX_CELLS; c++, cells++) {
                    int column = cellsOfRow.size();
                    while (rowsLeft.size() <= column) {
                        rowsLeft.add(0);
                        hanging.add("");
                    }
                    rowsLeft.set(column, down - 1);
                    hanging.set(column, words);
                    cellsOfRow.add(words);
                }
            });
            hang(cellsOfRow);
            if (cells >= MAX_CELLS) {
                out.odd("%s holds more than %d cells; the rest was left out.".formatted(label, MAX_CELLS));
            }
            rows.add(cellsOfRow);
        }

        /** Cells that hang down from rows above come first where they stand. */
        private void hang(List<String> row) {
            while (row.size() < rowsLeft.size() && rowsLeft.get(row.size()) > 0) {
                int column = row.size();
                rowsLeft.set(column, rowsLeft.get(column) - 1);
                row.add(hanging.get(column));
            }
        }

        private int span(XmlElement cell, String name) {
            var said = cell.attribute(name);
            if (said.isEmpty()) {
                return 1;
            }
            if (!said.matches("\\d{1,4}") || Integer.parseInt(said) > MAX_SPAN || Integer.parseInt(said) < 1) {
                out.odd("%s: %s='%s' is taken as 1.".formatted(label, name, said));
                return 1;
            }
            return Integer.parseInt(said);
        }
    }
}
