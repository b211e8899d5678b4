package io.brainwright.studio.cli;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.notebook.Finding;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunResult;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.studio.ApprovedPlan;
import io.brainwright.studio.Platform;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to a plan that was approved: it runs, the notebook gets its entry, the finding is told. */
final class ApprovedRun {
    private final Platform running;
    private final Path workspace;
    private final PrintStream talk;
    private final boolean bar;

    /**
     * @param talk where progress and finding are told
     * @param bar whether a line may be overwritten
     */
    ApprovedRun(Platform running, Path workspace, PrintStream talk, boolean bar) {
        this.running = running;
        this.workspace = workspace;
        this.talk = talk;
        this.bar = bar;
    }

    /**
     * Runs exactly this plan.
     *
     * @param approvedHash what the scientist approved
     * @return facts for {@code --json}; null where Ctrl-C stopped it
     */
    @Nullable
    Map<String, Object> carryOut(Plan plan, String approvedHash) {
        var done = new ApprovedPlan(
                        running.part(PlanRunner.class),
                        running.part(Datasets.class),
                        running.part(Audit.class),
                        running.part(Dialogue.class),
                        workspace)
                .run(plan, approvedHash, new ScreenListener(talk, bar));
        var result = done.result();
        var entry = done.page();
        if (Thread.interrupted()) {
            return null;
        }
        tell(result, entry);
        return tree(plan, result, entry);
    }

    private void tell(RunResult result, Path entry) {
        talk.println();
        talk.println("FINDING");
        Finding.words(result).forEach(line -> talk.println("  " + line));
        talk.println();
        talk.println("MADE");
        if (result.circuit() != null) {
            talk.println("  SONATA circuit   " + result.circuit());
        }
        if (result.simulation() != null) {
            talk.println("  spikes, voltages " + result.simulation().resolveSibling("reporting"));
        }
        result.pictures().forEach(p -> talk.println("  picture          " + p));
        result.files().forEach(f -> talk.println("  file             " + f));
        talk.println("  notebook entry   " + entry);
    }

    private static Map<String, Object> tree(Plan plan, RunResult result, Path entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("plan", plan.hash());
        tree.put("datasets", result.datasets().stream().map(ApprovedRun::tree).toList());
        tree.put("finding", Finding.tree(result));
        tree.put("pictures", result.pictures().stream().map(Path::toString).toList());
        tree.put("circuit", String.valueOf(result.circuit()));
        tree.put("simulation", String.valueOf(result.simulation()));
        tree.put("notebook", entry.toString());
        return tree;
    }

    private static Map<String, Object> tree(Built d) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("stage", d.stage());
        tree.put("id", d.id());
        tree.put("from_catalogue", d.fromCatalogue());
        tree.put("rows", d.rows());
        tree.put("bytes", d.bytes());
        tree.put("seconds", d.seconds());
        return tree;
    }
}
