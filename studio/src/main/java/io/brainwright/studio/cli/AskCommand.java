package io.brainwright.studio.cli;

import io.brainwright.agents.chat.Conversation;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.notebook.Finding;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunResult;
import io.brainwright.studio.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One sentence to a plan, and, once approved, to spikes, pictures, a release and a finding. */
@Command(
        name = "ask",
        description = "Say in your own words what you want to know; read the plan, approve it, get the finding.",
        mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
    private static final int STOPPED = 130;
    private static final Set<String> YES = Set.of("y", "yes", "ja", "oui", "si", "sí");

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
        var request = String.join(" ", words);
        var answer = running.part(Conversation.class).ask(request);
        var proposed = answer.proposal();
        if (proposed == null) {
            talk.println(answer.text());
            return 0;
        }
        if (proposed.plan() == null) {
            System.err.println("brainwright: " + proposed.text());
            return 2;
        }
        talk.println(proposed.text());
        running.part(Experts.class).review(proposed.plan()).forEach(talk::println);
        return carryOut(running, proposed.plan(), talk);
    }

    private int carryOut(Platform running, Plan plan, PrintStream talk) {
        if (dryRun) {
            if (json) {
                System.out.print(PlanJson.pretty(plan));
            }
            return 0;
        }
        if (!yes && !approved(talk)) {
            talk.println("Nothing was run.");
            return 0;
        }
        var notebook = new Notebook(platform.workspace());
        var folder = notebook.folder(plan, LocalDate.now(java.time.ZoneId.systemDefault()));
        var screen = new ScreenListener(
                talk, !json && System.console() != null && System.console().isTerminal());
        var result = running.part(PlanRunner.class).run(plan, plan.hash(), folder, screen);
        var entry = notebook.write(folder, plan, result);
        if (Thread.interrupted()) {
            return STOPPED;
        }
        tell(talk, result, entry);
        if (json) {
            System.out.println(Json.of(tree(plan, result, entry)));
        }
        return 0;
    }

    /** Reads the answer on a thread of its own, so that Ctrl-C need not wait for the terminal. */
    private static boolean approved(PrintStream talk) {
        talk.print("Approve this plan? [y/N] ");
        talk.flush();
        var answer = new CompletableFuture<String>();
        Thread.ofPlatform().daemon().name("answer").start(() -> {
            try {
                var line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
                answer.complete(line == null ? "" : line);
            } catch (IOException broken) {
                answer.completeExceptionally(broken);
            }
        });
        try {
            return YES.contains(answer.get().strip().toLowerCase(Locale.ROOT));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the terminal cannot be read", broken);
        }
    }

    private static void tell(PrintStream talk, RunResult result, Path entry) {
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
        talk.println("  notebook entry   " + entry);
    }

    private static Map<String, Object> tree(Plan plan, RunResult result, Path entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("plan", plan.hash());
        tree.put("datasets", result.datasets().stream().map(AskCommand::tree).toList());
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
