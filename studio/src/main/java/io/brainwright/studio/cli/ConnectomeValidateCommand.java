package io.brainwright.studio.cli;

import io.brainwright.connectome.CircuitComparison;
import io.brainwright.connectome.model.comparison.ComparedMeasure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A wiring beside a published one. */
@Command(
        name = "validate",
        description = {
            "Hold the wiring of a SONATA circuit against the published hexagonal subvolume of rat non-barrel S1 (6719 neurons):",
            "connection probability by distance, degrees, common neighbours, simplices, synapses per connection.",
            "Writes comparison.md with a picture for each. Exit code 1 where a floor is missed (docs/science/nbs1-comparison.md)."
        },
        mixinStandardHelpOptions = true)
final class ConnectomeValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CIRCUIT", description = "circuit_config.json, or its folder.")
    private Path circuit = Path.of("");

    @Option(
            names = "--fraction",
            description = "Share of the tissue's cells that was placed (${DEFAULT-VALUE}); a thinned circuit's measures are put right for it.")
    private double fraction = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the page and its pictures.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var report = CircuitComparison.of(circuit, fraction);
        report.write(out);
        if (json) {
            System.out.println(Json.of(report.tree()));
        } else {
            report.measures()
                    .forEach(m -> System.out.printf(
                            java.util.Locale.ROOT,
                            "%-48s %10.4g   published %10.4g%s%n",
                            m.measure(),
                            m.ours(),
                            m.published(),
                            Double.isNaN(m.low()) ? "" : m.holds() ? "   floor holds" : "   floor missed"));
            System.out.println(out.resolve("comparison.md"));
        }
        return report.measures().stream().allMatch(ComparedMeasure::holds) ? 0 : 1;
    }
}
