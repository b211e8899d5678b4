package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.audit.AuditLog;
import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.sensitivity.Screening;
import io.brainwright.agents.notebook.sensitivity.SensitivityFiles;
import io.brainwright.agents.notebook.sensitivity.SensitivityPage;
import io.brainwright.agents.notebook.sensitivity.Trials;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.fabric.dataset.Datasets;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The notebook's actions on two studies that really ran: written, run again, compared, shaken. */
@Timeout(300)
class NotebookActionsTest {
    private static final String WORDS =
            "Take 12 neurons from a 120 um wide column of rat S1Tr, stimulate layer 4 at 5 ms and show me the activity for 12 ms";

    @TempDir
    static Path workspace;

    private static Platform platform;
    private static Entry first;
    private static Entry second;

    @BeforeAll
    static void runTwoStudies() {
        platform = Platform.start(workspace, 0, 0);
        first = entry(run(planned(WORDS)));
        second = entry(run(planned(WORDS.replace("layer 4 at 5 ms", "layer 5 at 3 ms"))));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({"markdown, .md", "html, .html", "ipynb, .ipynb", "ro-crate, .crate.zip"})
    void theEntryThatRanLastIsWrittenInEachForm(String format, String ending) throws IOException {
        var done = run(notebook("notebook.export", "{'format': '%s'}".formatted(format)));

        var written = done.result().files().getFirst();
        assertThat(written.getFileName().toString()).endsWith(ending);
        assertThat(text(written)).containsPattern("(12|9) neurons from a 120 um wide column"); // which of them ran last
        assertThat(audited(AuditLine.Kind.EXPORT, written.toString())).isNotEmpty();
    }

    @Test
    void aPlanThatBuildsAndExportsWritesItsOwnEntry() throws IOException {
        var plan =
                planned("Take 9 neurons from a 120 um wide column of rat S1Tr, stimulate layer 4 at 5 ms, show me the "
                        + "activity for 10 ms and export the notebook entry as html");
        assertThat(plan.steps()).extracting(s -> s.action()).contains("sim.run", "notebook.export");

        var done = run(plan);

        var page = done.result().files().stream()
                .filter(f -> f.toString().endsWith(".html"))
                .findFirst()
                .orElseThrow();
        assertThat(page.startsWith(done.page().getParent())).isTrue();
        assertThat(Files.readString(page)).contains("Take 9 neurons", "Finding");
        assertThat(audited(AuditLine.Kind.EXPORT, page.toString())).hasSize(1);
    }

    @Test
    void anEntryRunsAgainByNumberWordsAndDateAndIsTheSame() {
        for (var choice : List.of("{'id': '%s'}".formatted(first.name()), "{'match': 'layer 4 12 neurons'}")) {
            int runs = first.runs().size();

            var said = run(notebook("notebook.rerun", "{'entry': %s, 'verify': 'identical'}".formatted(choice)))
                    .result()
                    .words();

            assertThat(said)
                    .anyMatch(w -> w.contains("Every dataset has the id and the rows of the recorded run"))
                    .anyMatch(w -> w.contains("0 of its datasets were built anew"))
                    .anyMatch(w -> w.contains("notebook rerun " + first.name() + " --verify"));
            assertThat(first.runs()).hasSize(runs + 1);
        }
    }

    @Test
    void aRunThatIsNotAsRecordedIsSaidToBeOther() throws IOException {
        var findings = second.folder().resolve("findings.json");
        var recorded = Files.readString(findings);
        var id = second.findings().datasets().getLast().id();
        Files.writeString(findings, recorded.replace(id, "f".repeat(64)));

        var said = run(notebook("notebook.rerun", "{'entry': {'id': '%s'}}".formatted(second.name())))
                .result()
                .words();

        assertThat(said).anyMatch(w -> w.contains("It is not the same as the recorded run"));
        assertThat(second.findings().datasets().getLast().id())
                .as("it is recorded as it ran")
                .isEqualTo(id);
    }

    @Test
    void twoEntriesAreComparedByPlanDatasetsNumbersAndVerdict() {
        var plan = notebook("notebook.compare", "{'a': '%s', 'b': '%s'}".formatted(first.name(), second.name()));

        var said = String.join(
                "\n",
                platform.part(PlanRunner.class)
                        .answer(plan, RunListener.UNHEARD)
                        .words());

        assertThat(said).contains("PLAN (from A to B)", "DATASETS", "NUMBERS", "VERDICT");
        assertThat(said).containsPattern("placement +the same").containsPattern("sim +different");
        assertThat(said).contains("stimuli");
    }

    @Test
    void anAssumptionIsShakenAndThePageTellsWhatItDoes() {
        var trials = Trials.of(first.plan(), "sim.run.ca_mM");
        assertThat(trials.trials()).isNotEmpty();

        var told = Screening.of(first.findings(), first.plan(), trials, trial -> {
            var folder = first.folder().resolve("sensitivity");
            var plan = trial.plan();
            var result = platform.part(PlanRunner.class).run(plan, plan.hash(), folder, RunListener.UNHEARD);
            return new Notebook(workspace, platform.part(Datasets.class)).findings(folder, plan, result);
        });
        var page = SensitivityFiles.write(first, told);

        assertThat(told.effects())
                .hasSameSizeAs(trials.trials())
                .noneMatch(e -> e.outcome().equals("FAILED"));
        assertThat(told.effects()).allMatch(e -> e.value() != null);
        assertThat(page).content().contains("ca_mM", SensitivityPage.answer(told));
        assertThat(first.folder().resolve("sensitivity.png")).isNotEmptyFile();
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith(".zip")) {
            var text = Files.readString(file);
            if (file.toString().endsWith(".ipynb")) {
                assertThat(JsonMapper.shared().readTree(text).path("nbformat").asInt())
                        .isEqualTo(4);
            }
            if (file.toString().endsWith(".html")) {
                assertThat(text)
                        .as("self-contained")
                        .doesNotContainPattern("(src|href)=\"(?!data:|#|https://doi)[^\"]");
            }
            return text;
        }
        try (var zip = FileSystems.newFileSystem(file)) {
            var metadata = Files.readString(zip.getPath("ro-crate-metadata.json"));
            assertThat(JsonMapper.shared().readTree(metadata).path("@graph").size())
                    .isGreaterThan(3);
            return metadata;
        }
    }

