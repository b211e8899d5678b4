package io.brainwright.connectome.files;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.EdgePopulation;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Columns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The wiring of one population of a SONATA circuit with itself.
 *
 * @param graph one connection per pair, with the number of its synapses
 * @param somata where the cells lie
 * @param mtypes their m-types
 */
public record CircuitWiring(CellGraph graph, Somata somata, List<String> mtypes) {
    public CircuitWiring {
        mtypes = List.copyOf(mtypes);
    }

    /**
     * Reads the first population of biophysical nodes and the chemical edges among them.
     *
     * @throws Problem where there are none, or a node or edge lacks what is needed
     */
    public static CircuitWiring read(Path config) {
        var circuit = SonataCircuit.open(SonataCircuit.located(config));
        var population = circuit.nodes().stream()
                .filter(p -> p.type().equals("biophysical"))
                .map(CircuitConfig.Population::name)
                .findFirst()
                .orElseThrow(() -> lacking("nodes of type biophysical", config));
        var nodes = circuit.nodes(population).nodes();
        var edges = circuit.edges().stream()
                .filter(p -> p.type().equals("chemical"))
                .map(p -> EdgePopulation.ends(Path.of(p.file()), p.name()))
                .filter(p -> p.source().equals(population) && p.target().equals(population))
                .findFirst()
                .orElseThrow(() -> lacking("chemical edges from '%s' to itself".formatted(population), config));
        return new CircuitWiring(
                graph(nodes.rows(), edges.sources(), edges.targets(), config),
                new Somata(floats(nodes, "x", config), floats(nodes, "y", config), floats(nodes, "z", config)),
                Arrays.asList(nodes.has("mtype") ? nodes.texts("mtype") : new String[nodes.rows()]));
    }

    private static CellGraph graph(int cells, long[] sources, long[] targets, Path config) {
        long[] pairs = new long[sources.length];
        int n = 0;
        for (int e = 0; e < pairs.length; e++) {
            if (sources[e] < 0 || sources[e] >= cells || targets[e] < 0 || targets[e] >= cells) {
                throw new Problem(
                        Kind.INVALID,
                        "NODE_ID_OUT_OF_RANGE",
                        "Edge %d of '%s' runs from %d to %d; nodes are 0 to %d."
                                .formatted(e, config, sources[e], targets[e], cells - 1),
                        "'brainwright sonata check' tells how many are wrong.",
                        Map.of("edge", String.valueOf(e)));
            }
            if (sources[e] != targets[e]) {
                pairs[n++] = sources[e] << 32 | targets[e];
            }
        }
        Arrays.sort(pairs, 0, n);
        int[] source = new int[n];
        int[] target = new int[n];
        int[] synapses = new int[n];
        int connections = 0;
        for (int e = 0; e < n; e++) {
            if (e == 0 || pairs[e] != pairs[e - 1]) {
                source[connections] = (int) (pairs[e] >>> 32);
                target[connections++] = (int) pairs[e];
            }
            synapses[connections - 1]++;
        }
        return CellGraph.of(
                cells,
                Arrays.copyOf(source, connections),
                Arrays.copyOf(target, connections),
                Arrays.copyOf(synapses, connections));
    }

    private static float[] floats(Columns nodes, String name, Path config) {
        if (!nodes.has(name)) {
            throw lacking("a coordinate '%s' of the nodes".formatted(name), config);
        }
        return switch (nodes.array(name)) {
            case float[] single -> single;
            case double[] wide -> {
                float[] narrow = new float[wide.length];
                for (int i = 0; i < wide.length; i++) {
                    narrow[i] = (float) wide[i];
                }
                yield narrow;
            }
            default -> throw lacking("numbers under '%s'".formatted(name), config);
        };
    }

    private static Problem lacking(String what, Path config) {
        return new Problem(
                Kind.INVALID,
                "WIRING_NOT_THERE",
                "'%s' has no %s.".formatted(config, what),
                "Give a circuit of placed and connected cells, for example one that was released with export.sonata.",
                Map.of("file", config.toString(), "lacks", what));
    }
}
