package io.brainwright.agents.models;

/** A key that is shown to nobody but its provider. */
public final class Secret {
    private static final int SHORTEST_TOLD_APART = 6;

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    String reveal() {
        return value;
    }

    /** Text of others, in which this key is not told. */
    public String hiddenIn(String text) {
        return value.length() < SHORTEST_TOLD_APART ? text : text.replace(value, "(key)");
    }

    @Override
    public String toString() {
        return "(key)";
    }
}
