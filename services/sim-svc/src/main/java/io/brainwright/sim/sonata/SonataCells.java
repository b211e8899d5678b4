package io.brainwright.sim.sonata;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.MorphologyFiles;
import io.brainwright.sonata.circuit.NodePopulation;
import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Columns;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cells of a simulation, by population and rising node id; an index in this list is the cell's number in the network. */
final class SonataCells {
    private static final double UNKNOWN = Double.NaN;
    /** Populations without a membrane of ours: they send by replay, or are left out. */
    private static final Set<String> NO_CELLS = Set.of("virtual", "astrocyte", "vasculature");

    private final List<SonataCell> cells = new ArrayList<>();
    private final Map<String, Map<Long, Integer>> indexOf = new HashMap<>();
    private final SortedMap<String, String> models = new TreeMap<>();

    private String said = "";

    SonataCells() {}

    /**
     * Reads the cells of a node set with their shapes.
     *
     * @param nodeSet empty: all but virtual nodes, astrocytes and vessels
     * @throws Problem where it has no cell that can be simulated
     */
    static SonataCells read(
            SonataCircuit circuit, NodeSelection selection, Optional<String> nodeSet, ElectricalModels models) {
        var chosen = nodeSet.map(selection::select);
        var cells = new SonataCells();
        for (var population : circuit.nodes()) {
            var ids = chosen.map(c -> c.getOrDefault(population.name(), new long[0]));
            if (ids.isPresent() && ids.get().length == 0) {
                continue;
            }
            if (population.type().equals("biophysical")) {
                cells.add(
                        selection.population(population.name()), ids, circuit.morphologies(population.name()), models);
            } else if (chosen.isEmpty() && !NO_CELLS.contains(population.type())) {
                throw notSimulated(population);
            }
        }
        if (cells.cells.isEmpty()) {
            throw Fault.at(
                    "/node_set",
                    "%s holds no biophysical cell of the populations %s"
                            .formatted(
                                    nodeSet.map(n -> "'" + n + "'").orElse("the circuit"),
                                    circuit.nodes().stream()
                                            .map(p -> p.name() + " (" + p.type() + ")")
                                            .toList()));
        }
        return cells;
    }

    private static Problem notSimulated(CircuitConfig.Population population) {
        return Fault.at(
                "/node_set",
                "is absent, so population '%s' of type '%s' is meant too, which is not simulated; name a node set of biophysical cells"
                        .formatted(population.name(), population.type()));
    }

    private void add(
            NodePopulation population, Optional<long[]> chosen, MorphologyFiles files, ElectricalModels models) {
        var nodes = population.nodes();
        for (var needed : List.of("morphology", "etype")) {
            if (!nodes.has(needed)) {
                throw new Problem(
                        Kind.INVALID,
                        "SONATA_NODES_INCOMPLETE",
                        "Population '%s' has no attribute '%s'.".formatted(population.name(), needed),
                        "A biophysical population needs morphology and etype.",
                        Map.of("population", population.name(), "attribute", needed));
            }
        }
        var shapes = new HashMap<String, Morphology>();
        long[] ids = chosen.orElseGet(() -> all(nodes.rows()));
        for (long id : ids) {
            var shape = shapes.computeIfAbsent(nodes.texts("morphology")[(int) id], files::read);
            add(cell(population, (int) id, shape, models));
        }
        said = "cell templates (hoc) are not executed; electrical models of %s by e-type and layer stand for them: %s"
                .formatted(ElectricalModels.RECIPE, this.models);
    }

    /** Adds a cell behind the others. */
    void add(SonataCell cell) {
        indexOf.computeIfAbsent(cell.population(), _ -> new HashMap<>()).put(cell.node_id(), cells.size());
        cells.add(cell);
    }

    /** Says what stands for the cell templates of the circuit. */
    void say(String what) {
        said = what;
    }

    private SonataCell cell(NodePopulation population, int row, Morphology morphology, ElectricalModels models) {
        var nodes = population.nodes();
        var etype = nodes.texts("etype")[row];
        var model = models.of(etype, layer(nodes, row));
        this.models.put(template(nodes, row, etype), model.name());
        return new SonataCell(
                population.name(),
                row,
                placed(nodes, row, etype),
                Optional.of(morphology),
                model.compartments(morphology),
                model.membrane(),
                axon(morphology),
                Numbers.at(population.dynamics(), "threshold_current", row, UNKNOWN),
                Numbers.at(population.dynamics(), "holding_current", row, UNKNOWN),
                Numbers.at(population.dynamics(), "input_resistance", row, UNKNOWN),
                Numbers.at(nodes, "exc_mini_frequency", row, 0),
                Numbers.at(nodes, "inh_mini_frequency", row, 0));
    }

    /** Where a cell lies; at the origin and upright where the circuit does not say. */
    private static PlacedCell placed(Columns nodes, int row, String etype) {
        return new PlacedCell(
                row,
                Numbers.at(nodes, "x", row, 0),
                Numbers.at(nodes, "y", row, 0),
                Numbers.at(nodes, "z", row, 0),
                new Quaternion(
                        Numbers.at(nodes, "orientation_w", row, 1),
                        Numbers.at(nodes, "orientation_x", row, 0),
                        Numbers.at(nodes, "orientation_y", row, 0),
                        Numbers.at(nodes, "orientation_z", row, 0)),
                layer(nodes, row),
                text(nodes, "mtype", row),
                etype,
                text(nodes, "synapse_class", row));
    }

    private static String text(Columns nodes, String name, int row) {
        return nodes.has(name) ? nodes.texts(name)[row] : "";
    }

    private static String template(Columns nodes, int row, String etype) {
        return nodes.has("model_template") && !nodes.texts("model_template")[row].isEmpty()
                ? nodes.texts("model_template")[row]
                : etype;
    }

    /** 1 to 6; 0 where the circuit has none or calls it otherwise. */
    private static int layer(Columns nodes, int row) {
        if (!nodes.has("layer")) {
            return 0;
        }
        return switch (nodes.array("layer")) {
            case String[] words -> words[row].matches("[1-6]") ? Integer.parseInt(words[row]) : 0;
            case Object _ -> (int) Numbers.at(nodes, "layer", row);
        };
    }

    private static BitSet axon(Morphology morphology) {
        var axon = new BitSet();
        for (int s = 1; s < morphology.sectionCount(); s++) {
            axon.set(s, morphology.type(s) == SectionType.AXON);
        }
        return axon;
    }

    private static long[] all(int rows) {
        var ids = new long[rows];
        java.util.Arrays.setAll(ids, i -> i);
        return ids;
    }

    List<SonataCell> list() {
        return cells;
    }

    SonataCell get(int index) {
        return cells.get(index);
    }

    /** The number of a cell; -1 where it is not simulated. */
    int index(String population, long node_id) {
        return indexOf.getOrDefault(population, Map.of()).getOrDefault(node_id, -1);
    }

    boolean has(String population) {
        return indexOf.containsKey(population);
    }

    /** The simulated cells of a node set, rising. */
    int[] of(SortedMap<String, long[]> set) {
        return set.entrySet().stream()
                .flatMap(e -> java.util.Arrays.stream(e.getValue()).mapToObj(id -> index(e.getKey(), id)))
                .mapToInt(i -> i)
                .filter(i -> i >= 0)
                .sorted()
                .toArray();
    }

    /** Which electrical model stands for which cell template of the circuit. */
    String standIns() {
        return said;
    }
}
