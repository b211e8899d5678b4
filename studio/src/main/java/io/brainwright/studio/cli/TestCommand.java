package io.brainwright.studio.cli;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;
import picocli.CommandLine.Command;

/** Stands in the list of verbs; the launcher itself runs the tests. */
@Command(name = "test", description = "Run the whole test suite (mvn verify with the right JDK).")
final class TestCommand implements Runnable {
    @Override
    public void run() {
        throw new Problem(
                Kind.INVALID,
                "RUN_BY_LAUNCHER",
                "The tests are run by the launcher, from the sources.",
                "Type './brainwright test' in the folder of the sources.",
                Map.of());
    }
}
