package io.brainwright.studio.cli;

import io.brainwright.library.model.candidates.CandidateShelf;
import io.brainwright.library.model.candidates.Promotion;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The scientist's act: a candidate enters the workspace's recipe. It works on the workspace's files; there is no remote call and no tool
 * for it, so that no model can do it.
 */
@Command(
        name = "promote",
        description =
                "Bring a candidate into your recipe. Without --yes, show what would be written and change nothing.",
        mixinStandardHelpOptions = true)
@Acts
final class LibraryPromote implements Callable<Integer> {
    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--path",
            required = true,
            paramLabel = "RECIPE.PATH",
            description = "Where: rat-nbs1.layers.4.thickness_um.")
    private String path = "";

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Parameters(paramLabel = "ID", description = "Id of the candidate, or its beginning.")
    private String id = "";

    @Override
    public Integer call() {
        if (!yes) {
            var candidate = new CandidateShelf(workspace.path()).get(id);
            System.out.printf(
                    "%s = %s %s from \"%s\" (%s) would be written to %s. Add --yes to do it.%n",
                    candidate.value().parameter(),
                    candidate.value().value(),
                    candidate.value().unit(),
                    candidate.value().quote(),
                    candidate.citation(),
                    path);
            return 0;
        }
        var done = new Promotion(workspace.path()).promote(id, path, Instant.now());
        System.out.printf("%s: %s = %s %s%n", done.file(), done.path(), done.value(), done.unit());
        done.generalised().forEach(tag -> System.out.println("  generalised: " + tag));
        done.replaced()
                .ifPresentOrElse(
                        v -> System.out.printf("  takes precedence over %s %s (%s)%n", v.value(), v.unit(), v.source()),
                        () -> System.out.println("  the shipped recipe has no such path"));
        done.stage()
                .ifPresentOrElse(
                        stage -> System.out.printf(
                                "  %s builds from it: the next plan names it among its assumptions. 'brainwright library demote %s --yes' takes it back.%n",
                                stage, path),
                        () -> System.out.println("  no stage builds from it: it is kept, and nothing else changes."));
        return 0;
    }
}
