package io.brainwright.agents.plugged;

import io.brainwright.agents.plan.PluggedAction;
import io.brainwright.proto.placement.v1.Shape;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.proto.plugin.v1.PluginRequest;
import io.brainwright.proto.plugin.v1.Tissue;
import io.brainwright.proto.stage.v1.NamedValue;
import io.brainwright.proto.stage.v1.ParameterValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Steps of plugged-in actions as typed requests. */
final class PluggedRequests {
    private PluggedRequests() {}

    /**
     * A request without its inputs.
     *
     * @param params parameters of the step; of a sweep the first value
     * @param region parameters of atlas.region; empty where there is none
     */
    static PluginRequest.Builder of(PluggedAction action, ObjectNode params, ObjectNode region) {
        var request = PluginRequest.newBuilder()
                .setStage(action.stage())
                .setAction(action.name().substring(action.stage().length() + 1));
        params.properties()
                .forEach(e -> request.addParameters(
                        NamedValue.newBuilder().setName(e.getKey()).setValue(value(e.getValue()))));
        return action.reads().contains("region") ? request.setTissue(tissue(region)) : request;
    }

    private static ParameterValue.Builder value(JsonNode value) {
        var one = value.path("sweep").isArray() ? value.path("sweep").path(0) : value;
        var typed = ParameterValue.newBuilder();
        if (one.isIntegralNumber()) {
            return typed.setInteger(one.asLong());
        }
        if (one.isNumber()) {
            return typed.setNumber(one.asDouble());
        }
        return one.isBoolean() ? typed.setFlag(one.asBoolean()) : typed.setText(one.asString(""));
    }

    private static Tissue.Builder tissue(ObjectNode region) {
        var acronym = region.path("region").isArray() ? region.path("region").path(0) : region.path("region");
        var tissue = Tissue.newBuilder().setRegion(acronym.asString("")).setShape(shape(region.path("shape")));
        region.path("layers").forEach(layer -> tissue.addLayers(layer.asInt()));
        return tissue;
    }

    private static Shape shape(JsonNode shape) {
        if (!shape.path("kind").asString("whole").equals("column")) {
            return Shape.newBuilder().setKind(ShapeKind.SHAPE_KIND_REGION).build();
        }
        double width_um =
                shape.path("width_um").asDouble(2 * shape.path("radius_um").asDouble(0));
        return Shape.newBuilder()
                .setKind(ShapeKind.SHAPE_KIND_COLUMN)
                .setWidthUm(width_um)
                .build();
    }
}
