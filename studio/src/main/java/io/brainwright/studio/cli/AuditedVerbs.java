package io.brainwright.studio.cli;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs the verb of a command line; one that {@link Acts} is written into the audit log of its workspace, however it ends. */
final class AuditedVerbs implements IExecutionStrategy {
    private final IExecutionStrategy runs = new RunLast();

    @Override
    public int execute(ParseResult line) {
        var verb = line;
        while (verb.hasSubcommand()) {
            verb = verb.subcommand();
        }
        var command = verb.commandSpec();
        boolean acts = command.userObject().getClass().isAnnotationPresent(Acts.class)
                && !verb.isUsageHelpRequested()
                && !verb.isVersionHelpRequested();
        if (!acts) {
            return runs.execute(line);
        }
        Path workspace = command.findOption("--workspace").getValue();
        var called = command.qualifiedName().replace("brainwright ", "");
        long began = System.nanoTime();
        try {
            int code = runs.execute(line);
            record(workspace, called, line, code == 0 ? AuditLine.OK : "exit code " + code, began);
            return code;
        } catch (ExecutionException failed) {
            record(workspace, called, line, outcome(Objects.requireNonNullElse(failed.getCause(), failed)), began);
            throw failed;
        }
    }

    /** Where a verb made no workspace, there is none whose log could hold it. */
    private static void record(Path workspace, String called, ParseResult line, String outcome, long began) {
        if (Files.isDirectory(workspace)) {
            new Audit(workspace)
                    .record(
                            AuditLine.Kind.VERB,
                            called,
                            Map.of("line", new ArrayList<>(line.originalArgs())),
                            outcome,
                            Duration.ofNanos(System.nanoTime() - began),
                            null);
        }
    }

    private static String outcome(Throwable failure) {
        return failure instanceof Problem problem ? problem.sentence() : String.valueOf(failure);
    }
}
