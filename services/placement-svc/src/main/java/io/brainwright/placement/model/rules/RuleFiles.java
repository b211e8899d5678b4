package io.brainwright.placement.model.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the field's rule and annotation files. */
public final class RuleFiles {
    private RuleFiles() {}

    /** Rules of a circuit, XML. */
    public static PlacementRules rules(Path file) {
        return PlacementRules.read(XmlRows.read(file), String.valueOf(file.getFileName()));
    }

    /** What is annotated of one cell, XML: {@code annotations / placement[rule, y_min, y_max]}, by rule. */
    public static Map<String, Stretch> annotations(Path file) {
        var name = String.valueOf(file.getFileName());
        var found = new LinkedHashMap<String, Stretch>();
        for (var row : XmlRows.read(file)) {
            if (!row.element().equals("placement")) {
                continue;
            }
            var stretch = new Stretch(row.number(name, "y_min"), row.number(name, "y_max"));
            if (stretch.low_um() > stretch.high_um()) {
                throw row.wrong(name, "y_min", "lies above y_max (%s)".formatted(stretch));
            }
            if (found.put(row.text(name, "rule"), stretch) != null) {
                throw row.wrong(name, "rule", "'%s' is annotated twice".formatted(row.text(name, "rule")));
            }
        }
        return found;
    }
}
