package io.brainwright.sim.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.GrpcPort;
import io.brainwright.fabric.table.RowHash;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.sim.v1.CurrentStep;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.sim.SimService;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.testkit.GivenRows;
import io.brainwright.testkit.StageHarness;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Two services with a broker between them: they step one run together, and a run that is cancelled goes on when it is asked again. */
class ReplicasApartTest {
    private static final List<PlacedCell> CELLS =
            List.of(Cells.pyramid(7, 5), Cells.basket(9, 4), Cells.pyramid(11, 5), Cells.basket(12, 4));

    @TempDir
    private Path workspace;

    private final StageHarness alone = new StageHarness();

    @Test
    void theyMakeTheRowsOfOneAndGoOnWithACancelledRun() throws IOException {
        try (var first = SimService.start(
                "--brainwright.workspace=" + workspace, "--spring.grpc.server.port=0", "--brainwright.workers=0")) {
            var kafka = first.getBean(EmbeddedBroker.class).bootstrap();
            try (var second = SimService.start(
                            "--brainwright.kafka.bootstrap=" + kafka,
                            "--spring.grpc.server.port=0",
                            "--brainwright.workers=0",
                            "--brainwright.sim.checkpoints=" + workspace.resolve("own")); // each option stands alone
                    var leader = SimService.start(
                            "--brainwright.kafka.bootstrap=" + kafka,
                            "--spring.grpc.server.port=0",
                            "--brainwright.workers=1",
                            "--brainwright.sim.peers=localhost:" + port(second),
                            "--brainwright.sim.checkpoints=" + workspace.resolve("kept"),
                            "--brainwright.sim.keep-every-s=0",
                            "--brainwright.sim.worth-s=0")) {
                var request = request(first.getBean(Fabric.class));
                var channel = channel(leader);
                try {
                    together(request.toBuilder().setDurationMs(30).build(), channel, leader, second);
                    cancelled(request.toBuilder().setDurationMs(900).build(), channel, leader);
                } finally {
                    channel.shutdownNow();
                }
            }
        }
    }

    private void together(
            SimRequest request,
            ManagedChannel channel,
            ConfigurableApplicationContext leader,
            ConfigurableApplicationContext second) {
        var made = build(request, channel);
        assertThat(second.getBean(PartitionGrpc.class).stepped()).isEqualTo(1);
        assertThat(rows(leader.getBean(Datasets.class), made)).isEqualTo(rows(request));
    }

    private void cancelled(SimRequest request, ManagedChannel channel, ConfigurableApplicationContext leader)
            throws IOException {
        try (var call = Context.current().withCancellation()) {
            call.run(() -> {
                var replies = SimServiceGrpc.newBlockingStub(channel).build(request);
                try {
                    while (replies.hasNext()) {
                        if (replies.next().getProgress().getDone() > 100) {
                            call.cancel(null);
                        }
                    }
                } catch (StatusRuntimeException stopped) {
                    assertThat(stopped.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.CANCELLED);
                }
            });
        }
        try (var kept = Files.walk(workspace.resolve("kept"))) {
            assertThat(kept.filter(f -> f.endsWith("state"))).hasSize(1);
        }
        var made = build(request, channel);
        assertThat(rows(leader.getBean(Datasets.class), made)).isEqualTo(rows(request));
        try (var kept = Files.walk(workspace.resolve("kept"))) {
            assertThat(kept.filter(f -> f.endsWith("state"))).isEmpty();
        }
    }

    private static DatasetId build(SimRequest request, ManagedChannel channel) {
        var replies = SimServiceGrpc.newBlockingStub(channel).build(request);
        var last = BuildProgress.getDefaultInstance();
        while (replies.hasNext()) {
            last = replies.next();
        }
        return new DatasetId(last.getResult().getDataset().getId());
    }

    /** Sum of the rows of each table. */
    private static Map<String, String> rows(Datasets datasets, DatasetId id) {
        var sums = new TreeMap<String, String>();
        for (TableSchema table : datasets.manifest(id).tables()) {
            sums.put(table.name(), RowHash.of(datasets.read(id, table.name())).sum());
        }
        return sums;
    }

    /** The same run by one process, in memory. */
    private Map<String, String> rows(SimRequest request) {
        var here = request.toBuilder()
                .setCells(ref(alone.run(HandMade.cells(CELLS), StringValue.getDefaultInstance())))
                .setMorphologies(ref(alone.run(HandMade.morphologies(CELLS), StringValue.getDefaultInstance())))
                .setSynapses(ref(alone.run(synapses(), StringValue.getDefaultInstance())))
                .build();
        return rows(alone, alone.run(new SimStage(1), here));
    }

    private static SimRequest request(Fabric fabric) {
        var stages = List.of(
                new Named("made-cells", HandMade.cells(CELLS)),
                new Named("made-shapes", HandMade.morphologies(CELLS)),
                new Named("made-synapses", synapses()));
        fabric.work(stages, 1);
        var refs = stages.stream()
                .map(s -> ref(fabric.builds()
                        .build(s, DatasetRef.getDefaultInstance(), _ -> {})
                        .manifest()
                        .id()))
                .toList();
        return SimRequest.newBuilder()
                .setCells(refs.get(0))
                .setMorphologies(refs.get(1))
                .setSynapses(refs.get(2))
                .setBackend("java")
                .addStimuli(Stimulus.newBuilder()
                        .setCurrentStep(CurrentStep.newBuilder()
                                .setStartMs(2)
                                .setDurationMs(20)
                                .setAmplitudeNA(1)))
                .build();
    }

    private static HandMade synapses() {
        return HandMade.synapses(new long[] {7, 7, 11, 9}, new long[] {9, 11, 12, 11}, 1.5f, 1);
    }

    /** Rows by hand as a stage of its own name. */
    private record Named(String name, HandMade rows) implements GivenRows<DatasetRef> {
        @Override
        public DatasetRef emptyRequest() {
            return DatasetRef.getDefaultInstance();
        }

        @Override
        public List<TableSchema> tables(DatasetRef request) {
            return rows.tables(StringValue.getDefaultInstance());
        }

        @Override
        public void make(DatasetRef request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
            rows.make(StringValue.getDefaultInstance(), chunk, inputs, out);
        }
    }

    private static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }

    private static int port(ConfigurableApplicationContext service) {
        return service.getBean(GrpcPort.class).port();
    }

    private static ManagedChannel channel(ConfigurableApplicationContext service) {
        return ManagedChannelBuilder.forAddress("127.0.0.1", port(service))
                .usePlaintext()
                .build();
    }
}
