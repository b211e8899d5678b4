package io.brainwright.agents.run;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Progress;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.function.Supplier;

/** Calls stages and tells their progress; what a stage refuses comes out as its problem. */
final class Calls {
    private final RunListener listener;

    Calls(RunListener listener) {
        this.listener = listener;
    }

    /** Follows a build to its end. */
    DatasetRef build(String step, Supplier<Iterator<BuildProgress>> call) {
        return ask(() -> {
            var states = call.get();
            DatasetRef made = null;
            while (states.hasNext()) {
                var state = states.next();
                if (state.hasProgress()) {
                    tell(step, state.getProgress());
                } else if (state.hasResult()) {
                    made = state.getResult().getDataset();
                }
            }
            if (made == null) {
                throw new IllegalStateException(step + " ended without a dataset");
            }
            return made;
        });
    }

    /** Makes a call; leaving it early, by an interrupt too, cancels it at the stage. */
    <T> T ask(Supplier<T> call) {
        var context = Context.current().withCancellation();
        var before = context.attach();
        try {
            return call.get();
        } catch (StatusRuntimeException failure) {
            throw GrpcProblems.fromGrpc(failure);
        } finally {
            context.detach(before);
            context.cancel(null);
        }
    }

    void tell(String step, Progress p) {
        double left = p.getPerSecond() > 0 ? (p.getTotal() - p.getDone()) / p.getPerSecond() : Double.NaN;
        listener.progress(new RunListener.Progress(
                step, p.getVerb(), p.getUnit(), p.getDone(), p.getTotal(), p.getPerSecond(), left, p.getDetail()));
    }
}
