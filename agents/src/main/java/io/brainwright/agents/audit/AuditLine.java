package io.brainwright.agents.audit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that was done.
 *
 * @param time when it began, ISO 8601 in UTC
 * @param kind sort of thing
 * @param what which: "brainwright.sim.v1.SimService/Build", "plan.propose", the name of a model
 * @param arguments what it was called with, secrets redacted, long texts as hash and length
 * @param outcome "OK", or what went wrong
 * @param milliseconds how long it took
 * @param plan hash of the plan for which it was done; null where there was none
 */
public record AuditLine(
        String time,
        Kind kind,
        String what,
        JsonNode arguments,
        String outcome,
        double milliseconds,
        @Nullable String plan) {
    /** Outcome of what went well. */
    public static final String OK = "OK";

    /** Sorts of things that are logged. */
    public enum Kind {
        /** A call of a service. */
        GRPC,
        /** A tool that a model or another program called. */
        TOOL,
        /** A call of a chat model. */
        MODEL,
        /** A plan was approved, or was not. */
        APPROVAL,
        /** A plan ran. */
        RUN,
        /** Something was written for other readers. */
        EXPORT,
        /** A plan or a scene was edited, or an edit was taken back. */
        EDIT,
        /** The scientist said something that was no edit. */
        TURN,
        /** A verb of the command line that makes, changes or decides something. */
        VERB
    }
}
