package io.brainwright.render.model.scenefile;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.brainwright.neuro.problem.FieldFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a scene against its schema; every fault has a JSON pointer and says what would be right. */
final class SceneCheck {
    static final String SCHEMA = "scene-1.0.schema.json";
    private static final JsonNode TREE = read();
    private static final Schema RULES = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TREE.toString(), InputFormat.JSON);

    private static final double LARGEST = 1e18; // the schema's arithmetic is that of 64-bit integers

    private SceneCheck() {}

    static List<FieldFault> faults(JsonNode scene) {
        var endless = new ArrayList<FieldFault>();
        finite(scene, "", endless);
        if (!endless.isEmpty()) {
            return endless; // the schema's own arithmetic does not survive them
        }
        var byPlace = new LinkedHashMap<String, FieldFault>();
        for (var error : RULES.validate(scene)) {
            var fault = fault(error, scene);
            byPlace.putIfAbsent(fault.field() + fault.fault(), fault);
        }
        return List.copyOf(byPlace.values());
    }

    private static void finite(JsonNode node, String at, List<FieldFault> faults) {
        if (node.isNumber() && !(Math.abs(node.doubleValue()) <= LARGEST)) {
            faults.add(new FieldFault(at, "is no number that can be reckoned with."));
        }
        node.properties().forEach(e -> finite(e.getValue(), at + "/" + escaped(e.getKey()), faults));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            finite(node.get(i), at + "/" + i, faults);
        }
    }

    private static FieldFault fault(Error error, JsonNode scene) {
        var at = error.getInstanceLocation().toString();
        var key = error.getProperty();
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" ->
                new FieldFault(at + "/" + escaped(String.valueOf(key)), unknown(String.valueOf(key), error));
            case "required" -> new FieldFault(at + "/" + escaped(String.valueOf(key)), "is missing.");
            case "enum" -> new FieldFault(at, "is %s; one of %s.".formatted(scene.at(at), error.getSchemaNode()));
            default -> new FieldFault(at.isEmpty() ? "/" : at, message(error));
        };
    }

    private static String message(Error error) {
        var text = error.getMessage();
        return text.startsWith("/") && text.contains(": ") ? text.substring(text.indexOf(": ") + 2) + "." : text + ".";
    }

    private static String unknown(String key, Error error) {
        var known = allowed(error);
        var nearest = known.stream().min(Comparator.comparingInt(k -> distance(k, key)));
        return "is not known here; %sknown: %s."
                .formatted(
                        nearest.filter(k -> distance(k, key) <= Math.max(2, key.length() / 2))
                                .map(k -> "perhaps '" + k + "'; ")
                                .orElse(""),
                        String.join(", ", known));
    }

    /** Keys of the schema object whose additionalProperties refused one. */
    private static List<String> allowed(Error error) {
        var location = error.getSchemaLocation().getFragment().toString();
        int cut = location.lastIndexOf('/');
        JsonNode owner = TREE.at(cut <= 0 ? "" : location.substring(0, cut));
        var names = new ArrayList<String>();
        owner.path("properties").propertyNames().forEach(names::add);
        return names;
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** Levenshtein's distance, letters of either case alike. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int cost = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }
        return row[b.length()];
    }

    private static JsonNode read() {
        try (@Nullable InputStream in = SceneCheck.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("this jar lacks " + SCHEMA);
            }
            return JsonMapper.shared().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
