package io.brainwright.studio.web.run;

import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.planner.Planner;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Approving, watching, cancelling. */
@RestController
final class RunController {
    private final RunDesk desk;
    private final Dialogue dialogue;
    private final Planner planner;

    RunController(RunDesk desk, Dialogue dialogue, Planner planner) {
        this.desk = desk;
        this.dialogue = dialogue;
        this.planner = planner;
    }

    /** What is approved: the hash of the plan that the scientist read. */
    record Approval(String hash) {}

    @GetMapping("/api/run")
    ResponseEntity<RunState> state() {
        return desk.state()
                .map(ResponseEntity::ok)
                .orElse(ResponseEntity.noContent().build());
    }

    /** The scientist's act: exactly the plan with this hash runs. */
    @PostMapping("/api/run")
    RunState approve(@RequestBody Approval approval) {
        var plan = dialogue.pending()
                .orElseThrow(() -> new Problem(
                        Kind.PRECONDITION,
                        "NO_PLAN",
                        "There is no plan that waits for approval.",
                        "Say what you want to know first.",
                        Map.of()));
        var cannot = planner.cannotRun(plan);
        if (!cannot.isEmpty()) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "PLAN_NOT_AVAILABLE",
                    "This plan cannot run in this version; nothing was run.",
                    "Change the parts that are named.",
                    Map.of("plan", plan.hash()),
                    cannot,
                    null);
        }
        return desk.start(plan, approval.hash());
    }

    @PostMapping("/api/run/cancel")
    RunState cancel() {
        return desk.cancel();
    }
}
