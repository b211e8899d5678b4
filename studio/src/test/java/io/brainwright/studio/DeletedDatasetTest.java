package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.clean.Cleaner;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A plan on a circuit of which a dataset was deleted: it is told which, and what brings it back; nothing else is touched. */
@Timeout(120)
class DeletedDatasetTest {
    private static final String CIRCUIT = """
            [{"id": "region", "action": "atlas.region", "params": {"region": "S1Tr", "shape": {"kind": "column", "width_um": 120}}, "needs": []},
             {"id": "cells", "action": "placement.cells", "params": {"count": 10}, "needs": ["region"]},
             {"id": "dendrites", "action": "synthesis.dendrites", "params": {"method": "topological"}, "needs": ["cells"]},
             {"id": "axons", "action": "synthesis.axons", "params": {"scope": "local"}, "needs": ["dendrites"]},
             {"id": "connect", "action": "connectome.local", "params": {}, "needs": ["axons"]},
             {"id": "physiology", "action": "connectome.physiology", "params": {"ca_mM": 2}, "needs": ["connect"]},
             {"id": "simulate", "action": "sim.run", "params": {"duration_ms": 6}, "needs": ["physiology"]}]
            """;

    private static final String LATER =
            "[{\"id\": \"again\", \"action\": \"sim.run\", \"params\": {\"duration_ms\": 4}, \"needs\": []}]";

    private static final String ANALYSIS =
            "[{\"id\": \"rates\", \"action\": \"sim.analyse\", \"params\": {\"metric\": \"mean_rate\"}, \"needs\": []}]";

    @TempDir
    private Path workspace;

    @Test
    void aDeletedDatasetIsNamedWithTheEntryThatBringsItBack() throws IOException {
        try (var platform = Platform.start(workspace, 0, 0)) {
            var entry = new Entry(Objects.requireNonNull(
                    run(platform, plan("build", CIRCUIT)).page().getParent()));
            var synapses = entry.findings().datasets().stream()
                    .filter(d -> d.label().equals("connectome"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            delete(platform, synapses);
            var before = studies();

            assertThatThrownBy(() -> run(platform, plan("simulate again", LATER)))
                    .isInstanceOfSatisfying(Problem.class, p -> {
                        assertThat(p.kind()).isEqualTo(Kind.PRECONDITION);
                        assertThat(p.reason()).isEqualTo("DATASET_DELETED");
                        assertThat(p.facts()).containsEntry("dataset", synapses).containsEntry("entry", entry.name());
                        assertThat(p.sentence())
                                .contains("synapses", synapses.substring(0, 12), "notebook rerun " + entry.name());
                    });
            assertThat(studies()).as("nothing is lost").isEqualTo(before);

            var again = run(platform, plan("bring it back", """
                    [{"id": "it", "action": "notebook.rerun", "params": {"entry": {"id": "%s"}}, "needs": []}]
                    """.formatted(entry.name())));
            assertThat(again.result().words()).anyMatch(w -> w.contains("the id and the rows of the recorded run"));
            assertThat(run(platform, plan("simulate again", LATER)).result().datasets())
                    .extracting(Built::stage)
                    .contains("sim");
        }
    }

    @Test
    void aDeletedRunIsNamedWhereItIsToBeAnalysed() {
        try (var platform = Platform.start(workspace, 0, 0)) {
            var built = run(platform, plan("build", CIRCUIT)).result().datasets();
            delete(platform, built.getLast().id());

            assertThatThrownBy(
                            () -> platform.part(PlanRunner.class).answer(plan("rates", ANALYSIS), RunListener.UNHEARD))
                    .isInstanceOfSatisfying(Problem.class, p -> {
                        assertThat(p.reason()).isEqualTo("DATASET_DELETED");
                        assertThat(p.sentence()).contains("simulation", "S1Tr column");
                    });
        }
    }

    private static void delete(Platform platform, String id) {
        var freed =
                platform.part(Fabric.class).cleaner().clean(new Cleaner.Order(Set.of(new DatasetId(id)), false, false));
        assertThat(freed.datasets()).isEqualTo(1);
    }

    private Map<String, String> studies() throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(workspace.resolve("studies"))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    private ApprovedPlan.Done run(Platform platform, Plan plan) {
        return new ApprovedPlan(
                        platform.part(PlanRunner.class),
                        platform.part(Datasets.class),
                        platform.part(Audit.class),
                        platform.part(Dialogue.class),
                        workspace)
                .run(plan, plan.hash(), RunListener.UNHEARD);
    }

    private static Plan plan(String request, String steps) {
        return PlanJson.read("""
                {"schema": "brainwright-plan/1", "version": 1, "request": "%s", "hypothesis": {"text": ""},
                 "steps": %s, "variants": [], "assumptions": [], "questions": []}
                """.formatted(request, steps));
    }
}
