package io.brainwright.agents.plan;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The stages that a scientist plugged in. */
public interface Plugged {
    /** None. */
    Plugged NONE = new Plugged() {
        @Override
        public PluggedActions actions() {
            return PluggedActions.NONE;
        }

        @Override
        public Optional<Cost> cost(PluggedAction action, ObjectNode params, ObjectNode region) {
            return Optional.empty();
        }
    };

    /** Their actions as they stand now. */
    PluggedActions actions();

    /**
     * What a step would cost, as its stage says; empty where it cannot say.
     *
     * @param params parameters of the step
     * @param region parameters of atlas.region that it works in; empty where there is none
     */
    Optional<Cost> cost(PluggedAction action, ObjectNode params, ObjectNode region);

    /**
     * What a stage says of the cost of a step.
     *
     * @param amount how much it makes, in {@code unit}s
     * @param notes what it rests on
     */
    record Cost(double seconds, long memory_bytes, long disk_bytes, double amount, String unit, List<String> notes) {
        public Cost {
            notes = List.copyOf(notes);
        }
    }
}
