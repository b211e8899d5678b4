package io.brainwright.fabric.rpc;

import com.google.protobuf.Message;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.BuildResult;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Progress;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What every stage's gRPC adapter does alike: unwrap, delegate, wrap. A caller that goes away interrupts the build.
 */
public final class StageCalls {
    private static final Runnable NOTHING_MORE = () -> {};

    private final String domain;
    private final Builds builds;

    /**
     * @param domain the service that speaks, e.g. {@code placement.brainwright.io}
     * @param builds where datasets are built
     */
    public StageCalls(String domain, Builds builds) {
        this.domain = domain;
        this.builds = builds;
    }

    /** Serves a Build call. */
    public <R extends Message> void build(Stage<R> stage, R request, StreamObserver<BuildProgress> reply) {
        var worker = Thread.currentThread();
        var call = (ServerCallStreamObserver<BuildProgress>) reply;
        call.setOnCancelHandler(NOTHING_MORE); // without a handler the next reply would throw
        // The handler itself comes only when this method has returned; the context is cancelled at once.
        Context.CancellationListener gone = _ -> worker.interrupt();
        var context = Context.current();
        context.addListener(gone, Runnable::run);
        try {
            guard(reply, () -> {
                var built = builds.build(stage, stage.complete(request), s -> reply.onNext(progress(s)));
                reply.onNext(result(built));
                reply.onCompleted();
            });
        } finally {
            context.removeListener(gone);
        }
    }

    /** Serves a call with one answer. */
    public <T> void answer(StreamObserver<T> reply, Supplier<T> answer) {
        guard(reply, () -> {
            reply.onNext(answer.get());
            reply.onCompleted();
        });
    }

    /** Runs the rest of a call; what it throws goes to the caller as a status. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    public void guard(StreamObserver<?> reply, Runnable call) {
        try {
            call.run();
        } catch (Problem problem) {
            reply.onError(GrpcProblems.toGrpc(domain, problem));
        } catch (RuntimeException | AssertionError broken) {
            System.getLogger(domain).log(System.Logger.Level.ERROR, "A call failed unexpectedly", broken);
            var problem = new Problem(
                    Kind.INTERNAL,
                    "UNEXPECTED",
                    "%s failed unexpectedly: %s".formatted(domain, broken),
                    "This is a fault of Brainwright; the log has the details.",
                    Map.of("domain", domain),
                    List.of(),
                    broken);
            reply.onError(GrpcProblems.toGrpc(domain, problem));
        }
    }

    private static BuildProgress progress(Builds.BuildStatus s) {
        var p = Progress.newBuilder()
                .setVerb(s.verb())
                .setUnit(s.unit())
                .setDone(s.done())
                .setTotal(s.total())
                .setDetail(s.detail())
                .setPerSecond(s.perSecond());
        return BuildProgress.newBuilder().setProgress(p).build();
    }

    private static BuildProgress result(Builds.Built built) {
        var m = built.manifest();
        var r = BuildResult.newBuilder()
                .setDataset(DatasetRef.newBuilder().setId(m.id().hex()))
                .setFromCatalogue(built.fromCatalogue())
                .setRows(m.rows().values().stream().mapToLong(Long::longValue).sum())
                .setBytes(m.bytes())
                .setSeconds(m.seconds());
        return BuildProgress.newBuilder().setResult(r).build();
    }
}
