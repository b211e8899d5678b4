package io.brainwright.studio.cli;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** The root of the command line; without a verb it starts the studio and all services, and keeps them running. */
@Command(
        name = "brainwright",
        description =
                "A scientist's personal brain-building assistant. Without a verb: start the studio in the browser, and all services.",
        mixinStandardHelpOptions = true,
        version = "Brainwright 0.1.0",
        subcommands = {
            AskCommand.class,
            ChatCommand.class,
            ExpertsCommand.class,
            McpCommand.class,
            NotebookCommand.class,
            DatasetsCommand.class,
            StagesCommand.class,
            RecipeCommand.class,
            PlacementCommand.class,
            GrowCommand.class,
            AtlasCommand.class,
            LibraryCommand.class,
            SimCommand.class,
            RenderCommand.class,
            SonataCommand.class,
            MorphologyCommand.class,
            ConnectomeCommand.class,
            DoctorCommand.class,
            KeysCommand.class,
            EvalCommand.class,
            TestCommand.class,
            HelpCommand.class
        })
public final class Brainwright implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Mixin
    private WebOptions web = new WebOptions();

    /** Runs a command line; gives its exit code: 0 done, 1 failed, 2 bad input, 130 stopped. */
    public static int run(String[] args) {
        EarlyLog.errorsAlone();
        return line().execute(args);
    }

    /** All verbs, and how they are carried out. */
    static CommandLine line() {
        var line = new CommandLine(new Brainwright());
        Objects.requireNonNull(line.getSubcommands().get("sim")).setUnmatchedOptionsArePositionalParams(true);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(new AuditedVerbs())
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()));
    }

    @Override
    public void run() {
        var door = web.door();
        try (var running = platform.start(door)) {
            var address = web.address(door, running.webPort());
            System.out.printf(
                    "Brainwright is running.%n  studio     %s%n  services   127.0.0.1:%d (gRPC, with reflection and health)%n"
                            + "  broker     %s (Kafka)%n  workspace  %s%nCtrl-C stops it.%n",
                    address, running.grpcPort(), running.kafka(), platform.workspace());
            StopSignal.closeOnStop(running);
            if (web.opensBrowser() && !Browser.open(address)) {
                System.out.println(
                        "There is no screen here to open a browser on; open the address of the studio yourself.");
            }
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One clear message; the stack of an unexpected failure follows it. */
    private static int report(Exception failure, PrintWriter err) {
        if (failure instanceof Problem problem) {
            err.println("brainwright: " + problem.sentence());
            err.flush();
            return problem.kind().exitCode();
        }
        if (failure instanceof UncheckedIOException unread) {
            err.println(
                    "brainwright: A file or folder cannot be read or written: %s. Check its path, its rights and the space on the disk."
                            .formatted(unread.getCause()));
            err.flush();
            return Kind.PRECONDITION.exitCode();
        }
        err.println("brainwright: unexpected failure, which is a fault of Brainwright: " + failure);
        failure.printStackTrace(err);
        err.flush();
        return 1;
    }
}
