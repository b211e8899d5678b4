package io.brainwright.sim.service;

import com.google.protobuf.ByteString;
import io.brainwright.proto.sim.v1.PartitionBegin;
import io.brainwright.proto.sim.v1.PartitionGo;
import io.brainwright.proto.sim.v1.PartitionServiceGrpc;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.StepRequest;
import io.brainwright.proto.sim.v1.StepResponse;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.solver.Exchange;
import io.brainwright.sim.model.solver.Peer;
import io.brainwright.sim.model.solver.PeerLost;
import io.brainwright.sim.model.solver.SpikeLog;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A partition on another replica. */
final class GrpcPeer implements Peer {
    private final String name;
    private final ManagedChannel channel;
    private final SimRequest request;
    private final Network network;
    private final byte[] identity;
    private final Duration patience;
    private final Answers answers = new Answers();
    private int shared;

    /**
     * @param channel to the replica; closed with the partition
     * @param identity of the network
     * @param patience longest silence
     */
    GrpcPeer(
            String name,
            ManagedChannel channel,
            SimRequest request,
            Network network,
            byte[] identity,
            Duration patience) {
        this.name = name;
        this.channel = channel;
        this.request = request;
        this.network = network;
        this.identity = identity;
        this.patience = patience;
        PartitionServiceGrpc.newStub(channel).step(answers);
    }

    /** What comes back, in order; the end of the call is an answer too. */
    private static final class Answers implements ClientResponseObserver<StepRequest, StepResponse> {
        private final BlockingQueue<Answer> queue = new LinkedBlockingQueue<>();
        private @Nullable ClientCallStreamObserver<StepRequest> call;
        private @Nullable Paced<StepRequest> out;

        private record Answer(
                @Nullable StepResponse response, @Nullable Throwable end) {}

        @Override
        public void beforeStart(ClientCallStreamObserver<StepRequest> to) {
            call = to;
            out = new Paced<>(to);
        }

        @Override
        public void onNext(StepResponse response) {
            queue.add(new Answer(response, null));
        }

        @Override
        public void onError(Throwable failed) {
            end(failed);
        }

        @Override
        public void onCompleted() {
            end(Status.CANCELLED.withDescription("it has ended by itself").asRuntimeException());
        }

        private void end(Throwable how) {
            queue.add(new Answer(null, how));
            if (out != null) {
                out.end();
            }
        }

        private Paced<StepRequest> out() {
            if (out == null) {
                throw new IllegalStateException("the call was not begun");
            }
            return out;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void begin(BitSet cells, int step, SpikeLog past) {
        var begin = PartitionBegin.newBuilder()
                .setRequest(request)
                .setCells(ByteString.copyFrom(cells.toByteArray()))
                .setStep(step)
                .setNetwork(ByteString.copyFrom(identity));
        send(StepRequest.newBuilder().setBegin(begin).build());
        PartitionMessages.past(past)
                .forEach(list -> send(StepRequest.newBuilder().setPast(list).build()));
    }

    @Override
    public void restore(byte[] state) {
        PartitionMessages.pieces(state)
                .forEach(piece ->
                        send(StepRequest.newBuilder().setCellState(piece).build()));
    }

    @Override
    public void go() {
        send(StepRequest.newBuilder().setGo(PartitionGo.getDefaultInstance()).build());
        if (!answer().hasReady()) {
            throw new PeerLost(name, "did not say that it was ready");
        }
    }

    @Override
    public Exchange.Share share(int step) {
        var frames = new PartitionMessages.FramesSoFar();
        var answer = answer();
        while (answer.hasFrame()) {
            frames.add(answer.getFrame());
            answer = answer();
        }
        if (!answer.hasShare() || answer.getShare().getStep() != step) {
            throw new PeerLost(name, "answered with something else than its share of step " + step);
        }
        shared = step;
        return new Exchange.Share(
                PartitionMessages.spikes(network, answer.getShare().getSpikes()), frames.take());
    }

    @Override
    public void tell(Exchange.Heard heard) {
        send(StepRequest.newBuilder()
                .setHeard(PartitionMessages.heard(shared, heard))
                .build());
    }

    @Override
    public byte[] state() {
        return PartitionMessages.state(() -> {
            var answer = answer();
            if (!answer.hasCellState()) {
                throw new PeerLost(name, "answered with something else than the state of a cell");
            }
            return answer.getCellState();
        });
    }

    private StepResponse answer() {
        try {
            var answer = answers.queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new PeerLost(name, "was silent for %d s".formatted(patience.toSeconds()));
            }
            if (answer.response() == null) {
                var end = answer.end();
                throw end == null
                        ? new PeerLost(name, "has ended")
                        : new PeerLost(name, "has ended: " + end.getMessage(), end);
            }
            return answer.response();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerLost(name, "was not waited for", e);
        }
    }

    private void send(StepRequest message) {
        try {
            answers.out().send(message);
        } catch (IllegalStateException gone) {
            throw new PeerLost(name, String.valueOf(gone.getMessage()), gone);
        }
    }

    @Override
    public void close() {
        var call = answers.call;
        if (call != null) {
            call.cancel("the run is over", null);
        }
        channel.shutdownNow();
    }
}
