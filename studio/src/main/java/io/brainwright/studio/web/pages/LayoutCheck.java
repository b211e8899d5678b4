package io.brainwright.studio.web.pages;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a layout must keep to: its schema, and that areas and panels name each other. */
final class LayoutCheck {
    static final String SCHEMA = "/studio/page.schema.json";

    private final String text = read();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);

    /** The schema as it is served. */
    String text() {
        return text;
    }

    List<Layout.Fault> faults(JsonNode layout) {
        var faults = new ArrayList<Layout.Fault>();
        for (var error : schema.validate(layout.toString(), InputFormat.JSON)) {
            var pointer = error.getInstanceLocation().toString();
            faults.add(new Layout.Fault(pointer.equals("/") ? "" : pointer, error.getMessage()));
        }
        if (faults.isEmpty()) {
            areas(layout, faults);
        }
        return faults;
    }

    private static void areas(JsonNode layout, List<Layout.Fault> faults) {
        var drawn = rows(layout, faults);
        var filled = new HashSet<String>();
        int i = 0;
        for (var panel : layout.path("panels")) {
            var area = panel.path("area").asString("");
            if (!drawn.isEmpty() && !drawn.contains(area)) {
                faults.add(new Layout.Fault(
                        "/panels/%d/area".formatted(i),
                        "'%s' is none of the areas: %s.".formatted(area, String.join(", ", drawn))));
            }
            if (!filled.add(area)) {
                faults.add(
                        new Layout.Fault("/panels/%d/area".formatted(i), "'%s' has a panel already.".formatted(area)));
            }
            i++;
        }
        drawn.stream()
                .filter(a -> !filled.contains(a))
                .forEach(a -> faults.add(new Layout.Fault("/areas", "No panel stands in the area '%s'.".formatted(a))));
    }

    private static Set<String> rows(JsonNode layout, List<Layout.Fault> faults) {
        var names = new java.util.TreeSet<String>();
        int width = -1;
        int i = 0;
        for (var row : layout.path("areas")) {
            var cells = row.asString("").strip().split("\\s+", -1);
            if (width >= 0 && cells.length != width) {
                faults.add(new Layout.Fault(
                        "/areas/" + i, "has %d columns, the row above has %d.".formatted(cells.length, width)));
            }
            width = cells.length;
            for (var cell : cells) {
                if (!cell.equals(".")) {
                    names.add(cell);
                }
            }
            i++;
        }
        return names;
    }

    private static String read() {
        try (var in = LayoutCheck.class.getResourceAsStream(SCHEMA)) {
            return new String(Objects.requireNonNull(in, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
