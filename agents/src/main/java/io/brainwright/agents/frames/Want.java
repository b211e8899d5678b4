package io.brainwright.agents.frames;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One action that is asked for, with the parameters that were said. */
public final class Want {
    private final String action;
    private final ObjectNode params = JsonNodeFactory.instance.objectNode();
    private final Map<String, Derived> derived = new LinkedHashMap<>();

    /**
     * How a value follows from words.
     *
     * @param how in words
     * @param alternatives what else could be chosen
     */
    public record Derived(String how, List<String> alternatives) {
        public Derived {
            alternatives = List.copyOf(alternatives);
        }
    }

    Want(String action) {
        this.action = action;
    }

    public String action() {
        return action;
    }

    /** The parameters as plans write them; the frame's own tree. */
    public ObjectNode params() {
        return params;
    }

    /** Values that were worked out of the words, by path below the action, each with how. */
    public Map<String, Derived> derived() {
        return derived;
    }

    /** Notes how a value follows from the words. */
    void derive(String path, String how) {
        derive(path, how, List.of());
    }

    /** The same where sources disagree. */
    void derive(String path, String how, List<String> alternatives) {
        derived.put(path, new Derived(how, alternatives));
    }

    /** Whole numbers are written without a fraction. */
    public static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 9e15
                ? JsonNodeFactory.instance.numberNode((long) value)
                : JsonNodeFactory.instance.numberNode(value);
    }

    /** An object within the parameters, made where it is absent. */
    ObjectNode object(String name) {
        return params.get(name) instanceof ObjectNode there ? there : params.putObject(name);
    }
}
