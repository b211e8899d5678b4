package io.brainwright.studio.cli;

import io.brainwright.neuro.problem.Problem;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The root of the command line. */
@Command(
        name = "brainwright",
        description = "A scientist's personal brain-building assistant.",
        mixinStandardHelpOptions = true,
        version = "Brainwright 0.1.0",
        subcommands = {
            AskCommand.class,
            NotebookCommand.class,
            DatasetsCommand.class,
            RecipeCommand.class,
            LibraryCommand.class,
            SimCommand.class,
            SonataCommand.class,
            DoctorCommand.class,
            TestCommand.class,
            HelpCommand.class
        })
public final class Brainwright implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** Runs a command line; gives its exit code: 0 done, 1 failed, 2 bad input, 130 stopped. */
    public static int run(String[] args) {
        return new CommandLine(new Brainwright())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, _) -> report(failure, line.getErr()))
                .execute(args);
    }

    @Override
    public void run() {
        assert spec != null;
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** One clear message; the stack of an unexpected failure follows it. */
    private static int report(Exception failure, PrintWriter err) {
        if (failure instanceof Problem problem) {
            err.println("brainwright: " + problem.sentence());
            err.flush();
            return problem.kind().exitCode();
        }
        err.println("brainwright: unexpected failure, which is a fault of Brainwright: " + failure);
        failure.printStackTrace(err);
        err.flush();
        return 1;
    }
}
