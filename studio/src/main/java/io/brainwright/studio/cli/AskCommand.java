package io.brainwright.studio.cli;

import io.brainwright.agents.chat.Answer;
import io.brainwright.agents.chat.Conversation;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.studio.Platform;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One sentence to a plan, and, once approved, to spikes, pictures, a release and a finding. */
@Command(
        name = "ask",
        description = "Say in your own words what you want to know; read the plan, approve it, get the finding.",
        mixinStandardHelpOptions = true)
@Acts
final class AskCommand implements Callable<Integer> {
    private static final int STOPPED = 130;

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "Your request, in quotes.")
    private List<String> words = List.of();

    @Option(names = "--yes", description = "Approve the plan without being asked.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Stop at the plan.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the result as JSON; everything else goes to the error stream.")
    private boolean json;

    @Override
    public Integer call() {
        var talk = json ? System.err : System.out;
        var running = platform.start();
        var release = StopSignal.interruptOnStop(Thread.currentThread(), running);
        try {
            return ask(running, talk);
        } finally {
            release.run();
            running.close();
        }
    }

    private int ask(Platform running, PrintStream talk) {
        var conversation = running.part(Conversation.class);
        var screen = new AnswerScreen(talk, conversation.hasModel());
        var answer = conversation.ask(String.join(" ", words), screen);
        screen.finish(answer, running.part(Experts.class));
        return switch (answer.proposal()) {
            case null -> shown(answer);
            case Proposal.Answer found -> lookUp(running, found, talk);
            case Proposal.Question _ -> 2;
            case Proposal.Decline _ -> 2;
            case Proposal.Ready ready -> carryOut(running, ready.plan(), ready.unavailable(), false, talk);
            case Proposal.Edit edit -> carryOut(running, edit.plan(), edit.unavailable(), false, talk);
            case Proposal.Undo undo -> carryOut(running, undo.plan(), List.of(), false, talk);
            case Proposal.Approve approve -> carryOut(running, approve.plan(), List.of(), true, talk);
        };
    }

    private int carryOut(
            Platform running, Plan plan, List<FieldFault> unavailable, boolean approved, PrintStream talk) {
        if (dryRun) {
            if (json) {
                System.out.print(PlanJson.pretty(plan));
            }
            return 0;
        }
        if (!unavailable.isEmpty()) {
            talk.println("This plan cannot run in this version; nothing was run.");
            return 2;
        }
        if (!approved && !yes && !Approval.given(talk, "Approve this plan?")) {
            talk.println("Nothing was run.");
            return 0;
        }
        boolean bar = !json && System.console() != null && System.console().isTerminal();
        var facts = new ApprovedRun(running, platform.workspace(), talk, bar).carryOut(plan, plan.hash());
        if (facts == null) {
            return STOPPED;
        }
        if (json) {
            System.out.println(Json.of(facts));
        }
        return 0;
    }

    private int shown(Answer answer) {
        var scene = answer.scene();
        if (json && scene != null) {
            System.out.println(Json.of(SceneFacts.of(scene)));
        }
        return 0;
    }

    private int lookUp(Platform running, Proposal.Answer found, PrintStream talk) {
        var facts = new Lookup(running, talk).of(found);
        if (json) {
            System.out.println(Json.of(facts));
        }
        return found.unavailable().isEmpty() ? 0 : 2;
    }
}
