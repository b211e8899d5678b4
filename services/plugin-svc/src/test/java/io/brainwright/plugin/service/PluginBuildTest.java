package io.brainwright.plugin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.FabricOptions;
import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.Builds.Built;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.plugin.PluginAddress;
import io.brainwright.proto.plugin.v1.PluginRequest;
import io.brainwright.proto.stage.v1.ChunkOutput;
import io.brainwright.proto.stage.v1.NamedValue;
import io.brainwright.proto.stage.v1.OutputRows;
import io.brainwright.proto.stage.v1.ParameterValue;
import io.grpc.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds by a plug-in over real gRPC and a real broker: what holds, and what is said of every way to break the contract. */
@Timeout(120)
class PluginBuildTest {
    private static final long[] IDS = {0, 1, 2};
    private static final double[] VALUES = {0, 0.5, 1};

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private Fabric fabric;
    private FakeStage fake;
    private Plugs plugs;

    @BeforeEach
    void start() throws IOException {
        broker = EmbeddedBroker.start(folder.resolve("workspace"), 0);
        fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard());
        fake = new FakeStage(0);
        plugs = plugs(Duration.ofSeconds(20), 2);
    }

    /** The list itself asks nothing before it is asked, so that a test may take another one. */
    private Plugs plugs(Duration patience, int workers) {
        var address = new PluginAddress(fake.target(), null, patience, workers);
        return new Plugs(
                List.of(address), Set.of(), folder.resolve("plugins"), (stage, n) -> fabric.work(List.of(stage), n));
    }

    @AfterEach
    void stop() {
        plugs.close();
        fabric.close();
        broker.close();
        fake.close();
    }

    private Built build(int chunks) {
        var stage = plugs.stage("counter");
        var request = PluginRequest.newBuilder()
                .setStage("counter")
                .setAction("count")
                .addParameters(NamedValue.newBuilder()
                        .setName("chunks")
                        .setValue(ParameterValue.newBuilder().setInteger(chunks)))
                .build();
        return fabric.builds().build(stage, stage.complete(request), _ -> {});
    }

    private void assertRefused(String reason, String... words) {
        assertThatThrownBy(() -> build(1)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.reason()).as(p.sentence()).isEqualTo(reason);
            assertThat(p.sentence()).contains("counter").contains(words);
        });
    }

    @Test
    void itsRowsAreADatasetLikeAnyOther() {
        var built = build(3);
        assertThat(built.fromCatalogue()).isFalse();
        assertThat(built.manifest().stage()).isEqualTo("counter");
        assertThat(built.manifest().rows()).containsEntry("counts", 30L);
        var rows = fabric.datasets().read(built.manifest().id(), "counts");
        for (int i = 0; i < 30; i++) {
            assertThat(rows.longs("node_id")[i]).isEqualTo(i);
            assertThat(rows.doubles("value")[i]).isEqualTo(i / 2.0);
        }
        assertThat(fake.made).as("three chunks, the first of them twice").hasValue(4);
        fake.close();
        var again = build(3);
        assertThat(again.fromCatalogue()).as("also while the plug-in is away").isTrue();
        assertThat(again.manifest().id()).isEqualTo(built.manifest().id());
    }

    @Test
    void itsVersionEntersTheIdentity() throws IOException {
        var first = build(2).manifest().id();
        fake.description = FakeStage.described("counter", 2);
        plugs.told();
        assertThat(build(2).manifest().id()).isNotEqualTo(first);
    }

    @Test
    void rowsOfAnotherSchemaAreRefused() {
        var other = new TableSchema(
                "counts",
                List.of(
                        FakeStage.COUNTS.columns().getFirst(),
                        Column.of("value", ColumnType.F64, "mm", "half of it", "fake")));
        fake.run = (order, out) -> {
            out.onNext(FakeStage.rows(other, IDS, VALUES));
            out.onCompleted();
        };
        assertRefused("PLUGIN_BREAKS_CONTRACT", "chunk 0", "value F64 in mm", "value F64 in um");
    }

    @Test
    void rowsOfAnUnknownTableAreRefused() {
        var other = new TableSchema("other", FakeStage.COUNTS.columns());
        fake.run = (order, out) -> out.onNext(FakeStage.rows(other, IDS, VALUES));
        assertRefused("PLUGIN_BREAKS_CONTRACT", "'other'");
    }

    @Test
    void keysOutOfOrderAreRefused() {
        fake.run = (order, out) -> out.onNext(FakeStage.rows(FakeStage.COUNTS, new long[] {0, 2, 1}, VALUES));
        assertRefused("PLUGIN_BREAKS_CONTRACT", "key 1", "sorted");
    }

    @Test
    void aKeyThatStandsTwiceIsRefusedAlsoAcrossBatches() {
        fake.run = (order, out) -> {
            out.onNext(FakeStage.rows(FakeStage.COUNTS, IDS, VALUES));
            out.onNext(FakeStage.rows(FakeStage.COUNTS, new long[] {2, 3, 4}, VALUES));
        };
        assertRefused("PLUGIN_BREAKS_CONTRACT", "key 2 twice");
    }

    @Test
    void aKeyOutsideTheChunkIsRefused() {
        fake.run = (order, out) -> out.onNext(FakeStage.rows(FakeStage.COUNTS, new long[] {7, 8, 1000}, VALUES));
        assertRefused("PLUGIN_BREAKS_CONTRACT", "key 1000", "0 to 9");
    }

    @Test
    void notANumberIsRefusedWhereTheDescriptionSaysNone() {
        fake.run = (order, out) -> out.onNext(FakeStage.rows(FakeStage.COUNTS, IDS, new double[] {0, Double.NaN, 1}));
        assertRefused("PLUGIN_BREAKS_CONTRACT", "'value'", "row 1");
    }

    @Test
    void bytesThatAreNoArrowAreRefused() {
        fake.run = (order, out) -> out.onNext(ChunkOutput.newBuilder()
                .setRows(OutputRows.newBuilder().setArrow(ByteString.copyFromUtf8("rows")))
                .build());
        assertRefused("PLUGIN_BREAKS_CONTRACT", "Arrow");
    }

    @Test
    void aPluginThatSaysNothingIsGivenUp() {
        plugs.close();
        plugs = plugs(Duration.ofMillis(700), 1);
        fake.run = (order, out) -> {};
        assertRefused("PLUGIN_SILENT", "0.7 s", "answer-timeout-s");
    }

    @Test
    void aBuildThatIsStoppedStopsThePluginToo() throws Exception {
        var called = new CountDownLatch(1);
        var let = new CountDownLatch(1);
        fake.run = (order, out) -> {
            Context.current().addListener(_ -> let.countDown(), Runnable::run);
            called.countDown();
        };
        var told = new CompletableFuture<Problem>();
        var builder = Thread.ofVirtual().start(() -> {
            try {
                build(1);
            } catch (Problem problem) {
                told.complete(problem);
            }
        });
        assertThat(called.await(60, TimeUnit.SECONDS)).isTrue();
        builder.interrupt();
        assertThat(told.get(60, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CANCELLED);
        assertThat(let.await(60, TimeUnit.SECONDS))
                .as("the plug-in's call is cancelled")
                .isTrue();
    }

    @Test
    void otherRowsOnARepeatAreFoundOut() {
        fake.run = (order, out) -> {
            out.onNext(FakeStage.rows(FakeStage.COUNTS, new long[] {fake.made.get()}, new double[] {1}));
            out.onCompleted();
        };
        assertRefused("PLUGIN_NOT_DETERMINISTIC", "seed");
    }

    @Test
    void whatItSaysOfItselfIsToldAsItIs() {
        fake.run = (order, out) -> out.onError(io.grpc.Status.INVALID_ARGUMENT
                .withDescription("there are no odd cells")
                .asRuntimeException());
        assertThatThrownBy(() -> build(1)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.kind()).isEqualTo(Kind.INVALID);
            assertThat(p.sentence()).contains("there are no odd cells");
        });
    }

    @Test
    void oneThatDiesIsToldOfAndItsFinishedChunksAreKept() throws IOException {
        var good = fake.run;
        int port = fake.port();
        var dying = fake;
        fake.run = (order, out) -> {
            if (order.getChunk().getIndex() == 4) {
                out.onNext(FakeStage.rows(FakeStage.COUNTS, new long[] {40}, new double[] {20}));
                dying.close();
            } else {
                good.accept(order, out);
            }
        };
        plugs.close();
        plugs = plugs(Duration.ofSeconds(20), 1);
        assertThatThrownBy(() -> build(6)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(p.reason()).isIn("PLUGIN_DIED", "PLUGIN_AWAY");
        });
        fake = new FakeStage(port);
        var built = build(6);
        assertThat(built.manifest().rows()).containsEntry("counts", 60L);
        assertThat(fake.made).as("only what was missing is made").hasValueLessThan(7);
    }
}
