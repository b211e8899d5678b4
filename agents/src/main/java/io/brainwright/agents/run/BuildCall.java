package io.brainwright.agents.run;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.Progress;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Follows a stage's answer to its end. A service that goes away meanwhile is asked again: a build is the same build however often
 * it is asked for, and chunks that are done stay done.
 */
final class BuildCall {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String stage;
    private final RunListener listener;
    private final Duration patience;

    /**
     * @param stage whose answer it is, as the scientist sees it
     * @param listener told of progress
     * @param patience how long a service may be away
     */
    BuildCall(String stage, RunListener listener, Duration patience) {
        this.stage = stage;
        this.listener = listener;
        this.patience = patience;
    }

    /** Asks until there is an answer; a service that answers nothing for longer than our patience is a problem. */
    Built finish(Supplier<Iterator<BuildProgress>> call) {
        long heard = System.nanoTime();
        while (true) {
            var replies = call.get();
            try {
                while (replies.hasNext()) {
                    var reply = replies.next();
                    heard = System.nanoTime();
                    if (reply.hasResult()) {
                        return done(reply);
                    }
                    listener.progress(stage, reply.getProgress());
                }
                throw withoutResult();
            } catch (StatusRuntimeException failure) {
                if (!isAway(failure) || System.nanoTime() - heard > patience.toNanos()) {
                    throw failure;
                }
                pause();
            }
        }
    }

    private Built done(BuildProgress reply) {
        var r = reply.getResult();
        var made = new Built(
                stage,
                r.getDataset().getId(),
                r.getFromCatalogue(),
                r.getRows(),
                r.getBytes(),
                r.getFromCatalogue() ? 0 : r.getSeconds());
        listener.done(stage, made);
        return made;
    }

    /** Whether the connection failed, rather than the service saying what is wrong. */
    private static boolean isAway(StatusRuntimeException failure) {
        var said = StatusProto.fromThrowable(failure);
        return failure.getStatus().getCode() == Status.Code.UNAVAILABLE
                && (said == null || said.getDetailsCount() == 0);
    }

    private void pause() {
        listener.progress(
                stage,
                Progress.newBuilder()
                        .setDetail("the service is away, asking again")
                        .build());
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(
                    Kind.CANCELLED,
                    "BUILD_CANCELLED",
                    "The build of %s was cancelled.".formatted(stage),
                    "Ask again to go on from the chunks that are done.",
                    Map.of("stage", stage));
        }
    }

    private Problem withoutResult() {
        return new Problem(
                Kind.INTERNAL,
                "BUILD_WITHOUT_RESULT",
                "The %s service ended its answer without a dataset.".formatted(stage),
                "See the log.",
                Map.of("stage", stage));
    }
}
