package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.RunLine;
import io.brainwright.agents.plan.Availability;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.plan.Vocabulary;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.agents.run.RunResult;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks through the whole vocabulary on a small circuit: every action, and every value of those that choose what is done, either
 * executes or is named as not available before anything runs.
 */
@Timeout(600)
class EveryActionTest {
    private static final Set<String> BUILDING = Set.of(
            "atlas.region",
            "placement.cells",
            "synthesis.dendrites",
            "synthesis.axons",
            "connectome.local",
            "connectome.physiology");

    private static final String CIRCUIT = """
            [{"id": "region", "action": "atlas.region", "params": {"region": "S1Tr", "shape": {"kind": "column", "width_um": 120}}, "needs": []},
             {"id": "cells", "action": "placement.cells", "params": {"count": 14}, "needs": ["region"]},
             {"id": "dendrites", "action": "synthesis.dendrites", "params": {"method": "topological"}, "needs": ["cells"]},
             {"id": "axons", "action": "synthesis.axons", "params": {"scope": "local"}, "needs": ["dendrites"]},
             {"id": "connect", "action": "connectome.local", "params": {}, "needs": ["axons"]},
             {"id": "physiology", "action": "connectome.physiology", "params": {"ca_mM": 2}, "needs": ["connect"]},
             {"id": "simulate", "action": "sim.run", "params": {"duration_ms": 12, "stimuli": [{"kind": "current_step", "time_ms": 2,
               "duration_ms": 8, "amplitude_nA": {"sweep": [0.02, 0.8]}, "target": {"layer": [4]}}]}, "needs": ["physiology"]},
             {"id": "fi", "action": "sim.analyse", "params": {"metric": "f_i", "against": "amplitude_nA"}, "needs": ["simulate"]}]
            """;

