package io.brainwright.studio.cli;

import io.brainwright.connectome.EdgeListAnalysis;
import io.brainwright.connectome.SegmentAppositions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The wiring. */
@Command(
        name = "connectome",
        description =
                "The wiring: why a pair of a built circuit has a synapse or none; from files, appositions and analysis"
                        + " of connections.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ConnectomeCommand.Analyse.class,
            ConnectomeCommand.Appositions.class,
            ConnectomeValidateCommand.class,
            ConnectomeWhyCommand.class
        })
final class ConnectomeCommand implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    /** Network analysis. */
    @Command(
            name = "analyse",
            description = {
                "Degrees, reciprocity, common neighbours, simplices of all dimensions, Betti numbers, rich club, hubs,"
                        + " highway hubs of a directed graph.",
                "Prints JSON. What would take minutes is left out by name; --exhaustive measures it too."
            },
            mixinStandardHelpOptions = true)
    static final class Analyse implements Runnable {
        @Option(names = "--edges", required = true, description = "CSV with columns source,target; ids from 0.")
        private Path edges = Path.of("");

        @Option(
                names = "--nodes",
                description = "CSV with columns id and x,y,z (um) or group, for controls and highway hubs.")
        private @Nullable Path nodes;

        @Option(
                names = "--metrics",
                split = ",",
                description = "Only these: degrees, reciprocity, common_neighbours, simplices, maximal, participation,"
                        + " components, triads, betti, rich_club, hubs, highway_hubs (needs --nodes).")
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

        @Option(
                names = "--min-distance-um",
                description = "Highway hubs: between somata at least this far apart (${DEFAULT-VALUE}).")
        private double min_distance_um = 500;

        @Option(names = "--json", description = "Print JSON, as always.")
        private boolean json;

        @Override
        public void run() {
            System.out.println(Json.of(EdgeListAnalysis.of(new EdgeListAnalysis.Question(
                    edges, nodes, metrics, controls, graphs, seed, exhaustive, min_distance_um))));
        }
    }

    /** Geometry. */
    @Command(
            name = "appositions",
            description = {
                "All pairs of an axon and a dendrite segment of different cells whose surfaces are nearer than a gap.",
                "Files are CSV with columns id,x0,y0,z0,x1,y1,z1,radius,cell in um; a soma is a segment of no length."
            },
            mixinStandardHelpOptions = true)
    static final class Appositions implements Runnable {
        @Option(names = "--axons", required = true, description = "Axon segments.")
        private Path axons = Path.of("");

        @Option(names = "--dendrites", required = true, description = "Segments of dendrites and somata.")
        private Path dendrites = Path.of("");

        @Option(names = "--gap-um", required = true, description = "Surfaces nearer than this touch, um.")
        private double gap_um;

        @Option(names = "--out", required = true, description = "Pairs: axon_id,dendrite_id,surface_gap_um.")
        private Path out = Path.of("");

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public void run() {
            var done = SegmentAppositions.write(axons, dendrites, gap_um, out);
            System.out.println(
                    json
                            ? Json.of(Map.of(
                                    "pairs", done.pairs(), "search_cpu_s", done.search_cpu_s(), "out", out.toString()))
                            : "%d pairs nearer than %s um in %s".formatted(done.pairs(), gap_um, out));
        }
    }
}
