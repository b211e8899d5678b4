package io.brainwright.studio.cli;

import io.brainwright.sonata.check.CircuitCheck;
import io.brainwright.sonata.check.Finding;
import io.brainwright.sonata.circuit.SonataCircuit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is wrong with a circuit. */
@Command(
        name = "check",
        description = {
            "Look through a circuit: files, populations, types, node ids, order, indices, delays, node sets,"
                    + " morphologies.",
            "Each finding says how to mend it. Exit code 1 where something is wrong; what is only lacking is told."
        },
        mixinStandardHelpOptions = true)
final class SonataCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", description = "circuit_config.json, or its folder.")
    private Path path = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var findings = CircuitCheck.of(SonataCircuit.open(SonataCircuit.located(path)));
        if (json) {
            System.out.println(Json.of(findings));
        } else if (findings.isEmpty()) {
            System.out.println("Nothing is wrong or lacking.");
        } else {
            findings.forEach(f -> System.out.println(f.sentence()));
        }
        return findings.stream().anyMatch(Finding::grave) ? 1 : 0;
    }
}
