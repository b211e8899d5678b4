package io.brainwright.agents.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;
import io.brainwright.agents.actions.ActionsWiring;
import io.brainwright.agents.notebook.Finding;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanPatch;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.planner.AtlasFacts;
import io.brainwright.agents.planner.PlanText;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.atlas.v1.DescribeRegionRequest;
import io.brainwright.proto.atlas.v1.DescribeRegionResponse;
import io.brainwright.proto.atlas.v1.LayerFacts;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.ConnectomeServiceGrpc;
import io.brainwright.proto.connectome.v1.EditRequest;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.BuildResult;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Measured;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.fabric.v1.Progress;
import io.brainwright.proto.library.v1.LibraryServiceGrpc;
import io.brainwright.proto.library.v1.ReleaseProgress;
import io.brainwright.proto.library.v1.ReleaseRequest;
import io.brainwright.proto.library.v1.ReleaseResult;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.PlacementServiceGrpc;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.RenderServiceGrpc;
import io.brainwright.proto.sim.v1.AnalyseRequest;
import io.brainwright.proto.sim.v1.CompareRequest;
import io.brainwright.proto.sim.v1.CompareResponse;
import io.brainwright.proto.sim.v1.LayerActivity;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.proto.synthesis.v1.SynthesisServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;

/** The whole path from words to a notebook against services that only note what they are asked. */
class PlanRunnerTest {
    private static final tools.jackson.databind.json.JsonMapper JSON = tools.jackson.databind.json.JsonMapper.shared();
    private static final String WORDS =
            "Take 300 neurons from a 150 µm wide column of rat S1HL, stimulate layer 4 at 50 ms and show me the activity for 200 ms";

    private final List<Message> asked = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private boolean placementRefuses;
    private Server server;
    private ManagedChannel channel;
    private PlanRunner runner;
    private Planner planner;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        var name = InProcessServerBuilder.generateName();
        server = InProcessServerBuilder.forName(name)
                .directExecutor()
                .addService(new FakeAtlas())
                .addService(new FakePlacement())
                .addService(new FakeSynthesis())
                .addService(new FakeConnectome())
                .addService(new FakeSim())
                .addService(new FakeRender())
                .addService(new FakeLibrary())
                .build()
                .start();
        channel = InProcessChannelBuilder.forName(name).directExecutor().build();
        var services = Services.on(channel);
        runner = new PlanRunner(services, new OnePicture(), folder, ActionsWiring.all(), Watch.none());
        planner = new Planner(new AtlasFacts(services.atlas()));
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private Plan plan(String words) {
        var proposal = planner.propose(words, WorkspaceView.empty(folder, 8_000_000_000L));
        assertThat(proposal).as(proposal.toString()).isInstanceOf(Proposal.Ready.class);
        return ((Proposal.Ready) proposal).plan();
    }

    private RunResult run(Plan plan) {
        return runner.run(plan, plan.hash(), folder, new Ear());
    }

    /** Notes what a listener hears. */
    private final class Ear implements RunListener {
        @Override
        public void progress(String step, Progress p) {
            heard.add("%s: %s %d of %d %s".formatted(step, p.getVerb(), p.getDone(), p.getTotal(), p.getUnit()));
        }

        @Override
        public void done(String step, Built built) {
            heard.add(step + " done");
        }

        @Override
        public void wrote(String step, String what) {
            heard.add(step + " wrote");
        }
    }

