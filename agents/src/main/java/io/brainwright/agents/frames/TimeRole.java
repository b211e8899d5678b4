package io.brainwright.agents.frames;

/** What a time can be the time of, and the parameter that holds it. */
enum TimeRole {
    /** When a stimulus begins, on the simulation's clock. */
    ONSET("time_ms"),
    /** How long after the start of the simulation it begins. */
    DELAY("delay_ms"),
    /** How long after the stimulus before it. */
    LATER("delay_after_ms"),
    /** How long a stimulus lasts. */
    LENGTH("duration_ms"),
    /** How long after a train the test spike comes. */
    RECOVERY("recovery_ms"),
    /** From when to when a stimulus lasts. */
    WINDOW(""),
    /** How long the simulation lasts. */
    RUN("duration_ms"),
    /** One step of the integration. */
    STEP("dt_ms"),
    /** None of these: a time of something else, or one too many. */
    OTHER("");

    private final String parameter;

    TimeRole(String parameter) {
        this.parameter = parameter;
    }

    /** The parameter's name; empty where the role has none of its own. */
    String parameter() {
        return parameter;
    }

    boolean isOfStimulus() {
        return this != RUN && this != STEP && this != OTHER;
    }

    /** Whether it says when a stimulus begins. */
    boolean begins() {
        return this == ONSET || this == DELAY;
    }
}
