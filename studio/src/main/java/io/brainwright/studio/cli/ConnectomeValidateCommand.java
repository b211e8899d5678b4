package io.brainwright.studio.cli;

import io.brainwright.connectome.CircuitComparison;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A wiring beside a published one. */
@Command(
        name = "validate",
        description = {
            "Hold the wiring of a SONATA circuit against the published hexagonal subvolume of rat non-barrel S1 (6719"
                    + " neurons):",
            "connection probability by distance, degrees, common neighbours, simplices, synapses per connection.",
            "Writes comparison.md with a picture for each. Exit code 1 where a floor is missed"
                    + " (docs/science/nbs1-comparison.md)."
        },
        mixinStandardHelpOptions = true)
final class ConnectomeValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CIRCUIT", description = "circuit_config.json, or its folder.")
    private Path circuit = Path.of("");

    @Option(
            names = "--fraction",
            description =
                    "Share of the tissue's cells that was placed (${DEFAULT-VALUE}); a thinned circuit's measures are"
                            + " put right for it.")
    private double fraction = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the page and its pictures.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var found = CircuitComparison.write(circuit, fraction, out);
        if (json) {
            System.out.println(Json.of(found.tree()));
        } else {
            found.lines().forEach(System.out::println);
            System.out.println(out.resolve("comparison.md"));
        }
        return found.holds() ? 0 : 1;
    }
}