    private static List<AuditLine> audited(AuditLine.Kind kind, String words) {
        return new AuditLog(workspace).lines(new AuditLog.Filter(null, kind, words, null, false), damaged -> {
            throw new AssertionError(damaged);
        });
    }

    private static Entry entry(ApprovedPlan.Done done) {
        return new Entry(Objects.requireNonNull(done.page().getParent()));
    }

    private static ApprovedPlan.Done run(Plan plan) {
        return new ApprovedPlan(
                        platform.part(PlanRunner.class),
                        platform.part(Datasets.class),
                        platform.part(Audit.class),
                        platform.part(Dialogue.class),
                        workspace)
                .run(plan, plan.hash(), RunListener.UNHEARD);
    }

    private static Plan planned(String words) {
        var proposal = platform.part(Planner.class).propose(words, WorkspaceView.of(workspace));
        assertThat(proposal).isInstanceOf(Proposal.Ready.class);
        assertThat(((Proposal.Ready) proposal).unavailable()).isEmpty();
        return ((Proposal.Ready) proposal).plan();
    }

    private static Plan notebook(String action, String params) {
        return PlanJson.read("""
                {"schema": "brainwright-plan/1", "version": 1, "request": "the notebook", "hypothesis": {"text": ""},
                 "steps": [{"id": "it", "action": "%s", "params": %s, "needs": []}], "variants": [], "assumptions": [], "questions": []}
                """.formatted(action, params.replace('\'', '"')));
    }
}
