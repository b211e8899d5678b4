package io.brainwright.studio.cli;

import io.brainwright.agents.experts.Expert;
import io.brainwright.agents.experts.ExpertFile;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.experts.NewExpert;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The experts of a workspace; needs files only. */
@Command(
        name = "experts",
        description = "The experts: list them, show one, check a file, make a new one.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ExpertsCommand.Listing.class,
            ExpertsCommand.Show.class,
            ExpertsCommand.Check.class,
            ExpertsCommand.Create.class
        })
final class ExpertsCommand implements Callable<Integer> {
    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Override
    public Integer call() {
        return list(workspace.path());
    }

    private static Experts of(Path workspace) {
        return Experts.of(workspace.resolve("agents"));
    }

    private static int list(Path workspace) {
        var experts = of(workspace);
        for (var expert : experts.all()) {
            System.out.printf(
                    "%-22s %-9s %s%n", "@" + expert.name(), expert.own() ? "yours" : "built in", expert.description());
        }
        experts.vocabulary()
                .forEach(w -> System.out.printf(
                        "  \"%s\" means %s %s (%s)%n", w.word(), w.kind().replace('_', '-'), w.means(), w.expert()));
        experts.faults().forEach(fault -> System.out.println("Note: " + fault));
        return experts.faults().isEmpty() ? 0 : 2;
    }

    /** All of them. */
    @Command(
            name = "list",
            description = "List the experts, their words, and what is wrong.",
            mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {
        @Mixin
        private WorkspaceOption workspace = new WorkspaceOption();

        @Override
        public Integer call() {
            return list(workspace.path());
        }
    }

    /** One of them. */
    @Command(name = "show", description = "Show what one expert watches and may use.", mixinStandardHelpOptions = true)
    static final class Show implements Runnable {
        @Mixin
        private WorkspaceOption workspace = new WorkspaceOption();

        @Parameters(paramLabel = "NAME", description = "Name of the expert.")
        private String name = "";

        @Override
        public void run() {
            var e = of(workspace.path()).named(name.replaceFirst("^@", ""));
            say("name", e.name() + (e.own() ? " (yours)" : " (built in)"));
            say("asked about", e.description());
            say("speaks for", words(e.stages(), "no stage"));
            say("hands over to", words(e.handoff(), "nobody"));
            say("tools", words(e.tools(), "none: it may only talk"));
            if (!e.disallowedTools().isEmpty()) {
                say("but not", words(e.disallowedTools(), ""));
            }
            say("model", e.model());
            say("skills", words(e.skills(), "none"));
            e.checks().forEach(c -> say("watches", c.param() + " " + range(c) + ": " + c.say()));
            System.out.println();
            System.out.println(e.prompt());
        }

        private static void say(String what, String words) {
            System.out.printf("%-14s %s%n", what, words);
        }

        private static String words(List<String> list, String none) {
            return list.isEmpty() ? none : String.join(", ", list);
        }

        private static String range(Expert.Check c) {
            return (Double.isInfinite(c.min()) ? "" : "from " + c.min())
                    + (Double.isInfinite(c.max()) ? "" : " to " + c.max()).stripLeading();
        }
    }

    /** A file before it is put into the workspace. */
    @Command(
            name = "check",
            description = "Check an expert's file; every fault with its line.",
            mixinStandardHelpOptions = true)
    static final class Check implements Runnable {
        @Parameters(paramLabel = "FILE", description = "The Markdown file.")
        private Path file = Path.of("");

        @Override
        public void run() {
            var expert = ExpertFile.checked(file);
            System.out.println(file.getFileName() + " is sound: it is called with @" + expert.name() + ".");
        }
    }

    /** A new one. */
    @Command(
            name = "create",
            description = "Write the file of a new expert into the workspace.",
            mixinStandardHelpOptions = true)
    @Acts
    static final class Create implements Runnable {
        @Mixin
        private WorkspaceOption workspace = new WorkspaceOption();

        @Parameters(paramLabel = "NAME", description = "How it is called: a-z, 0-9 and -.")
        private String name = "";

        @Option(
                names = "--about",
                paramLabel = "TERM",
                split = ",",
                required = true,
                description = "What it knows about.")
        private List<String> about = List.of();

        @Option(
                names = "--tools",
                paramLabel = "TOOL",
                split = ",",
                description = "Tools, globs or stages that it may use.")
        private List<String> tools = List.of();

        @Option(
                names = "--model",
                paramLabel = "ALIAS",
                defaultValue = "inherit",
                description = "Alias of its chat model.")
        private String model = "inherit";

        @Option(names = "--read-only", description = "It may look, and not propose plans.")
        private boolean readOnly;

        @Override
        public void run() {
            var file = new NewExpert(name, tools, about, model, readOnly)
                    .write(workspace.path().resolve("agents"));
            System.out.println("Wrote " + file + "; call it with @" + name + ", and edit the file as you like.");
        }
    }
}
