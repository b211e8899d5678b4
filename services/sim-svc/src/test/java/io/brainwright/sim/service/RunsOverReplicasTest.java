package io.brainwright.sim.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.StringValue;
import io.brainwright.fabric.dataset.Provenance;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.RowHash;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.sim.v1.CellTarget;
import io.brainwright.proto.sim.v1.CurrentStep;
import io.brainwright.proto.sim.v1.DepthProbe;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.testkit.StageHarness;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three replicas make the dataset of one; a replica that is killed, or a run that is stopped and asked again, changes no row. */
class RunsOverReplicasTest {
    private static final List<PlacedCell> CELLS = List.of(
            Cells.pyramid(7, 5), Cells.basket(9, 4), Cells.pyramid(11, 5), Cells.basket(12, 4), Cells.pyramid(20, 5));

    private final StageHarness harness = new StageHarness();
    private final List<Server> servers = new ArrayList<>();
    private final SimRequest request = asked();
    private final AtomicInteger stepped = new AtomicInteger();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        servers.forEach(Server::shutdownNow);
    }

    @Test
    void twoAndThreeReplicasMakeTheRowsOfOne() throws IOException {
        var one = rows(new SimStage(1), request);
        assertThat(one.get("spikes rows")).isNotEqualTo("0");
        assertThat(one.keySet()).anyMatch(k -> k.startsWith("lfp"));
        var first = peer(Long.MAX_VALUE);
        assertThat(rows(stage(List.of(first), null), request)).isEqualTo(one);
        var second = peer(Long.MAX_VALUE);
        assertThat(rows(stage(List.of(first, second), null), request)).isEqualTo(one);
        assertThat(stepped.get()).isEqualTo(3);
    }

    @Test
    void aReplicaThatIsKilledMidwayIsDoneWithout() throws IOException {
        var one = rows(new SimStage(1), request);
        for (boolean kept : new boolean[] {false, true}) {
            stepped.set(0);
            var mortal = peer(15); // of some 33 messages
            var other = peer(Long.MAX_VALUE);
            var runs = kept ? new KeptRuns(folder.resolve("kept"), Duration.ofMillis(1), 0) : null;
            assertThat(rows(stage(List.of(mortal, other), runs), request)).isEqualTo(one);
            assertThat(stepped.get()).as("both, then one of them again").isEqualTo(3);
        }
    }

    @Test
    void aReplicaThatIsNotThereIsDoneWithout() throws IOException {
        assertThat(rows(stage(List.of("localhost:1"), null), request)).isEqualTo(rows(new SimStage(1), request));
    }

    @Test
    void aRunThatWasStoppedAndIsAskedAgainGoesOn() throws IOException {
        var one = rows(new SimStage(1), request);
        var kept = new KeptRuns(folder.resolve("kept"), Duration.ofMillis(1), 0);
        var stage = new SimStage(1, kept, null);
        var complete = stage.complete(request);
        var id = Provenance.id(stage.name(), stage.version(), stage.identity(complete), stage.inputs(complete));
        assertThatThrownBy(() -> make(stage, complete, new Rows() {
                    @Override
                    public void progress(long done, String detail) {
                        if (done > 20) {
                            throw new IllegalStateException("the worker dies");
                        }
                    }
                }))
                .hasMessage("the worker dies");
        var state = folder.resolve("kept").resolve(id.hex()).resolve("state");
        assertThat(state).exists();
        var keptOn = new ArrayList<Boolean>();
        var rest = new Rows() {
            @Override
            public void progress(long done, String detail) {
                if (done > 0 && done < 30) {
                    keptOn.add(Files.exists(state));
                }
            }
        };
        var another = new SimStage(2, new KeptRuns(folder.resolve("kept"), Duration.ofHours(1), 0), null);
        make(another, complete, rest);
        assertThat(rest.hashes()).isEqualTo(one);
        assertThat(keptOn)
                .as("a run that begins anew gives the old checkpoint up")
                .isNotEmpty()
                .doesNotContain(false);
        assertThat(state).doesNotExist();
        Files.createDirectories(state.getParent());
        Files.write(state, new byte[] {1, 2, 3});
        assertThat(rows(another, request))
                .as("a damaged checkpoint begins anew")
                .isEqualTo(one);
    }

    /** A replica on a port of its own that breaks down after it has been told so many messages. */
    private String peer(long messages) throws IOException {
        var server = NettyServerBuilder.forPort(0)
                .addService(ServerInterceptors.intercept(new PartitionGrpc(harness, 1), new Mortal(messages)))
                .build()
                .start();
        servers.add(server);
        return "localhost:" + server.getPort();
    }

    private final class Mortal implements ServerInterceptor {
        private final AtomicLong left;
        private final int place = servers.size();

        Mortal(long messages) {
            left = new AtomicLong(messages);
        }

        @Override
        public <A, B> ServerCall.Listener<A> interceptCall(
                ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
            stepped.incrementAndGet();
            return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
                @Override
                public void onMessage(A message) {
                    if (left.decrementAndGet() == 0) {
                        servers.get(place).shutdownNow();
                    }
                    super.onMessage(message);
                }
            };
        }
    }

    private SimStage stage(List<String> peers, @Nullable KeptRuns kept) {
        return new SimStage(1, kept, new Replicas(peers, null, () -> -1, 0, Duration.ofSeconds(60)));
    }

    private Map<String, String> rows(SimStage stage, SimRequest request) {
        var rows = new Rows();
        make(stage, stage.complete(request), rows);
        return rows.hashes();
    }

    private void make(SimStage stage, SimRequest complete, ChunkSink to) {
        stage.make(complete, stage.chunks(complete, harness).get(0), harness, to);
    }

    /** What was written: number and hash of each table's rows. */
    private static class Rows implements ChunkSink {
        private final Map<String, StringBuilder> hash = new TreeMap<>();
        private final Map<String, Long> count = new TreeMap<>();

        @Override
        public void write(Batch rows) {
            hash.computeIfAbsent(rows.schema().name(), _ -> new StringBuilder())
                    .append(RowHash.sha256(rows))
                    .append(' ');
            count.merge(rows.schema().name(), (long) rows.rowCount(), Long::sum);
        }

        @Override
        public void progress(long done, String detail) {}

        Map<String, String> hashes() {
            var all = new TreeMap<String, String>();
            hash.forEach((name, h) -> all.put(name, h.toString()));
            count.forEach((name, n) -> all.put(name + " rows", n.toString()));
            return all;
        }
    }

    private SimRequest asked() {
        return SimRequest.newBuilder()
                .setCells(keep(HandMade.cells(CELLS)))
                .setMorphologies(keep(HandMade.morphologies(CELLS)))
                .setSynapses(keep(
                        HandMade.synapses(new long[] {7, 7, 7, 11, 7, 20}, new long[] {9, 11, 12, 20, 20, 9}, 1.5f, 1)))
                .setDurationMs(30)
                .setBackend("java")
                .setDepthProbe(DepthProbe.newBuilder().setContacts(4))
                .addStimuli(Stimulus.newBuilder()
                        .setTarget(
                                CellTarget.newBuilder().addMTypes(CELLS.get(0).mtype()))
                        .setCurrentStep(CurrentStep.newBuilder()
                                .setStartMs(2)
                                .setDurationMs(20)
                                .setAmplitudeNA(2)))
                .build();
    }

    private DatasetRef keep(HandMade rows) {
        return DatasetRef.newBuilder()
                .setId(harness.run(rows, StringValue.getDefaultInstance()).hex())
                .build();
    }
}
