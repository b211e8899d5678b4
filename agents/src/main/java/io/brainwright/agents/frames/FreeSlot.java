package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.neuro.units.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A parameter that can take a quantity of one dimension ({@code slots.yaml}).
 *
 * @param action the step's action
 * @param path dotted path below it
 * @param dimension what the quantity measures
 * @param cues concepts that name the parameter
 * @param near whether it takes a quantity only beside a cue
 * @param least smallest value that can be meant, in the canonical unit
 * @param most largest value that can be meant, in the canonical unit
 * @param per canonical units in one unit of the parameter
 * @param whole whether it counts
 * @param in the list that must be there already, empty where none
 */
record FreeSlot(
        String action,
        String path,
        Dimension dimension,
        List<String> cues,
        boolean near,
        double least,
        double most,
        double per,
        boolean whole,
        String in) {
    private static final List<FreeSlot> ALL = read();

    /** All of them, in the order of the file. */
    static List<FreeSlot> all() {
        return ALL;
    }

    private static List<FreeSlot> read() {
        try (var in = FreeSlot.class.getResourceAsStream("slots.yaml")) {
            var slots = new ArrayList<FreeSlot>();
            new YAMLMapper().readTree(in).forEach(s -> slots.add(of(s)));
            return List.copyOf(slots);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static FreeSlot of(JsonNode s) {
        var at = s.path("at").asString();
        int cut = at.startsWith("estimate.") ? at.indexOf('.') : at.indexOf('.', at.indexOf('.') + 1);
        return new FreeSlot(
                at.substring(0, cut),
                at.substring(cut + 1),
                Dimension.valueOf(s.path("is").asString()),
                s.path("cues").valueStream().map(JsonNode::asString).toList(),
                s.path("near").asBoolean(false),
                s.path("least").asDouble(Double.NEGATIVE_INFINITY),
                s.path("most").asDouble(Double.POSITIVE_INFINITY),
                s.path("per").asDouble(1),
                s.path("whole").asBoolean(false),
                s.path("in").asString(""));
    }

    /** Whether a quantity can be meant for this parameter at all. */
    boolean canHold(Amount a) {
        return a.is(dimension)
                && a.form() != Amount.Form.RANGE
                && a.values().stream().allMatch(v -> v >= least && v <= most && (!whole || v == Math.rint(v)));
    }
}
