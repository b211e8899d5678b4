package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.sim.v1.PartitionBegin;
import io.brainwright.proto.sim.v1.PartitionReady;
import io.brainwright.proto.sim.v1.PartitionServiceGrpc;
import io.brainwright.proto.sim.v1.StepRequest;
import io.brainwright.proto.sim.v1.StepResponse;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Exchange;
import io.brainwright.sim.model.solver.Partition;
import io.brainwright.sim.model.solver.SpikeLog;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Steps partitions of runs that other replicas lead. */
public final class PartitionGrpc extends PartitionServiceGrpc.PartitionServiceImplBase {
    private static final System.Logger LOG = System.getLogger(PartitionGrpc.class.getName());
    /** chosen: a leader that is silent for so long has gone. */
    private static final long PATIENCE_S = 600;

    private final Datasets datasets;
    private final int threads;
    private final AtomicLong stepped = new AtomicLong();

    /** @param threads threads of a partition */
    public PartitionGrpc(Datasets datasets, int threads) {
        this.datasets = datasets;
        this.threads = threads;
    }

    /** How many partitions were stepped to the end here. */
    public long stepped() {
        return stepped.get();
    }

    @Override
    public StreamObserver<StepRequest> step(StreamObserver<StepResponse> reply) {
        return new Call((ServerCallStreamObserver<StepResponse>) reply);
    }

    /** One partition: what the leader says is queued, and taken by the thread that steps. */
    private final class Call implements StreamObserver<StepRequest>, Exchange {
        private static final StepRequest END = StepRequest.getDefaultInstance();

        private final ServerCallStreamObserver<StepResponse> reply;
        private final Paced<StepResponse> out;
        private final BlockingQueue<StepRequest> in = new LinkedBlockingQueue<>();
        private @Nullable Network network;
        private boolean started;

        Call(ServerCallStreamObserver<StepResponse> reply) {
            this.reply = reply;
            out = new Paced<>(reply);
            reply.setOnCancelHandler(this::end);
        }

        private void end() {
            in.add(END);
            out.end();
        }

        @Override
        public void onNext(StepRequest request) {
            in.add(request);
            if (!started) {
                started = true;
                Thread.ofPlatform().daemon().name("sim-partition").start(this::run);
            }
        }

        @Override
        public void onError(Throwable gone) {
            end();
        }

        @Override
        public void onCompleted() {
            in.add(END);
        }

        private void run() {
            try {
                step();
                stepped.incrementAndGet();
                reply.onCompleted();
            } catch (LeaderGone gone) {
                LOG.log(System.Logger.Level.INFO, "A partition was given up: its leader has ended the run");
                reply.onCompleted();
            } catch (Problem problem) {
                reply.onError(GrpcProblems.toGrpc("sim.brainwright.io", problem));
            } catch (RuntimeException | Error e) {
                if (reply.isCancelled()) {
                    LOG.log(System.Logger.Level.INFO, "A partition was given up: its leader has gone");
                    return;
                }
                LOG.log(System.Logger.Level.WARNING, "A partition failed", e);
                reply.onError(GrpcProblems.toGrpc(
                        "sim.brainwright.io",
                        new Problem(Kind.INTERNAL, "PARTITION_FAILED", "A partition failed: " + e, "", Map.of())));
            }
        }

        private void step() {
            var begin = take().getBegin();
            var request = begin.getRequest();
            network = SimStage.circuit(request, datasets).network();
            checkSame(begin);
            var cells = BitSet.valueOf(begin.getCells().toByteArray());
            var partition = new Partition(network, cells, Backend.named(request.getBackend()), threads);
            out.send(StepResponse.newBuilder()
                    .setReady(PartitionReady.newBuilder().setCells(cells.cardinality()))
                    .build());
            var past = new SpikeLog();
            var next = take();
            while (next.hasPast()) {
                PartitionMessages.add(next.getPast(), past);
                next = take();
            }
            var states = new States(next);
            partition.step(this, begin.getStep(), past, states::next, this::keep);
        }

        /** What comes between the past and the word to go: the state of each cell. */
        private final class States {
            private StepRequest next;

            States(StepRequest first) {
                next = first;
            }

            byte[] next() {
                return PartitionMessages.state(() -> {
                    var piece = next.getCellState();
                    next = take();
                    return piece;
                });
            }
        }

        private void checkSame(PartitionBegin begin) {
            if (!Arrays.equals(begin.getNetwork().toByteArray(), Partition.identity(network()))) {
                throw new Problem(
                        Kind.PRECONDITION,
                        "ANOTHER_NETWORK",
                        "This replica built another network of the request than its leader.",
                        "Run the same version on all replicas of the simulator.",
                        Map.of());
            }
        }

        private Network network() {
            if (network == null) {
                throw new IllegalStateException("nothing was begun");
            }
            return network;
        }

        private void keep(byte[] state) {
            for (var piece : PartitionMessages.pieces(state)) {
                out.send(StepResponse.newBuilder().setCellState(piece).build());
            }
        }

        @Override
        public Heard together(int step, Share own, boolean keep) {
            for (var frame : own.frames()) {
                for (var piece : PartitionMessages.pieces(frame)) {
                    out.send(StepResponse.newBuilder().setFrame(piece).build());
                }
            }
            out.send(StepResponse.newBuilder()
                    .setShare(PartitionMessages.share(step, own))
                    .build());
            var heard = take().getHeard();
            if (heard.getStep() != step) {
                throw new IllegalStateException("heard of step %d at step %d".formatted(heard.getStep(), step));
            }
            return new Heard(
                    PartitionMessages.spikes(network(), heard.getSpikes()), java.util.List.of(), heard.getKeep());
        }

        private StepRequest take() {
            try {
                var taken = in.poll(PATIENCE_S, TimeUnit.SECONDS);
                if (taken == null || taken == END) {
                    throw new LeaderGone();
                }
                return taken;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LeaderGone();
            }
        }
    }

    /** The run is over, or the leader has gone. */
    private static final class LeaderGone extends RuntimeException {}
}
