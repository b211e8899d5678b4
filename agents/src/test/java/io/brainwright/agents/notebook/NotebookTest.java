package io.brainwright.agents.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.notebook.verdict.Verdict.Outcome;
import io.brainwright.agents.plan.PlanPatch;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

class NotebookTest {
    @TempDir
    Path workspace;

    @Test
    void anEntryHoldsRequestPlanVersionsDatasetsNumbersAndVerdict() throws Exception {
        var entry = Studies.write(workspace, 30);
        assertThat(entry.request()).isEqualTo(Studies.WORDS);
        assertThat(entry.plan()).isEqualTo(Studies.plan());
        assertThat(entry.versions()).containsExactly(Studies.draft(), Studies.plan());
        var findings = entry.findings();
        assertThat(findings.plan()).isEqualTo(Studies.plan().hash());
        assertThat(findings.datasets())
                .extracting(Made::label)
                .as("inputs before what was made from them")
                .containsExactly("placement", "sim", "sim control");
        assertThat(findings.datasets().get(1).inputs()).containsExactly(Studies.CELLS);
        assertThat(findings.datasets().get(1).rowHash()).containsKey("spikes");
        assertThat(findings.measures())
                .filteredOn(m -> m.metric().equals("mean_rate") && m.variant().equals("stimulated"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.value()).as("30 spikes of 20 cells in 35 ms").isEqualTo(30 / 20.0 / 35 * 1000);
                    assertThat(m.n()).isEqualTo(20);
                });
        var verdict = Objects.requireNonNull(findings.verdict());
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
        assertThat(entry.runs()).singleElement().satisfies(run -> {
            assertThat(run.who()).isEqualTo("ada");
            assertThat(run.seconds()).isEqualTo(12.5);
            assertThat(run.fromCatalogue()).isEqualTo(1);
            assertThat(run.outcome()).isEqualTo("SUPPORTED");
        });
    }

    @Test
    void thePatchBetweenTwoVersionsLeadsFromOneToTheOther() throws Exception {
        var folder = Studies.write(workspace, 30).folder();
        var patch = (ArrayNode) JsonMapper.shared().readTree(Files.readString(folder.resolve("plan.v1-v2.patch.json")));
        assertThat(PlanPatch.apply(Studies.draft(), patch)).isEqualTo(Studies.plan());
    }

    @Test
    void thePageTellsItAllAndShowsForeignMarkupAsWords() throws Exception {
        var page = Studies.write(workspace, 30).page();
        assertThat(page)
                .contains("# Layer 4 fires more \\| when stimulated")
                .contains("**Verdict:** Supported.")
                .contains("- Version 2: sim.run (step s2): duration_ms was 20, is 40.")
                .contains(
                        "![raster](raster.png)",
                        "chosen: slices",
                        "Open: Which whiskers?",
                        "| ada | 12.5 | 3 | 1 | supported |")
                .contains(Studies.RUN, "One run, one seed")
                .doesNotContain("<b>");
    }

    @Test
    void aSecondRunIsAnotherLineAndTheSameFindings() throws Exception {
        var entry = Studies.write(workspace, 30);
        var first = Files.readString(entry.folder().resolve("findings.json"));
        Studies.write(workspace, 30);
        assertThat(Files.readString(entry.folder().resolve("findings.json"))).isEqualTo(first);
        assertThat(entry.runs()).hasSize(2);
    }

    @Test
    void anEntryIsFoundByNameByAPartOfItAndByItsNumber() throws Exception {
        var entry = Studies.write(workspace, 30);
        var notebook = new Notebook(workspace);
        assertThat(notebook.find(entry.name())).isEqualTo(entry);
        assertThat(notebook.find(Studies.plan().hash().substring(0, 8))).isEqualTo(entry);
        assertThat(notebook.find("1")).isEqualTo(entry);
    }

    @Test
    void anUnknownEntryOffersTheNearest() throws Exception {
        var entry = Studies.write(workspace, 30);
        assertThatThrownBy(() -> new Notebook(workspace).find(entry.name().replace("layer", "lyaer")))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.remedy()).contains("Did you mean", entry.name()));
        assertThatThrownBy(() -> new Notebook(workspace.resolve("none")).find("x"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.remedy()).contains("is empty"));
    }

    @Test
    void damagedFindingsAreNamedByTheirLine() throws Exception {
        var entry = Studies.write(workspace, 30);
        var file = entry.folder().resolve("findings.json");
        var lines = Files.readAllLines(file);
        lines.set(6, "  ?? " + lines.get(6));
        Files.write(file, lines);
        assertThatThrownBy(entry::findings).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.getMessage()).contains("findings.json is damaged in line 7");
            assertThat(p.remedy()).contains("rerun " + entry.name());
        });
        Files.delete(file);
        assertThatThrownBy(entry::findings).hasMessageContaining("has no findings.json");
    }

    @Test
    void aDamagedRunLogIsNamedByItsLine() throws Exception {
        var entry = Studies.write(workspace, 30);
        Studies.write(workspace, 30);
        var file = entry.folder().resolve("runs.jsonl");
        var lines = Files.readAllLines(file);
        lines.set(1, lines.get(1).substring(0, 20));
        Files.write(file, lines);
        assertThatThrownBy(entry::runs).hasMessageContaining("runs.jsonl is damaged in line 2");
    }
}