    private <M extends Message> List<M> asked(Class<M> kind) {
        return asked.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void theNumbersOfTheWordsReachTheStages() {
        run(plan(WORDS));
        assertThat(asked(AtlasRequest.class).getFirst().getRegion()).isEqualTo("S1HL");
        var cells = asked(PlacementRequest.class).getFirst();
        assertThat(cells.getCellCount()).isEqualTo(300);
        assertThat(cells.getShape().getWidthUm()).isEqualTo(150);
        assertThat(cells.getAtlas().getId()).isEqualTo(id(1).getId());
        var runs = asked(SimRequest.class);
        assertThat(runs).hasSize(2);
        assertThat(runs.getFirst().getDurationMs()).isEqualTo(200);
        assertThat(runs.getFirst().getStimuli(0).getTarget().getLayersList()).containsExactly(4);
        assertThat(runs.getFirst().getStimuli(0).getCurrentStep().getStartMs()).isEqualTo(50);
        assertThat(runs.get(1))
                .isEqualTo(runs.getFirst().toBuilder().clearStimuli().build());
        var compare = asked(CompareRequest.class).getFirst();
        assertThat(compare.getOnsetMs()).isEqualTo(50);
        assertThat(compare.getRun()).isNotEqualTo(compare.getControl());
        assertThat(asked(RenderRequest.class)).hasSize(2);
        assertThat(asked(ReleaseRequest.class).getFirst().getDirectory()).contains("sonata-");
        assertThat(heard).contains("placement: placed 150 of 300 cells", "placement done");
    }

    @Test
    void theRasterSaysBelowItWhichDatasetsAndPlanItShows() throws Exception {
        var plan = plan(WORDS);
        runner.run(plan, plan.hash(), folder, new Ear());
        var request = asked(RenderRequest.class).stream()
                .filter(RenderRequest::hasRaster)
                .findFirst()
                .orElseThrow();
        var cells = request.getCells().getId().substring(0, 12);
        var run = request.getSimulation().getId().substring(0, 12);
        var control = request.getRaster().getControl().getId().substring(0, 12);
        assertThat(request.getRaster().getCaption())
                .contains("Each dot is one spike", "bins of 2 ms", cells, run, control)
                .contains("plan " + plan.hash().substring(0, 12))
                .containsPattern("Values from doi:10[.]");
    }

    @Test
    void theFindingIsToldByLayerAndStandsInTheNotebook() throws Exception {
        var plan = plan(WORDS);
        var notebook = new Notebook(folder);
        var study = notebook.folder(plan, LocalDate.of(2026, 1, 2));
        var result = runner.run(plan, plan.hash(), study, new Ear());
        assertThat(Finding.words(result)).anyMatch(f -> f.contains("the activity did not spread"));
        assertThat(Finding.words(result))
                .anyMatch(f -> f.startsWith("L4: 12 spikes of 10 of 30 cells") && f.contains("the first 1.5 ms"));
        var page = Files.readString(notebook.write(study, plan, result));
        assertThat(page).contains(WORDS, "did not spread", "](raster.png)", "chosen:", id(1).getId());
        assertThat(study.getFileName().toString())
                .startsWith("2026-01-02-take-300-neurons")
                .endsWith(plan.hash().substring(0, 8));
        assertThat(study.resolve("raster.png")).hasBinaryContent(new byte[] {1, 2, 3});
        notebook.write(study, plan, result);
        assertThat(Files.readString(study.resolve("notebook.md")))
                .as("a second run changes nothing but the log of runs")
                .startsWith(page.substring(0, page.indexOf("## Runs")));
        assertThat(notebook.folder(plan, LocalDate.of(2026, 3, 4)))
                .as("a plan that ran before keeps its folder")
                .isEqualTo(study);
    }

    @Test
    void aPlanThatWasNotApprovedDoesNotRun() {
        var plan = plan(WORDS);
        assertThatThrownBy(() -> runner.run(plan, "0".repeat(64), folder, new Ear()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(Kind.PRECONDITION));
        assertThat(asked(AtlasRequest.class)).isEmpty();
    }

    @Test
    void whatAStageRefusesComesOutAsItsProblemAndNothingFollows() {
        placementRefuses = true;
        assertThatThrownBy(() -> run(plan(WORDS)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("NO_ROOM"));
        assertThat(asked(SynthesisRequest.class)).isEmpty();
    }

    @Test
    void withoutAStimulusThereIsOneRunAndWithoutActivityNone() {
        run(plan("Simulate 100 neurons of a 100 um wide column of S1J for 20 ms"));
        assertThat(asked(SimRequest.class)).hasSize(1);
        asked.clear();
        var result = run(plan("Build 100 neurons of a 100 um wide column of S1J"));
        assertThat(asked(SimRequest.class)).isEmpty();
        assertThat(result.comparison()).isNull();
    }

    @Test
    void whatIsSweptInTheSimulationBuildsNothingTwice() {
        var plan = swept(plan(WORDS));
        var result = run(plan);
        assertThat(asked(PlacementRequest.class)).hasSize(1);
        assertThat(asked(SimRequest.class))
                .as("two variants, two calcium levels, two seeds")
                .hasSize(8)
                .extracting(SimRequest::getCaMM)
                .containsOnly(1.0, 1.5);
        assertThat(asked(SimRequest.class).stream().map(SimRequest::getSeed).distinct())
                .as("each repeat has a seed of its own, the same in every variant")
                .hasSize(2);
        var latency = result.measures().stream()
                .filter(m -> m.metric().equals("latency"))
                .toList();
        assertThat(latency).hasSize(4).allSatisfy(m -> {
            assertThat(m.n()).isEqualTo(2);
            assertThat(Objects.requireNonNull(m.spread()).over()).isEqualTo("seeds");
            assertThat(m.under()).containsKey("sim.run.ca_mM");
        });
    }

    @Test
    void whatAnEditMadeIsWhatIsSimulated() {
        var plan = plan(WORDS.replace(", stimulate", ", make all excitatory connections 8 times stronger, stimulate"));
        run(plan);
        var edit = asked(EditRequest.class).getFirst();
        assertThat(edit.getWeightFactor()).isEqualTo(8);
        var edited = id(asked.indexOf(edit) + 1);
        assertThat(asked(SimRequest.class))
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.getSynapses()).isEqualTo(edited));
        var unused = PlanPatch.apply(
                plan, JSON.readValue("""
                        [{"op": "replace", "path": "/steps/%d/needs", "value": ["cells", "axons", "physiology"]},
                         {"op": "remove", "path": "/steps/%d"}]
                        """.formatted(place(plan), plan.steps().size() - 1), ArrayNode.class));
        assertThatThrownBy(() -> run(unused))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults().getFirst().fault()).contains("no later step takes"));
    }

    @Test
    void aReadOnlyPlanThatWouldBuildIsRefused() {
        assertThatThrownBy(() -> runner.answer(plan(WORDS), new Ear())).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.reason()).isEqualTo("PLAN_NEEDS_APPROVAL");
            assertThat(p.faults()).anyMatch(f -> f.field().equals("sim.run"));
        });
        assertThat(asked(SimRequest.class)).isEmpty();
    }

    @Test
    void aPlanWithAPartThatIsNotAvailableNeverStarts() {
        var plan = PlanPatch.apply(plan(WORDS), JSON.readValue("""
                [{"op": "add", "path": "/steps/-", "value": {"id": "movie", "action": "export.nwb", "params": {}, "needs": []}}]
                """, ArrayNode.class));
        asked.clear();
        assertThatThrownBy(() -> run(plan)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.reason()).isEqualTo("PLAN_NOT_AVAILABLE");
            assertThat(p.faults()).anyMatch(f -> f.field().equals("export.nwb"));
        });
        assertThat(asked).isEmpty();
    }

    @Test
    void theWorkspaceRemembersTheCircuitAndAPlanWithoutUpstreamRunsOnIt() {
        run(plan(WORDS));
        var record = CircuitRecord.read(folder).orElseThrow();
        assertThat(record.datasets()).containsKeys("atlas", "placement", "synthesis", "connectome");
        assertThat(record.runs()).hasSize(2);
        var view = new WorkspaceReader(folder).view();
        assertThat(Objects.requireNonNull(view.circuit()).region()).isEqualTo("S1HL");
        var alone = onlySimulation(plan(WORDS));
        var before = asked(PlacementRequest.class).size();
        run(alone);
        assertThat(asked(PlacementRequest.class)).hasSize(before);
        assertThat(asked(SimRequest.class).getLast().getCells().getId())
                .isEqualTo(record.datasets().get("placement"));
    }

    private static Plan swept(Plan plan) {
        int at = place(plan);
        return PlanPatch.apply(plan, JSON.readValue("""
                [{"op": "add", "path": "/steps/%d/params/ca_mM", "value": {"sweep": [1.0, 1.5]}},
                 {"op": "add", "path": "/steps/%d/params/repeats", "value": 2}]
                """.formatted(at, at), ArrayNode.class));
    }

    private static Plan onlySimulation(Plan plan) {
        var step = plan.steps("sim.run").getFirst();
        return new Plan(
                plan.schema(),
                2,
                plan.request(),
                plan.hypothesis(),
                List.of(new Step(step.id(), step.action(), step.params(), List.of())),
                List.of(),
                plan.assumptions(),
                null,
                List.of());
    }

    private static int place(Plan plan) {
        return plan.steps().indexOf(plan.steps("sim.run").getFirst());
    }

    @Test
    void aPlanFitsATerminal() {
        var text = PlanText.render(plan(WORDS));
        assertThat(text.lines()).allMatch(l -> l.length() <= 100, "at most 100 columns");
        assertThat(text).contains("sim.run", "ASSUMED", "ca_mM = 2 mM", "ESTIMATE", "control");
    }

    private static DatasetRef id(int n) {
        return DatasetRef.newBuilder().setId("%064x".formatted(n)).build();
    }

    private void build(Message request, StreamObserver<BuildProgress> reply, Progress progress) {
        asked.add(request);
        reply.onNext(BuildProgress.newBuilder().setProgress(progress).build());
        reply.onNext(BuildProgress.newBuilder()
                .setResult(BuildResult.newBuilder().setDataset(id(asked.size())))
                .build());
        reply.onCompleted();
    }

    private static Progress half(String verb, String unit) {
        return Progress.newBuilder()
                .setVerb(verb)
                .setUnit(unit)
                .setDone(150)
                .setTotal(300)
                .setPerSecond(10)
                .build();
    }

    private final class FakeAtlas extends AtlasServiceGrpc.AtlasServiceImplBase {
        @Override
        public void build(AtlasRequest request, StreamObserver<BuildProgress> reply) {
            asked.clear();
            PlanRunnerTest.this.build(request, reply, half("filled", "voxels"));
        }

        @Override
        public void describeRegion(DescribeRegionRequest request, StreamObserver<DescribeRegionResponse> reply) {
            var facts = DescribeRegionResponse.newBuilder().setAreaMm2(2);
            for (int layer = 1; layer <= 6; layer++) {
                facts.addLayers(LayerFacts.newBuilder()
                        .setLayer(layer)
                        .setThicknessUm(347)
                        .setNeuronsPerMm3(80000));
            }
            reply.onNext(facts.build());
            reply.onCompleted();
        }
    }

    private final class FakePlacement extends PlacementServiceGrpc.PlacementServiceImplBase {
        @Override
        public void build(PlacementRequest request, StreamObserver<BuildProgress> reply) {
            if (placementRefuses) {
                var problem = new Problem(Kind.TOO_LARGE, "NO_ROOM", "No room.", "Take fewer.", java.util.Map.of());
                reply.onError(GrpcProblems.toGrpc("placement.brainwright.io", problem));
            } else {
                PlanRunnerTest.this.build(request, reply, half("placed", "cells"));
            }
        }
    }

    private final class FakeSynthesis extends SynthesisServiceGrpc.SynthesisServiceImplBase {
        @Override
        public void build(SynthesisRequest request, StreamObserver<BuildProgress> reply) {
            PlanRunnerTest.this.build(request, reply, half("grew", "cells"));
        }
    }

    private final class FakeConnectome extends ConnectomeServiceGrpc.ConnectomeServiceImplBase {
        @Override
        public void build(ConnectomeRequest request, StreamObserver<BuildProgress> reply) {
            PlanRunnerTest.this.build(request, reply, half("wired", "cells"));
        }

        @Override
        public void edit(EditRequest request, StreamObserver<BuildProgress> reply) {
            PlanRunnerTest.this.build(request, reply, half("edited", "synapses"));
        }
    }

    private final class FakeSim extends SimServiceGrpc.SimServiceImplBase {
        @Override
        public void build(SimRequest request, StreamObserver<BuildProgress> reply) {
            PlanRunnerTest.this.build(request, reply, half("simulated", "ms"));
        }

        @Override
        public void analyse(AnalyseRequest request, StreamObserver<MeasuredResponse> reply) {
            asked.add(request);
            reply.onNext(MeasuredResponse.newBuilder()
                    .addMeasures(Measured.newBuilder()
                            .setMetric(request.getMetrics(0))
                            .setGroup("L4")
                            .setValue(asked(AnalyseRequest.class).size())
                            .setUnit("ms")
                            .setN(10))
                    .build());
            reply.onCompleted();
        }

        @Override
        public void compare(CompareRequest request, StreamObserver<CompareResponse> reply) {
            asked.add(request);
            reply.onNext(CompareResponse.newBuilder()
                    .setSpikes(12)
                    .setOnlyStimulatedFired(true)
                    .addLayers(LayerActivity.newBuilder()
                            .setLayer(4)
                            .setCells(30)
                            .setSpikes(12)
                            .setActiveCells(10)
                            .setStimulatedCells(30)
                            .setFirstSpikeLatencyMs(1.5))
                    .build());
            reply.onCompleted();
        }
    }

    private final class FakeRender extends RenderServiceGrpc.RenderServiceImplBase {
        @Override
        public void build(RenderRequest request, StreamObserver<BuildProgress> reply) {
            PlanRunnerTest.this.build(request, reply, half("drew", "pixels"));
        }
    }

    private final class FakeLibrary extends LibraryServiceGrpc.LibraryServiceImplBase {
        @Override
        public void release(ReleaseRequest request, StreamObserver<ReleaseProgress> reply) {
            asked.add(request);
            reply.onNext(ReleaseProgress.newBuilder()
                    .setResult(ReleaseResult.newBuilder().addFiles("circuit_config.json"))
                    .build());
            reply.onCompleted();
        }
    }

    /** Every dataset holds one picture. */
    private static final class OnePicture implements Datasets {
        private static final TableSchema IMAGES = new TableSchema(
                "images",
                List.of(
                        Column.of("name", ColumnType.TEXT, "1", "file", "test"),
                        Column.of("bytes", ColumnType.BYTES, "1", "PNG", "test")));

        @Override
        public Manifest manifest(DatasetId id) {
            return new Manifest(id, "render", 1, "{}", List.of(), List.of(), List.of(), Map.of(), Map.of(), 0, 0, 0);
        }

        @Override
        public Batch read(DatasetId id, String table) {
            return Batch.of(IMAGES, new String[] {"raster"}, new byte[][] {{1, 2, 3}});
        }

        @Override
        public Batch read(DatasetId id, String table, int chunk) {
            return read(id, table);
        }

        @Override
        public List<Manifest> list() {
            return List.of();
        }
    }
}
