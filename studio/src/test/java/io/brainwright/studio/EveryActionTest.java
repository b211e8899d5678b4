package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.RunLine;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.plan.Vocabulary;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.agents.run.RunResult;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.Progress;
import io.brainwright.studio.VocabularyWalk.Stop;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks through the whole vocabulary on a small circuit: every action, every parameter of it and every value that the vocabulary lists
 * either executes or is named as not available before anything runs.
 */
@Timeout(600)
class EveryActionTest {
    /** The steps that build, in their order; each is walked within the whole chain. */
    private static final List<String> BUILDING = List.of(
            "atlas.region",
            "placement.cells",
            "synthesis.dendrites",
            "synthesis.axons",
            "connectome.local",
            "connectome.physiology");

    private static final String CIRCUIT = """
            [{"id": "region", "action": "atlas.region", "params": {"region": "S1Tr", "shape": {"kind": "column", "width_um": 120}}, "needs": []},
             {"id": "cells", "action": "placement.cells", "params": {"count": 14, "classes": ["neuron", "astrocyte"]}, "needs": ["region"]},
             {"id": "dendrites", "action": "synthesis.dendrites", "params": {"method": "topological"}, "needs": ["cells"]},
             {"id": "axons", "action": "synthesis.axons", "params": {"scope": "local"}, "needs": ["dendrites"]},
             {"id": "connect", "action": "connectome.local", "params": {}, "needs": ["axons"]},
             {"id": "physiology", "action": "connectome.physiology", "params": {"ca_mM": 2}, "needs": ["connect"]},
             {"id": "simulate", "action": "sim.run", "params": {"duration_ms": 12, "stimuli": [{"kind": "current_step", "time_ms": 2,
               "duration_ms": 8, "amplitude_nA": {"sweep": [0.02, 0.8]}}]}, "needs": ["physiology"]},
             {"id": "fi", "action": "sim.analyse", "params": {"metric": "f_i", "against": "amplitude_nA"}, "needs": ["simulate"]}]
            """;

    /** A short run of few cells may hold no number for a plot, another species' atlas not this region, the circuit has one region; then it says so. */
    private static final Set<String> SAYS_THERE_IS_NOTHING =
            Set.of("NOTHING_TO_PLOT", "NO_DATA_HERE", "REGION_NOT_FOUND", "NO_PROJECTING_CELLS");

    @TempDir
    static Path workspace;

    private static Platform platform;
    private static PlanRunner runner;
    private static Map<String, String> cell;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(
                workspace.resolve("note.md"),
                "# Cells\n\nThe density of neurons in layer 4 of rat S1 was 105 000 per mm3.\n");
        platform = Platform.start(workspace, 0, 0);
        runner = platform.part(PlanRunner.class);
        var circuit = run(plan(CIRCUIT));
        entry(plan(CIRCUIT), circuit, "2026-01-01");
        var second = plan(step("placement.analyse", VocabularyWalk.base("placement.analyse")), "stroll");
        entry(second, run(second), "2026-01-02");
        cell = firstCell(circuit);
        sweptTwice(circuit);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    static Stream<Stop> stops() throws IOException {
        try (var in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.json"))) {
            return VocabularyWalk.of(JsonMapper.shared().readTree(in).path("actions"), cell).stream();
        }
    }

