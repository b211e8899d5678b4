package io.brainwright.render.model.scenefile;

import io.brainwright.render.model.scenefile.Layer.Glow;
import io.brainwright.render.model.scenefile.Layer.Radius;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one layer, with the defaults of its type. */
final class LayerReader {
    private static final List<String> PARTS = List.of("soma", "axon", "basal", "apical");
    private static final List<Double> GLOW_PX = List.of(2.0, 6.0, 16.0, 40.0);

    private LayerReader() {}

    static Layer layer(JsonNode l) {
        var type = l.path("type").asString();
        var radius = l.path("radius");
        return new Layer(
                l.path("id").asString(),
                type,
                SceneReader.text(l, "source"),
                l.path("visible").asBoolean(true),
                or(SceneReader.list(l.path("parts"), String.class), PARTS),
                new Radius(
                        radius.path("scale").asDouble(1), radius.path("minPx").asDouble(least_px(type))),
                color(l.path("color"), type),
                glow(l.path("glow")),
                l.path("opacity").asDouble(type.equals("atlas-region") ? 0.5 : 1),
                l.path("axonOpacity").asDouble(0.4),
                or(SceneReader.list(l.path("highlight"), Long.class), List.of()),
                l.path("radiusUm").asDouble(fixedRadius_um(type)),
                SceneReader.select(l.path("select")),
                SceneReader.select(l.path("from")),
                SceneReader.select(l.path("to")),
                l.path("side").asString("afferent"),
                or(SceneReader.list(l.path("regions"), String.class), List.of()),
                l.path("labels").asBoolean(true),
                l.has("at") ? l.path("at") : null,
                l.path("text").asString(""),
                l.path("size").asDouble(1.1));
    }

    /** chosen: seen well at the scale of a column. */
    private static double fixedRadius_um(String type) {
        return switch (type) {
            case "synapses" -> 0.8;
            case "pathway" -> 0.6;
            default -> Double.NaN;
        };
    }

    /** chosen: a synapse is seen as a dot from any distance, an arc as a line, a neurite as a hair. */
    private static double least_px(String type) {
        return switch (type) {
            case "synapses" -> 2.5;
            case "pathway" -> 0.9;
            default -> 0.55;
        };
    }

    private static ColorRule color(JsonNode c, String type) {
        var by = c.path("by").asString(type.equals("synapses") || type.equals("pathway") ? "class" : "section");
        boolean path = by.equals("path-distance");
        var range = c.path("range");
        double low = range.isArray() ? range.get(0).asDouble() : path ? 0 : -90;
        double high = range.isArray() ? range.get(1).asDouble() : path ? 1500 : 40;
        return new ColorRule(
                type.equals("label") && c.isMissingNode() ? "constant" : by,
                c.path("value").asString("#c9d1e0"),
                c.path("column").asString("layer"),
                SceneReader.text(c, "source"),
                c.path("map").asString(path ? "viridis" : "spike-fire"),
                low,
                high,
                c.path("rest").asDouble(-72),
                c.path("base").asString("section"),
                Moments.ms(c.path("tail").asString("4 ms")));
    }

    private static @Nullable Glow glow(JsonNode g) {
        return g.isMissingNode()
                ? null
                : new Glow(
                        g.path("threshold").asDouble(-40),
                        g.path("strength").asDouble(0.55),
                        or(SceneReader.list(g.path("radius"), Double.class), GLOW_PX));
    }

    private static <T> List<T> or(@Nullable List<T> found, List<T> otherwise) {
        return Objects.requireNonNullElse(found, otherwise);
    }
}
