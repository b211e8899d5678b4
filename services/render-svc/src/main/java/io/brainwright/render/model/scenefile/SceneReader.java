package io.brainwright.render.model.scenefile;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a scene: JSON, schema, names, in this order; all faults of the first of them that has any are told together. */
public final class SceneReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SceneReader() {}

    /**
     * @throws Problem INVALID with a JSON pointer for each fault
     */
    public static Scene read(String text) {
        return read(tree(text));
    }

    /** The same of a tree. */
    public static Scene read(JsonNode tree) {
        var faults = SceneCheck.faults(tree);
        if (!faults.isEmpty()) {
            throw Problem.invalid("This scene does not keep to scene 1.0.", faults);
        }
        var scene = scene(tree);
        faults = SceneReferences.faults(scene);
        if (!faults.isEmpty()) {
            throw Problem.invalid("This scene cannot be drawn as it stands.", faults);
        }
        return scene;
    }

    /** The text as JSON. */
    public static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw Problem.invalid(
                    "This scene is no JSON.",
                    List.of(new FieldFault(
                            at == null ? "/" : "line " + at.getLineNr() + ", column " + at.getColumnNr(),
                            broken.getOriginalMessage())));
        }
    }

    private static Scene scene(JsonNode tree) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (var entry : tree.path("sources").properties()) {
            sources.put(entry.getKey(), source(entry.getValue()));
        }
        var layers = new ArrayList<Layer>();
        tree.path("layers").forEach(l -> layers.add(LayerReader.layer(l)));
        return new Scene(
                tree.path("version").asString(),
                text(tree, "title"),
                text(tree, "description"),
                list(tree.path("size"), Integer.class),
                as(tree.path("background"), Background.class),
                sources,
                as(tree.path("time"), Timing.class),
                layers,
                list(tree.path("clip"), Clip.class),
                as(tree.path("light"), Light.class),
                as(tree.path("camera"), Camera.class),
                list(tree.path("overlays"), Overlay.class),
                as(tree.path("audio"), Audio.class),
                as(tree.path("output"), Output.class));
    }

    private static Source source(JsonNode s) {
        boolean files = s.path("kind").asString().equals("morphologies");
        var cells = files ? list(s.path("cells"), Source.CellFile.class) : null;
        return new Source(
                s.path("kind").asString(),
                text(s, "uri"),
                files ? null : text(s, "cells"),
                text(s, "morphologies"),
                text(s, "synapses"),
                cells == null ? List.of() : cells,
                select(s.path("select")));
    }

    static Select select(JsonNode node) {
        var select = as(node, Select.class);
        return select == null ? Select.ALL : select;
    }

    static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isString() ? node.path(key).asString() : null;
    }

    static <T> @Nullable T as(JsonNode node, Class<T> type) {
        return node.isMissingNode() ? null : JSON.treeToValue(node, type);
    }

    static <T> @Nullable List<T> list(JsonNode node, Class<T> type) {
        if (node.isMissingNode()) {
            return null;
        }
        var all = new ArrayList<T>();
        node.forEach(n -> all.add(JSON.treeToValue(n, type)));
        return all;
    }
}
