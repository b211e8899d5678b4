package io.brainwright.library.model.extraction.papers;

import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.TableCell;
import io.brainwright.library.model.extraction.CellReader;
import io.brainwright.library.model.extraction.ExtractedValue;
import io.brainwright.library.model.extraction.Extraction;
import io.brainwright.library.model.extraction.Field;
import io.brainwright.library.model.extraction.Surroundings;
import io.brainwright.neuro.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a row of a table: the quantity and its unit stand in the headers ("Density (10³ cells/mm³)"), the number in the cell, a spread in the
 * same cell or in the next column ("SD"), and of whom in the row's header, the column's headers and the caption.
 */
final class TableValues {
    private static final Pattern SPREAD_COLUMN = Pattern.compile(
            "(?i)^[^\\p{L}]*(?:s\\.?d\\.?|s\\.?e\\.?m\\.?|s\\.?e\\.?|standard (?:deviation|error))(?![\\p{L}]).*");
    private static final Pattern N_COLUMN = Pattern.compile("(?i)^\\s*(?:n|number of (?:cells|neurons|pairs))\\s*$");

    private TableValues() {}

    static Extraction extract(Passage row, Surroundings around) {
        if (around.field() != Field.NEUROSCIENCE || around.methods()) {
            return new Extraction(List.of(), List.of());
        }
        var values = new ArrayList<ExtractedValue>();
        var cells = row.cells();
        var n = cells.stream()
                .filter(c -> last(c).map(h -> N_COLUMN.matcher(h).matches()).orElse(false))
                .findFirst()
                .map(TableCell::text)
                .orElse("");
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell.rowHeader().isEmpty() && i == 0 || spread(cell)) {
                continue;
            }
            var next = i + 1 < cells.size() && spread(cells.get(i + 1)) ? cells.get(i + 1) : null;
            CellReader.read(
                            row.text(),
                            new Span(cell.begin(), cell.end()),
                            String.join(" ", cell.columnHeaders()),
                            cell.rowHeader(),
                            around,
                            next == null ? "" : String.join(" ", next.columnHeaders()) + " " + next.text(),
                            n)
                    .ifPresent(values::add);
        }
        return new Extraction(values, List.of());
    }

    private static boolean spread(TableCell cell) {
        return last(cell).map(h -> SPREAD_COLUMN.matcher(h).matches()).orElse(false);
    }

    private static Optional<String> last(TableCell cell) {
        return cell.columnHeaders().isEmpty()
                ? Optional.empty()
                : Optional.of(cell.columnHeaders().getLast());
    }
}
