package io.brainwright.plugin.service;

import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.stage.v1.ChunksResponse;
import io.brainwright.proto.stage.v1.Order;
import io.brainwright.proto.stage.v1.StageInput;
import io.brainwright.proto.stage.v1.StageRequest;
import io.brainwright.proto.stage.v1.StageServiceGrpc;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One question to a plug-in. While one thread sends rows, another takes answers, so that neither side can block the other. */
final class StageCall {
    private static final Duration LOOK_UP = Duration.ofSeconds(10);
    private static final Runnable NOTHING = () -> {};
    private static final long SLICE_MS = 500;

    private final Plug plug;
    private final String stage;
    private final Duration patience;

    StageCall(Plug plug, String stage) {
        this.plug = plug;
        this.stage = stage;
        this.patience = plug.address().patience();
        plug.reach();
    }

    Estimate estimate(StageRequest request) {
        try {
            return StageServiceGrpc.newBlockingStub(plug.channel())
                    .withDeadlineAfter(LOOK_UP)
                    .estimate(request);
        } catch (StatusRuntimeException failure) {
            throw PlugProblems.failed(stage, "estimating", failure);
        }
    }

    ChunksResponse chunks(Order order, InputFeed rows) {
        var call = StageServiceGrpc.newBlockingV2Stub(plug.channel()).chunks();
        var answer = new ChunksResponse[1];
        converse(call, order, rows, "cutting chunks", NOTHING, told -> answer[0] = told);
        if (answer[0] == null) {
            throw PlugProblems.broken(stage, "its chunks", "it gave none");
        }
        return answer[0];
    }

    void make(Order order, InputFeed rows, ChunkSpec chunk, ChunkSink out, Consumer<byte[]> write) {
        var call = StageServiceGrpc.newBlockingV2Stub(plug.channel()).runChunk();
        var far = new Far(out, chunk.amount());
        converse(call, order, rows, "making chunk %d (%s)".formatted(chunk.index(), chunk.label()), far, told -> {
            switch (told.getPartCase()) {
                case ROWS -> write.accept(told.getRows().getArrow().toByteArray());
                case PROGRESS ->
                    far.told(told.getProgress().getDone(), told.getProgress().getDetail());
                case PART_NOT_SET -> throw PlugProblems.broken(stage, chunk.label(), "it sent an empty message");
            }
        });
    }

    /** How far a chunk is; said again from time to time, so that a build that was cancelled stops while a plug-in is silent. */
    private static final class Far implements Runnable {
        private final ChunkSink out;
        private final long amount;
        private long done;
        private String detail = "";

        Far(ChunkSink out, long amount) {
            this.out = out;
            this.amount = amount;
        }

        void told(long done, String detail) {
            this.done = Math.clamp(done, 0, amount);
            this.detail = detail;
            run();
        }

        @Override
        public void run() {
            out.progress(done, detail);
        }
    }

    private <T> void converse(
            BlockingClientCall<StageInput, T> call,
            Order order,
            InputFeed rows,
            String doing,
            Runnable beat,
            Consumer<T> answer) {
        var sender = new Sender(call, order, rows);
        var thread = Thread.ofVirtual().name("bw-plug-input").start(sender);
        try {
            long heard = System.nanoTime();
            while (true) {
                T told;
                try {
                    told = call.read(SLICE_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException quiet) {
                    beat.run();
                    if (System.nanoTime() - Math.max(heard, sender.sent) > patience.toNanos()) {
                        throw PlugProblems.silent(stage, doing, patience);
                    }
                    continue;
                }
                if (told == null) {
                    break;
                }
                heard = System.nanoTime();
                answer.accept(told);
            }
        } catch (StatusException failure) {
            if (sender.problem != null) {
                throw sender.problem;
            }
            plug.introduce(); // it may be another one by now
            throw PlugProblems.failed(
                    stage, doing, new StatusRuntimeException(failure.getStatus(), failure.getTrailers()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem(
                    Kind.CANCELLED,
                    "BUILD_CANCELLED",
                    "The build of stage %s was cancelled.".formatted(stage),
                    "Ask again to go on from the chunks that are done.",
                    Map.of("stage", stage));
        } finally {
            call.cancel("The question is settled.", null);
            thread.interrupt();
        }
        if (sender.problem != null) {
            throw sender.problem;
        }
    }

    /** Sends the order and the rows; a dataset that cannot be read ends the call. */
    private static final class Sender implements Runnable {
        private final BlockingClientCall<StageInput, ?> call;
        private final Order order;
        private final InputFeed rows;
        private volatile long sent = System.nanoTime();
        private volatile @Nullable Problem problem;

        Sender(BlockingClientCall<StageInput, ?> call, Order order, InputFeed rows) {
            this.call = call;
            this.order = order;
            this.rows = rows;
        }

        @Override
        public void run() {
            try {
                if (send(StageInput.newBuilder().setOrder(order).build()) && rows.each(this::send)) {
                    call.halfClose();
                }
            } catch (Problem unreadable) {
                problem = unreadable;
                call.cancel("An input cannot be read.", unreadable);
            }
        }

        /** Whether the plug-in still wants more. */
        private boolean send(StageInput part) {
            try {
                boolean taken = call.write(part);
                sent = System.nanoTime();
                return taken;
            } catch (InterruptedException settled) {
                Thread.currentThread().interrupt();
                return false;
            } catch (StatusException failure) {
                System.getLogger(StageCall.class.getName())
                        .log(
                                System.Logger.Level.DEBUG,
                                "A plug-in takes no more rows: {0}",
                                Status.fromThrowable(failure));
                return false;
            }
        }
    }
}
