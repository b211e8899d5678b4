package io.brainwright.studio.cli;

import io.brainwright.library.model.candidates.Promotion;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The scientist's act: a value leaves the workspace's recipe, and the shipped one is built from again. */
@Command(
        name = "demote",
        description = "Take a value back out of your recipe. Without --yes, change nothing.",
        mixinStandardHelpOptions = true)
@Acts
final class LibraryDemote implements Runnable {
    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Parameters(paramLabel = "RECIPE.PATH", description = "Where it stands: rat-nbs1.layers.4.thickness_um.")
    private String path = "";

    @Override
    public void run() {
        if (!yes) {
            System.out.printf("%s would be taken out of your recipe. Add --yes to do it.%n", path);
            return;
        }
        new Promotion(workspace.path()).demote(path, Instant.now());
        System.out.printf("%s is the shipped value again.%n", path);
    }
}