    @Test
    void nothingOfTheSharedVocabularyIsMissing() throws IOException {
        var shared = JsonMapper.shared()
                .readTree(Reference.path("agents/vocabulary.json").toFile())
                .path("actions");
        assertThat(stops().map(Stop::toString).toList())
                .containsAll(VocabularyWalk.of(shared, cell).stream()
                        .map(Stop::toString)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("stops")
    void itExecutesOrIsNamedBeforehand(Stop stop) throws IOException {
        var plan = BUILDING.contains(stop.action()) ? chain(stop) : plan(step(stop.action(), stop.params()));
        var unavailable = runner.unavailable(plan);
        if (!unavailable.isEmpty() || !stop.sound()) {
            assertThat(unavailable)
                    .as("what is not available is named, by action and parameter")
                    .anyMatch(f -> f.field().equals(stop.action())
                            || (f.field() + ".").startsWith(stop.action() + "." + stop.path() + "."));
            assertThatThrownBy(() -> run(plan)).isInstanceOfSatisfying(Problem.class, p -> {
                assertThat(p.reason()).isEqualTo("PLAN_NOT_AVAILABLE");
                assertThat(p.faults()).isEqualTo(unavailable);
            });
            return;
        }
        try {
            Files.deleteIfExists(workspace.resolve("agents/walker.md"));
            var result = run(plan);
            assertThat((result.circuit() == null ? 0 : 1)
                            + result.measures().size()
                            + result.words().size()
                            + result.files().size()
                            + result.pictures().size()
                            + result.datasets().size())
                    .as("something comes of it")
                    .isPositive();
        } catch (Problem problem) {
            assertThat(problem.reason()).as(problem.sentence()).isIn(SAYS_THERE_IS_NOTHING);
        }
    }

    private static void sweptTwice(RunResult circuit) {
        assertThat(circuit.datasets())
                .extracting(Built::stage)
                .contains("atlas", "placement", "synthesis", "connectome");
        assertThat(circuit.datasets().stream().filter(d -> d.stage().startsWith("sim")))
                .as("one run per amplitude")
                .hasSize(2);
        assertThat(circuit.measures()).anySatisfy(m -> {
            assertThat(m.metric()).isEqualTo("f_i");
            assertThat(m.under()).containsKey("sim.run.stimuli.0.amplitude_nA");
            assertThat(m.value()).isNotNull();
        });
    }

    /** Names that hold for some cell of the circuit, so that a target made of them is not empty. */
    private static Map<String, String> firstCell(RunResult circuit) {
        var placed = circuit.datasets().stream()
                .filter(d -> d.stage().equals("placement"))
                .findFirst()
                .orElseThrow();
        var cells = platform.part(Datasets.class).read(new DatasetId(placed.id()), "cells");
        return Map.of(
                "m_types", "['%s']".formatted(cells.texts("mtype")[0]),
                "e_types", "['%s']".formatted(cells.texts("etype")[0]),
                "layer", "[%d]".formatted(cells.bytes("layer")[0]),
                "cell_ids", "[%d]".formatted(cells.longs("node_id")[0]));
    }

    /** The steps that build, with the one at hand among them. */
    private static Plan chain(Stop stop) {
        var steps = (ArrayNode) JsonMapper.shared().readTree(CIRCUIT);
        while (steps.size() > BUILDING.size()) {
            steps.remove(steps.size() - 1);
        }
        var params = (ObjectNode) steps.get(BUILDING.indexOf(stop.action())).get("params");
        params.setAll(stop.params());
        return plan(steps.toString());
    }

    private static void entry(Plan plan, RunResult result, String date) {
        var notebook = new Notebook(workspace, platform.part(Datasets.class));
        notebook.write(
                workspace
                        .resolve("studies")
                        .resolve(date + "-walk-" + plan.hash().substring(0, 8)),
                List.of(plan),
                result,
                RunLine.Stamp.since(Instant.now()));
    }

    private static String step(String action, ObjectNode params) {
        return "[{\"id\": \"it\", \"action\": \"%s\", \"params\": %s, \"needs\": []}]".formatted(action, params);
    }

    private static Plan plan(String steps) {
        return plan(steps, "walk");
    }

    private static Plan plan(String steps, String request) {
        return PlanJson.read("""
                {"schema": "brainwright-plan/1", "version": 1, "request": "%s", "hypothesis": {"text": "Does it run?"},
                 "steps": %s, "variants": [], "assumptions": [], "questions": []}
                """.formatted(request, steps));
    }

    private static RunResult run(Plan plan) {
        var folder = workspace.resolve("studies").resolve("walk-" + plan.hash().substring(0, 8));
        return runner.run(plan, plan.hash(), folder, new Silent());
    }

    private static final class Silent implements RunListener {
        @Override
        public void progress(String step, Progress progress) {}

        @Override
        public void done(String step, Built built) {
            assertThat(built.id()).hasSize(64);
        }

        @Override
        public void wrote(String step, String what) {
            assertThat(what).isNotEmpty();
        }
    }
}
