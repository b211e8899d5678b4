package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds a place for a quantity that no frame took, whatever the order of the words.
 *
 * <p>The places are those of its dimension in the actions that are asked for and that are still free. A place costs the words
 * between the quantity and the nearest concept that names it, more across a clause; a place that nothing names costs most and is
 * taken only where it is the one that is left. Two equally cheap places are no place: that is asked about.
 */
final class FreeSlots {
    /** chosen: within a phrase, "spaced by 50 um along the probe" */
    private static final int NEAR = 5;

    private static final int ACROSS_CLAUSE = 6;
    private static final int UNNAMED = 1000;

    private final Reading r;
    private final Utterance u;

    FreeSlots(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    /** Puts a quantity where it belongs; false where it has no place or more than one. */
    boolean place(Amount a) {
        var costs = FreeSlot.all().stream()
                .filter(s -> s.canHold(a) && isFree(s))
                .map(s -> new Choice(s, cost(s, a)))
                .filter(c -> !c.slot.near() || c.cost <= NEAR)
                .sorted(Comparator.comparingInt(Choice::cost))
                .toList();
        if (costs.isEmpty() || isTie(costs)) {
            return false;
        }
        put(costs.getFirst().slot, a);
        return true;
    }

    private record Choice(FreeSlot slot, int cost) {}

    private static boolean isTie(List<Choice> costs) {
        return costs.size() > 1 && costs.get(0).cost == costs.get(1).cost && costs.get(0).cost >= UNNAMED;
    }

    private int cost(FreeSlot slot, Amount a) {
        return u.mentions().stream()
                .filter(m -> slot.cues().contains(m.concept()))
                .mapToInt(m -> (m.from() >= a.to() ? m.from() - a.to() : Math.max(0, a.from() - m.to()))
                        + (u.sameClause(m.from(), a.from()) ? 0 : ACROSS_CLAUSE))
                .min()
                .orElse(UNNAMED);
    }

    private boolean isFree(FreeSlot slot) {
        return wanted(slot)
                .filter(w -> slot.in().isEmpty() || !w.params().path(slot.in()).isEmpty())
                .map(w -> at(w.params(), slot.path()).isMissingNode())
                .orElse(false);
    }

    private Optional<Want> wanted(FreeSlot slot) {
        return r.wish().want(slot.action());
    }

    private static JsonNode at(JsonNode params, String path) {
        var node = params;
        for (var name : path.split("\\.", -1)) {
            node = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node;
    }

    private void put(FreeSlot slot, Amount a) {
        var want = wanted(slot).orElseThrow();
        var names = slot.path().split("\\.", -1);
        JsonNode parent = want.params();
        for (int i = 0; i + 1 < names.length; i++) {
            parent = child(parent, names[i]);
        }
        ((ObjectNode) parent).set(names[names.length - 1], value(slot, a));
        boolean unitOfField = a.is(Dimension.NUMBER) && slot.path().endsWith("_ms"); // "dt 0.0125"
        if (a.form() == Amount.Form.SERIES || unitOfField) {
            want.derive(slot.path(), a.said());
        }
        r.take(a);
    }

    private static JsonNode child(JsonNode parent, String name) {
        if (parent instanceof ArrayNode list) {
            return list.get(Integer.parseInt(name));
        }
        var there = parent.path(name);
        return there.isContainer() ? there : ((ObjectNode) parent).putObject(name);
    }

    private static JsonNode value(FreeSlot slot, Amount a) {
        if (!a.isSweep()) {
            return Want.number(a.value() / slot.per());
        }
        var sweep = JsonNodeFactory.instance.objectNode();
        a.values().forEach(v -> sweep.withArray("sweep").add(Want.number(v / slot.per())));
        return sweep;
    }
}
