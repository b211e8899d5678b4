package io.brainwright.agents.run;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.BuildProgress;
import java.util.Iterator;
import java.util.Map;

/** Follows a stage's answer to its end. */
final class BuildCall {
    private BuildCall() {}

    static Built finish(String stage, Iterator<BuildProgress> replies, RunListener listener) {
        while (replies.hasNext()) {
            var reply = replies.next();
            if (reply.hasProgress()) {
                listener.progress(stage, reply.getProgress());
                continue;
            }
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
        throw new Problem(
                Kind.INTERNAL,
                "BUILD_WITHOUT_RESULT",
                "The %s service ended its answer without a dataset.".formatted(stage),
                "See the log.",
                Map.of("stage", stage));
    }
}
