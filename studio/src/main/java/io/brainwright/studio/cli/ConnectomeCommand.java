package io.brainwright.studio.cli;

import io.brainwright.connectome.EdgeListAnalysis;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The wiring, from files. */
@Command(
        name = "connectome",
        description = "The wiring, from files: appositions of segments, analysis of connections.",
        mixinStandardHelpOptions = true,
        subcommands = {ConnectomeCommand.Analyse.class})
final class ConnectomeCommand implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    /** Network analysis. */
    @Command(
            name = "analyse",
            description = {
                "Degrees, reciprocity, common neighbours, simplices of all dimensions, Betti numbers, rich club, hubs of a directed graph.",
                "Prints JSON. What would take minutes is left out by name; --exhaustive measures it too."
            },
            mixinStandardHelpOptions = true)
    static final class Analyse implements Runnable {
        @Option(names = "--edges", required = true, description = "CSV with columns source,target; ids from 0.")
        private Path edges = Path.of("");

        @Option(names = "--nodes", description = "CSV with columns id and x,y,z (um) or group, for controls.")
        private @Nullable Path nodes;

        @Option(
                names = "--metrics",
                split = ",",
                description =
                        "Only these: degrees, reciprocity, common_neighbours, simplices, maximal, participation, components,"
                                + " triads, betti, rich_club, hubs.")
        private List<String> metrics = List.of();

        @Option(
                names = "--control",
                split = ",",
                description = "Compare simplices with graphs drawn as er, block, distance or configuration.")
        private List<String> controls = List.of();

        @Option(names = "--graphs", description = "Graphs to draw of each control (${DEFAULT-VALUE}).")
        private int graphs = 10;

        @Option(names = "--seed", description = "Keys the draws (${DEFAULT-VALUE}).")
        private long seed;

        @Option(names = "--exhaustive", description = "Measure also what takes minutes.")
        private boolean exhaustive;

        @Option(names = "--json", description = "Print JSON, as always.")
        private boolean json;

        @Override
        public void run() {
            System.out.println(Json.of(EdgeListAnalysis.of(
                    new EdgeListAnalysis.Question(edges, nodes, metrics, controls, graphs, seed, exhaustive))));
        }
    }
}
