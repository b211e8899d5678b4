package io.brainwright.studio.cli;

import io.brainwright.library.model.candidates.Promotion;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The scientist's act: a candidate is not wanted. */
@Command(name = "reject", description = "Mark a candidate as not wanted.", mixinStandardHelpOptions = true)
@Acts
final class LibraryReject implements Runnable {
    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--reason", paramLabel = "WORDS", description = "Why, for yourself.", defaultValue = "")
    private String reason = "";

    @Parameters(paramLabel = "ID", description = "Id of the candidate, or its beginning.")
    private String id = "";

    @Override
    public void run() {
        var candidate = new Promotion(workspace.path()).reject(id, reason, Instant.now());
        System.out.printf(
                "%s (%s) is rejected%n", candidate.id(), candidate.value().parameter());
    }
}
