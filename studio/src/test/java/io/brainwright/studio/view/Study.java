package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.proto.fabric.v1.Progress;
import io.brainwright.studio.Platform;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Carries out what words ask for, without a browser; remembers the dataset of each step. */
public final class Study implements RunListener {
    private final Map<String, String> built = new ConcurrentHashMap<>();

    public static Study run(Platform platform, Path workspace, String words) {
        var study = new Study();
        var plan = plan(platform, workspace, words);
        platform.part(PlanRunner.class)
                .run(plan, plan.hash(), workspace.resolve("study-" + plan.hash().substring(0, 8)), study);
        return study;
    }

    private static Plan plan(Platform platform, Path workspace, String words) {
        var proposal = platform.part(Planner.class).propose(words, WorkspaceView.of(workspace));
        if (proposal instanceof Proposal.Ready ready) {
            return ready.plan();
        }
        throw new AssertionError("'%s' gives no plan but %s".formatted(words, proposal));
    }

    /** Dataset of a step. */
    String dataset(String step) {
        var id = built.get(step);
        if (id == null) {
            throw new AssertionError("no step '%s' in %s".formatted(step, built.keySet()));
        }
        return id;
    }

    @Override
    public void progress(String step, Progress progress) {
        assertThat(step).isNotEmpty();
    }

    @Override
    public void done(String step, Built dataset) {
        assertThat(dataset.id()).hasSize(64);
        built.put(step, dataset.id());
    }

    @Override
    public void wrote(String step, String what) {
        assertThat(what).isNotEmpty();
    }
}
