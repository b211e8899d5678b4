package io.brainwright.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds.Built;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.SearchRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a build says when something is wrong, and what it does when it is told to stop. */
@Timeout(90)
class TroubleTest {
    @TempDir
    static Path workspace;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(workspace, 0);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    /** A request that is wrong fails the same way each time, so it is tried once. */
    @Test
    void aChunkThatAlwaysFailsReportsItsOwnProblem() {
        var tries = new AtomicInteger();
        var stage = new NumbersStage() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
                if (chunk.index() == 1) {
                    tries.incrementAndGet();
                    throw new Problem(
                            Kind.INVALID,
                            "NO_SUCH_LAYER",
                            "There is no layer 9.",
                            "Layers are 1 to 6.",
                            Map.of("layer", "9"));
                }
                super.make(request, chunk, inputs, out);
            }
        };
        try (var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(stage), 2);
            assertThatThrownBy(() -> fabric.builds().build(stage, request("broken", 3), _ -> {}))
                    .isInstanceOfSatisfying(Problem.class, p -> {
                        assertThat(p.kind()).isEqualTo(Kind.INVALID);
                        assertThat(p.reason()).isEqualTo("NO_SUCH_LAYER");
                        assertThat(p.sentence()).isEqualTo("There is no layer 9. Layers are 1 to 6.");
                        assertThat(p.facts()).containsEntry("layer", "9");
                    });
            assertThat(fabric.datasets().list()).noneMatch(m -> m.stage().equals("broken"));
            assertThat(tries).hasValue(1);
        }
    }

    @Test
    void aChunkThatFailsAloneStopsNoOther() {
        var broken = new AtomicInteger(1);
        var makes = new AtomicInteger();
        var stage = new NumbersStage() {
            @Override
            public String name() {
                return "poisoned";
            }

            @Override
            public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
                if (chunk.index() == broken.get()) {
                    throw new IllegalStateException("no root found");
                }
                makes.incrementAndGet();
                super.make(request, chunk, inputs, out);
            }
        };
        try (var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(stage), 1);
            assertThatThrownBy(() -> fabric.builds().build(stage, request("poisoned", 5), _ -> {}))
                    .isInstanceOfSatisfying(Problem.class, p -> {
                        assertThat(p.reason()).isEqualTo("CHUNK_FAILED");
                        assertThat(p.sentence()).contains("poisoned", "chunk 1", "no root found");
                    });
            assertThat(makes).as("all others were made").hasValue(4);
            broken.set(-1);
            fabric.builds().build(stage, request("poisoned", 5), _ -> {});
            assertThat(makes).as("and are kept").hasValue(5);
        }
    }

    @Test
    void aBuildThatIsStoppedCanBeAskedForAgain() throws Exception {
        var begun = new CountDownLatch(1);
        var slow = new AtomicInteger(60_000);
        var stage = new NumbersStage() {
            @Override
            public String name() {
                return "stopped";
            }

            @Override
            public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
                begun.countDown();
                new SlowNumbers(slow.get(), _ -> {}).make(request, chunk, inputs, out);
            }
        };
        try (var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(stage), 1);
            var problem = new AtomicReference<Throwable>();
            var caller = Thread.ofPlatform().start(() -> {
                try {
                    fabric.builds().build(stage, request("stopped", 2), _ -> {});
                } catch (Problem told) {
                    problem.set(told);
                }
            });
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            caller.join(10_000);
            assertThat(problem.get())
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Kind.CANCELLED));
            slow.set(0);
            assertThat(fabric.builds()
                            .build(stage, request("stopped", 2), _ -> {})
                            .manifest()
                            .rows())
                    .containsEntry("numbers", 2000L);
        }
    }

    @Test
    void twoWhoAskForTheSameDatasetShareOneBuild() throws Exception {
        var makes = new AtomicInteger();
        var stage = new NumbersStage() {
            @Override
            public String name() {
                return "shared";
            }

            @Override
            public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
                makes.incrementAndGet();
                new SlowNumbers(300, _ -> {}).make(request, chunk, inputs, out);
            }
        };
        try (var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(stage), 2);
            var first = ask(fabric, stage);
            var second = ask(fabric, stage);
            assertThat(first.get().manifest().id())
                    .isEqualTo(second.get().manifest().id());
            assertThat(makes).hasValue(3);
        }
    }

    @Test
    void aSlowChunkDoesNotHoldUpTheOthers() throws Exception {
        var release = new CountDownLatch(1);
        var others = new CountDownLatch(5);
        var stage = new NumbersStage() {
            @Override
            public String name() {
                return "uneven";
            }

            @Override
            public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
                super.make(request, chunk, inputs, out);
                if (chunk.index() > 0) {
                    others.countDown();
                    return;
                }
                try {
                    assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(stage), 2);
            var building = ask(fabric, stage, 6);
            assertThat(others.await(60, TimeUnit.SECONDS))
                    .as("five others are done while one waits")
                    .isTrue();
            assertThat(building.isDone()).isFalse();
            release.countDown();
            assertThat(building.get(30, TimeUnit.SECONDS).manifest().chunks()).hasSize(6);
        }
    }

    @Test
    void aWorkspaceThatIsHeldNamesItsHolder() {
        assertThatThrownBy(() -> EmbeddedBroker.start(workspace, 0)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.kind()).isEqualTo(Kind.PRECONDITION);
            assertThat(p.sentence())
                    .contains(String.valueOf(ProcessHandle.current().pid()));
        });
    }

    @Test
    void aPortThatIsTakenIsNamed(@TempDir Path other) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(other, taken.getLocalPort()))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            p -> assertThat(p.sentence()).contains(String.valueOf(taken.getLocalPort())));
        }
    }

    private static CompletableFuture<Built> ask(Fabric fabric, NumbersStage stage) throws ExecutionException {
        return ask(fabric, stage, 3);
    }

    private static CompletableFuture<Built> ask(Fabric fabric, NumbersStage stage, int chunks) {
        return CompletableFuture.supplyAsync(
                () -> fabric.builds().build(stage, request(stage.name(), chunks), _ -> {}));
    }

    private static SearchRequest request(String words, int chunks) {
        return SearchRequest.newBuilder().setWords(words).setLimit(chunks).build();
    }
}
