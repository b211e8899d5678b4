package io.brainwright.plugin.service;

import io.brainwright.fabric.keys.TokenCalls;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.plugin.PluginAddress;
import io.brainwright.proto.plugin.v1.PluggedStage;
import io.brainwright.proto.plugin.v1.StageState;
import io.brainwright.proto.stage.v1.DescribeRequest;
import io.brainwright.proto.stage.v1.StageServiceGrpc;
import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One plugged-in stage: how it is called, and what was last heard of it. */
final class Plug implements AutoCloseable {
    /** Largest message that a plug-in may send; the contract says 16 MiB of rows. */
    private static final int LARGEST_MESSAGE = (16 << 20) + (64 << 10);

    private static final Duration INTRODUCTION = Duration.ofSeconds(3);

    private final PluginAddress address;
    private final ManagedChannel channel;
    private final PlugMemory memory;
    private volatile Heard heard;

    /** What is known: state, why it is not ready, and the last description that could be used. */
    private record Heard(
            StageState state, String why, @Nullable Described described) {}

    Plug(PluginAddress address, Path folder) {
        this.address = address;
        this.memory = new PlugMemory(folder, address.target());
        this.channel = channel(address);
        this.heard = new Heard(StageState.STAGE_STATE_AWAY, "it was not asked yet", memory.last());
    }

    private static ManagedChannel channel(PluginAddress address) {
        var keys = address.keys();
        var credentials = keys == null ? InsecureChannelCredentials.create() : keys.channelCredentials();
        var builder = Grpc.newChannelBuilder("dns:///" + address.target(), credentials)
                .maxInboundMessageSize(LARGEST_MESSAGE);
        return (keys == null ? builder : builder.intercept(new TokenCalls(keys))).build();
    }

    /** Asks it who it is, anew. */
    void introduce() {
        introduce(StageServiceGrpc.newBlockingStub(channel));
    }

    private void introduce(StageServiceGrpc.StageServiceBlockingStub stub) {
        channel.resetConnectBackoff();
        var last = heard.described();
        try {
            var told = stub.withDeadlineAfter(INTRODUCTION).describe(DescribeRequest.getDefaultInstance());
            var described = DescriptionCheck.of(told);
            if (last == null || !last.told().equals(told)) {
                memory.keep(told);
            }
            heard = new Heard(StageState.STAGE_STATE_READY, "", described);
        } catch (StatusRuntimeException failure) {
            heard = new Heard(StageState.STAGE_STATE_AWAY, said(failure), last);
        } catch (DescriptionCheck.Faulty faulty) {
            heard = new Heard(StageState.STAGE_STATE_REFUSED, faulty.what(), last);
        }
    }

    /** Why a call failed, in a few words; a plug-in that speaks something else says so itself. */
    private static String said(StatusRuntimeException failure) {
        return switch (failure.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED -> "nothing answers there";
            case UNIMPLEMENTED -> "what answers there does not offer brainwright.stage.v1.StageService";
            case UNAUTHENTICATED -> "it asks for another token";
            default -> String.valueOf(failure.getStatus());
        };
    }

    /**
     * Looks whether it can be called, and gives one that is being restarted a moment.
     *
     * @throws Problem UNAVAILABLE or PRECONDITION where it cannot
     */
    void reach() {
        if (!isReady() || channel.getState(true) != ConnectivityState.READY) {
            introduce(StageServiceGrpc.newBlockingStub(channel).withWaitForReady());
        }
        if (!isReady()) {
            throw notReady();
        }
    }

    /** Does not take it: another one has its name. */
    void refuse(String why) {
        heard = new Heard(StageState.STAGE_STATE_REFUSED, why, null);
    }

    boolean isReady() {
        return heard.state() == StageState.STAGE_STATE_READY;
    }

    PluginAddress address() {
        return address;
    }

    /** The last description that could be used, also of one that is away; null where it never gave one. */
    @Nullable
    Described described() {
        return heard.described();
    }

    PluggedStage told() {
        var now = heard;
        var told = PluggedStage.newBuilder()
                .setAddress(address.target())
                .setState(now.state())
                .setWhy(now.why());
        if (now.described() != null) {
            told.setDescription(now.described().told());
        }
        return told.build();
    }

    /** Why it cannot be called now. */
    Problem notReady() {
        return heard.state() == StageState.STAGE_STATE_REFUSED
                ? PlugProblems.refused(address.target(), heard.why())
                : PlugProblems.away(address.target(), heard.why());
    }

    ManagedChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
