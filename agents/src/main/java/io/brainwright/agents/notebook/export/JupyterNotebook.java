package io.brainwright.agents.notebook.export;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Records;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An entry as a Jupyter notebook that asks the services for the same datasets again, step by step, and compares what comes
 * back.
 *
 * @see <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">nbformat 4.5</a>
 */
final class JupyterNotebook {
    private static final int MINOR_VERSION = 5;

    private final List<Map<String, Object>> cells = new ArrayList<>();

    private JupyterNotebook() {}

    static String of(Entry entry) {
        var notebook = new JupyterNotebook();
        new ReplayCells(entry, notebook).write();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("nbformat", 4);
        tree.put("nbformat_minor", MINOR_VERSION);
        tree.put(
                "metadata",
                Map.of(
                        "kernelspec",
                        new java.util.TreeMap<>(
                                Map.of("display_name", "Python 3", "language", "python", "name", "python3")),
                        "language_info",
                        Map.of("name", "python")));
        tree.put("cells", notebook.cells);
        return Records.page(tree);
    }

    void markdown(String text) {
        cells.add(cell("markdown", text));
    }

    void code(String text) {
        var cell = cell("code", text);
        cell.put("execution_count", null);
        cell.put("outputs", List.of());
        cells.add(cell);
    }

    /** The id follows from place and text, so that the same entry gives the same file. */
    private Map<String, Object> cell(String kind, String text) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("cell_type", kind);
        var name = cells.size() + kind + text;
        cell.put(
                "id",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8));
        cell.put("metadata", Map.of());
        cell.put("source", lines(text.strip()));
        return cell;
    }

    private static List<String> lines(String text) {
        var lines = text.split("\n", -1);
        var source = new ArrayList<String>();
        for (int i = 0; i < lines.length; i++) {
            source.add(i < lines.length - 1 ? lines[i] + "\n" : lines[i]);
        }
        return source;
    }
}
