package io.brainwright.studio.cli;

import io.brainwright.agents.chat.Answer;
import io.brainwright.agents.chat.Conversation;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.studio.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A dialogue on the terminal: plans come, are edited in words, taken back, approved by typing, run. */
@Command(
        name = "chat",
        description = "Talk: ask, edit the plan in words, take back, approve, run, ask again.",
        mixinStandardHelpOptions = true)
@Acts
final class ChatCommand implements Runnable {
    private static final String HELP = """
            Say what you want to know, e.g. "Take 300 neurons from a 150 um wide column of rat S1HL and stimulate layer 4".
              make it 200 um wide      edits the plan          undo                 takes the last edit back
              yes, run it              approves exactly the plan that was shown, and runs it
              colour by layer, hide axons, orbit once                edits the scene of what was built, and shows it
              @anatomist ...           asks one expert         /experts             who they are
              /plan                    the plan again          /undo                as above
              /tokens                  what the chat model read and wrote          /quit
            """;

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    private @Nullable Plan shown;
    private List<FieldFault> unavailable = List.of();

    @Override
    public void run() {
        var talk = System.out;
        try (var running = platform.start()) {
            StopSignal.closeOnStop(running);
            var conversation = running.part(Conversation.class);
            talk.println("Brainwright. Chat model: " + conversation.model() + ". /help tells more, /quit ends.");
            var lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            var signal = TurnSignal.install(talk);
            for (var line = next(lines, talk); line != null && !line.equals("/quit"); line = next(lines, talk)) {
                var words = line;
                signal.during(() -> turn(words, running, talk));
            }
        }
    }

    private void turn(String line, Platform running, PrintStream talk) {
        try {
            answer(line, running, talk);
        } catch (Problem problem) {
            if (problem.kind() == Kind.CANCELLED) {
                Thread.currentThread().interrupt();
            } else {
                talk.println("brainwright: " + problem.sentence());
            }
        }
    }

    private static @Nullable String next(BufferedReader lines, PrintStream talk) {
        talk.print("\n> ");
        talk.flush();
        try {
            var line = lines.readLine();
            return line == null ? null : line.strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void answer(String line, Platform running, PrintStream talk) {
        var conversation = running.part(Conversation.class);
        var experts = running.part(Experts.class);
        switch (line) {
            case "" -> talk.println("/help tells what can be said.");
            case "/help" -> talk.print(HELP);
            case "/tokens" -> talk.println(conversation.spent().words());
            case "/experts" -> {
                experts.all().forEach(e -> talk.printf("@%-22s %s%n", e.name(), e.description()));
                experts.faults().forEach(fault -> talk.println("Note: " + fault));
            }
            case "/plan" -> {
                var plan = shown;
                talk.println(
                        plan == null ? "There is no plan yet." : io.brainwright.agents.planner.PlanText.render(plan));
            }
            default -> ask(line.equals("/undo") ? "undo" : line, running, conversation, experts, talk);
        }
    }

    private void ask(String words, Platform running, Conversation conversation, Experts experts, PrintStream talk) {
        if (words.startsWith("/")) {
            talk.println("There is no command " + words + "; /help tells them.");
            return;
        }
        var screen = new AnswerScreen(talk, conversation.hasModel());
        var answer = conversation.ask(words, screen);
        screen.finish(answer, experts);
        remember(answer);
        if (answer.proposal() instanceof Proposal.Approve approve) {
            if (unavailable.isEmpty()) {
                boolean bar = System.console() != null && System.console().isTerminal();
                new ApprovedRun(running, platform.workspace(), talk, bar).carryOut(approve.plan(), approve.hash());
            } else {
                talk.println("This plan cannot run in this version; nothing was run.");
            }
        } else if (answer.proposal() instanceof Proposal.Answer found) {
            new Lookup(running, talk).of(found);
        } else if (answer.plan() != null) {
            talk.println("\nSay \"yes\" to run exactly this plan, or what is to be different.");
        }
    }

    private void remember(Answer answer) {
        if (answer.plan() == null) {
            return;
        }
        shown = answer.plan();
        if (answer.proposal() instanceof Proposal.Ready ready) {
            unavailable = ready.unavailable();
        } else if (answer.proposal() instanceof Proposal.Edit edit) {
            unavailable = edit.unavailable();
        } else if (answer.proposal() instanceof Proposal.Undo) {
            unavailable = List.of();
        }
    }
}
