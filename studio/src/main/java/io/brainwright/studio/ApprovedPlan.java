package io.brainwright.studio;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.RunLine;
import io.brainwright.agents.notebook.export.PlannedExports;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.agents.run.RunResult;
import io.brainwright.fabric.dataset.Datasets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What happens to a plan that was approved, wherever that was: it is logged, it runs, the notebook gets its entry. */
public final class ApprovedPlan {
    private final PlanRunner runner;
    private final Datasets datasets;
    private final Audit audit;
    private final Dialogue dialogue;
    private final Path workspace;

    public ApprovedPlan(PlanRunner runner, Datasets datasets, Audit audit, Dialogue dialogue, Path workspace) {
        this.runner = runner;
        this.datasets = datasets;
        this.audit = audit;
        this.dialogue = dialogue;
        this.workspace = workspace;
    }

    /**
     * What came of it.
     *
     * @param result what the run made and measured
     * @param page the notebook's page on it
     */
    public record Done(RunResult result, Path page) {}

    /**
     * Runs exactly this plan.
     *
     * @param approvedHash what the scientist approved
     */
    public Done run(Plan plan, String approvedHash, RunListener listener) {
        var began = Instant.now();
        var notebook = new Notebook(workspace, datasets);
        var folder = notebook.folder(plan, LocalDate.now(ZoneId.systemDefault()));
        audit.record(
                AuditLine.Kind.APPROVAL,
                "plan",
                Map.of("request", plan.request(), "version", plan.version()),
                AuditLine.OK,
                Duration.ZERO,
                approvedHash);
        var result = Audit.within(approvedHash, () -> runner.run(plan, approvedHash, folder, listener));
        var page = notebook.write(folder, versions(plan), result, RunLine.Stamp.since(began));
        var exports = Audit.within(approvedHash, () -> PlannedExports.write(plan, new Entry(folder), audit));
        return new Done(result.with(exports), page);
    }

    /** The versions that led to the plan, where it comes from the workspace's dialogue; else the plan alone. */
    private List<Plan> versions(Plan plan) {
        var versions = dialogue.versions();
        return !versions.isEmpty() && versions.getLast().hash().equals(plan.hash()) ? versions : List.of(plan);
    }
}
