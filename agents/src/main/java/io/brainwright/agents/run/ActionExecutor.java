package io.brainwright.agents.run;

/**
 * Carries out one action of the vocabulary. Beans of this type are found by {@link PlanRunner}; one per action.
 *
 * <p>A plan that asks for an action without an executor is refused before anything runs.
 */
public interface ActionExecutor {
    /** The action: "sim.run". */
    String action();

    /** Does it once; everything that it needs stands in the context. */
    StepOutcome run(StepContext context);

    /** Whether it only looks: then it may run without approval. */
    default boolean readOnly() {
        return false;
    }

    /** Whether it only looks and yet keeps what it found, as candidates are kept: then only the scientist's own words call it. */
    default boolean keeps() {
        return false;
    }

    /** How often it runs where a plan has variants, sweeps or repeats. */
    default Scope scope() {
        return Scope.EACH;
    }

    /** How often. */
    enum Scope {
        /** Once under each setting that reaches it. */
        EACH,
        /** Once, when all settings have run: it sees all of them, as a plot does. */
        ONCE
    }
}