    /** For each action that chooses among values: where the vocabulary lists them, and a plan's parameters with one of them. */
    private static final Map<String, List<String>> CHOICES = Map.ofEntries(
            Map.entry("atlas.query", List.of("/quantity", "{'quantity': '%s', 'region': 'S1Tr', 'group_by': 'layer'}")),
            Map.entry("placement.analyse", List.of("/metric", "{'metric': '%s', 'group_by': 'layer'}")),
            Map.entry("synthesis.analyse", List.of("/feature", "{'feature': '%s'}")),
            Map.entry(
                    "connectome.edit",
                    List.of("/op", "{'op': '%s', 'fraction': 0.5, 'factor': 2, 'delay_ms': 3, 'pre': 'excitatory'}")),
            Map.entry("connectome.analyse", List.of("/metric", "{'metric': '%s', 'max_distance_um': 2000}")),
            Map.entry(
                    "sim.run",
                    List.of(
                            "/stimuli/of/fields/kind",
                            "{'duration_ms': 6, 'stimuli': [{'kind': '%s', 'time_ms': 1, 'duration_ms': 2, 'amplitude_nA': 0.2,"
                                    + " 'from_nA': 0, 'to_nA': 0.3, 'rate_Hz': 400, 'count': 2, 'target': {'layer': [4]}}]}")),
            Map.entry("sim.analyse", List.of("/metric", "{'metric': '%s', 'group_by': 'layer'}")),
            Map.entry("render.plot", List.of("/plots/of", "{'plots': ['%s'], 'format': 'SVG'}")),
            Map.entry("render.image", List.of("/colour_by", "{'colour_by': '%s', 'resolution': [120, 160]}")),
            Map.entry("render.sound", List.of("/timbre", "{'timbre': '%s'}")));

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("estimate", "{'region': 'S1Tr', 'density_scale': 0.5}"),
            Map.entry("export.sonata", "{}"),
            Map.entry("export.swc", "{}"),
            Map.entry("render.movie", "{'duration_s': 0.2, 'resolution': [96, 64]}"),
            Map.entry("library.import", "{'path': 'note.md'}"),
            Map.entry("library.search", "{'kind': 'papers', 'query_terms': ['density']}"),
            Map.entry("library.audit", "{'group_by': ['species']}"),
            Map.entry("library.extract", "{'parameters': ['density']}"),
            Map.entry("library.propose", "{'apply': false}"),
            Map.entry("library.analyse", "{'metric': 'contradictions'}"),
            Map.entry("agent.create", "{'name': 'walker', 'tools': ['sim'], 'description_terms': ['walks']}"),
            Map.entry("notebook.export", "{'format': 'html'}"),
            Map.entry("notebook.rerun", "{'verify': 'identical'}"),
            Map.entry("notebook.compare", "{'a': '1', 'b': '2'}"));

    @TempDir
    static Path workspace;

    private static Platform platform;
    private static PlanRunner runner;
    private static JsonNode vocabulary;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(
                workspace.resolve("note.md"),
                "# Cells\n\nThe density of neurons in layer 4 of rat S1 was 105 000 per mm3.\n");
        platform = Platform.start(workspace, 0, 0);
        runner = platform.part(PlanRunner.class);
        try (var in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.json"))) {
            vocabulary = JsonMapper.shared().readTree(in).path("actions");
        }
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void everyActionExecutesOrIsNamedBeforehand() {
        var circuit = run(plan(CIRCUIT));
        entry(plan(CIRCUIT), circuit);
        var twice = plan(step("placement.analyse", "{'metric': 'composition'}"));
        entry(twice, run(twice));
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
        var executed = new ArrayList<String>();
        var named = new ArrayList<String>();
        for (var action : Vocabulary.open().actions()) {
            if (BUILDING.contains(action)) {
                executed.add(action);
            } else if (!Availability.open().has(action)) {
                refused(action, "{}");
                named.add(action);
            } else if (CHOICES.containsKey(action)) {
                choices(action, executed, named);
            } else {
                assertThat(PLAIN).as("the walk has a plan for " + action).containsKey(action);
                run(plan(step(action, java.util.Objects.requireNonNull(PLAIN.get(action)))));
                executed.add(action);
            }
        }
        System.out.println("EXECUTED " + executed + "\nNAMED AS NOT AVAILABLE " + named);
        assertThat(executed)
                .contains("sim.run current_step", "render.plot psth", "connectome.analyse degree", "export.swc");
    }

    private static void entry(Plan plan, RunResult result) {
        var notebook = new Notebook(workspace, platform.part(Datasets.class));
        notebook.write(
                workspace
                        .resolve("studies")
                        .resolve("2026-01-01-walk-" + plan.hash().substring(0, 8)),
                List.of(plan),
                result,
                RunLine.Stamp.since(Instant.now()));
    }

    private static void choices(String action, List<String> executed, List<String> named) {
        var choice = Objects.requireNonNull(CHOICES.get(action));
        var values = vocabulary.path(action).at(choice.getFirst()).path("values");
        assertThat(values.size()).as(action + choice.getFirst()).isPositive();
        for (var value : values) {
            var params = choice.getLast().formatted(value.asString());
            if (runner.unavailable(plan(step(action, params))).isEmpty()) {
                if (nothingToPlot(plan(step(action, params)))) {
                    executed.add(action + " " + value.asString());
                    continue;
                }
                var result = run(plan(step(action, params)));
                assertThat(result.measures().size()
                                + result.words().size()
                                + result.files().size()
                                + result.pictures().size()
                                + result.datasets().size())
                        .as(action + " " + value + " gives something")
                        .isPositive();
                executed.add(action + " " + value.asString());
            } else {
                refused(action, params);
                named.add(action + " " + value.asString());
            }
        }
    }

    /** A short run of few cells may hold no number for a plot; then the plot says so, by its own reason. */
    private static boolean nothingToPlot(Plan plan) {
        var folder = workspace.resolve("studies").resolve("walk-" + plan.hash().substring(0, 8));
        try {
            runner.run(plan, plan.hash(), folder, new Silent());
            return false;
        } catch (Problem problem) {
            return problem.reason().equals("NOTHING_TO_PLOT");
        }
    }

    private static void refused(String action, String params) {
        var plan = plan(step(action, params));
        assertThatThrownBy(() -> run(plan)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.reason()).isEqualTo("PLAN_NOT_AVAILABLE");
            assertThat(p.faults()).anyMatch(f -> f.field().startsWith(action));
        });
    }

    private static String step(String action, String params) {
        return "[{'id': 'it', 'action': '%s', 'params': %s, 'needs': []}]"
                .formatted(action, params)
                .replace('\'', '"');
    }

    private static Plan plan(String steps) {
        return PlanJson.read("""
                {"schema": "brainwright-plan/1", "version": 1, "request": "walk", "hypothesis": {"text": "Does it run?"},
                 "steps": %s, "variants": [], "assumptions": [], "questions": []}
                """.formatted(steps));
    }

    private static RunResult run(Plan plan) {
        var folder = workspace.resolve("studies").resolve("walk-" + plan.hash().substring(0, 8));
        try {
            return runner.run(plan, plan.hash(), folder, new Silent());
        } catch (Problem problem) {
            if (!problem.reason().equals("PLAN_NOT_AVAILABLE")) {
                throw new AssertionError(plan.steps() + ": " + problem.sentence() + " " + problem.faults(), problem);
            }
            throw problem;
        }
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
