package io.brainwright.plugin.service;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What can be wrong with a plugged-in stage, told to the scientist and to its author. */
final class PlugProblems {
    private static final String AUTHOR = "Mend the plug-in; docs/plugins.md tells what the contract asks.";

    private PlugProblems() {}

    static Problem away(String target, String said) {
        return new Problem(
                Kind.UNAVAILABLE,
                "PLUGIN_AWAY",
                "The plugged-in stage at %s does not answer: %s.".formatted(target, said),
                "Start it, or take it out of brainwright.yaml; 'brainwright stages' tells how it stands.",
                Map.of("address", target, "cause", said));
    }

    static Problem silent(String stage, String doing, Duration patience) {
        return new Problem(
                Kind.UNAVAILABLE,
                "PLUGIN_SILENT",
                "The plugged-in stage '%s' said nothing for %s s while %s.".formatted(stage, seconds(patience), doing),
                "See whether it hangs; a chunk that takes long reports progress, or give it more 'answer-timeout-s'.",
                Map.of("stage", stage, "doing", doing, "seconds", seconds(patience)));
    }

    /** What a plug-in sent breaks the contract. */
    static Problem broken(String stage, String where, String what) {
        return new Problem(
                Kind.INVALID,
                "PLUGIN_BREAKS_CONTRACT",
                "The plugged-in stage '%s' breaks its contract at %s: %s.".formatted(stage, where, what),
                AUTHOR,
                Map.of("stage", stage, "where", where, "fault", what));
    }

    static Problem notDeterministic(String stage, String where) {
        return new Problem(
                Kind.INVALID,
                "PLUGIN_NOT_DETERMINISTIC",
                "The plugged-in stage '%s' made other rows when it was asked for %s a second time."
                        .formatted(stage, where),
                "Take every random number from the seed and the entity's id (brainwright.draws in Python), and nothing from time or order.",
                Map.of("stage", stage, "where", where));
    }

    static Problem refused(String target, String why) {
        return new Problem(
                Kind.PRECONDITION,
                "PLUGIN_REFUSED",
                "The plugged-in stage at %s is not taken: %s.".formatted(target, why),
                "Mend the plug-in, or take it out of brainwright.yaml.",
                Map.of("address", target, "fault", why));
    }

    static Problem unknown(String stage, List<String> known) {
        return new Problem(
                Kind.NOT_FOUND,
                "PLUGIN_UNKNOWN",
                "No plugged-in stage is called '%s'.".formatted(stage),
                known.isEmpty()
                        ? "List it in brainwright.yaml (docs/plugins.md)."
                        : "There are " + String.join(", ", known) + ".",
                Map.of("stage", stage));
    }

    /** What a failed call means. A plug-in that explains itself keeps its own words. */
    static Problem failed(String stage, String doing, StatusRuntimeException failure) {
        var told = GrpcProblems.fromGrpc(failure);
        var code = failure.getStatus().getCode();
        if (!told.reason().startsWith("CALL_")) {
            return told;
        }
        var said = failure.getStatus().getDescription() == null
                ? code.name()
                : code + ": " + failure.getStatus().getDescription();
        boolean died = code == Status.Code.UNAVAILABLE;
        return new Problem(
                told.kind(),
                died ? "PLUGIN_DIED" : "PLUGIN_FAILED",
                died
                        ? "The plugged-in stage '%s' went away while %s (%s).".formatted(stage, doing, said)
                        : "The plugged-in stage '%s' failed while %s (%s).".formatted(stage, doing, said),
                died ? "Start it again and ask again: chunks that are done are kept." : "Its own log has the details.",
                Map.of("stage", stage, "doing", doing, "cause", said),
                List.of(),
                failure);
    }

    static String seconds(Duration d) {
        return d.toMillis() % 1000 == 0 ? String.valueOf(d.toSeconds()) : String.valueOf(d.toMillis() / 1e3);
    }
}
