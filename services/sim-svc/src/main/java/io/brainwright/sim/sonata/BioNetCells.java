package io.brainwright.sim.sonata;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.cell.ImportedCable;
import io.brainwright.sim.model.cell.ImportedCable.AxonStub;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.config.BioNetFile;
import io.brainwright.sonata.hdf5.Columns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the biophysical cells of a plain Allen circuit: all nodes that are not virtual. */
final class BioNetCells {
    private static final double UNKNOWN = Double.NaN;
    private static final List<String> TEMPLATES = List.of("ctdb:Biophys1.hoc", "ctdb:Biophys1");
    private static final Map<String, AxonStub> PROCESSINGS =
            Map.of("aibs_perisomatic", AxonStub.THIN, "aibs_allactive", AxonStub.AS_AXON);

    private final BioNetFile file;
    private final CircuitMechanisms mechanisms;
    private final SonataCells cells = new SonataCells();
    private final Map<Kind, Body> bodies = new HashMap<>();
    private final Map<String, FieldFault> faults = new LinkedHashMap<>();

    private BioNetCells(BioNetFile file) {
        this.file = file;
        this.mechanisms = new CircuitMechanisms(file.components().folder("mechanisms_dir"));
    }

    /** What makes cells equal. */
    private record Kind(Path morphology, Path model, AxonStub stub) {}

    /** What equal cells share. */
    private record Body(Compartments shape, CellModel model) {}

    /**
     * Reads the cells, by population and rising node id.
     *
     * @throws Problem INVALID with every sort of node that is not simulated, and what of its model is not there
     */
    static SonataCells read(BioNetFile file, SonataCircuit circuit, NodeSelection selection) {
        var made = new BioNetCells(file);
        for (var population : circuit.nodes()) {
            made.add(population.name(), selection.population(population.name()).nodes());
        }
        if (made.faults.isEmpty() && made.cells.list().isEmpty()) {
            throw Fault.at(circuit.config() + "#/networks/nodes", "hold no biophysical node");
        }
        if (!made.faults.isEmpty()) {
            throw Problem.invalid("The simulation cannot be run.", List.copyOf(made.faults.values()));
        }
        made.cells.say(
                "%d cells of %d models of the Cell Types Database; mechanisms are the circuit's, else those built in"
                        .formatted(made.cells.list().size(), made.bodies.size()));
        return made.cells;
    }

    private void add(String population, Columns nodes) {
        for (int row = 0; row < nodes.rows(); row++) {
            var node = new Node(population, nodes, row);
            if (!nodes.has("model_type")) {
                fault(node, "model_type", "is missing; biophysical or virtual belongs there");
                return;
            }
            var type = node.text("model_type");
            if (type.equals("virtual")) {
                continue;
            }
            if (!type.equals("biophysical")) {
                fault(
                        node,
                        "model_type",
                        "is '%s'; biophysical nodes are simulated, virtual ones fire".formatted(type));
                continue;
            }
            var body = body(node);
            if (body.isPresent()) {
                cells.add(cell(node, body.get()));
            }
        }
    }

    private record Node(String population, Columns nodes, int row) {
        String text(String column) {
            return nodes.has(column) && nodes.array(column) instanceof String[] words ? words[row] : "";
        }

        double number(String column) {
            return nodes.has(column) && !(nodes.array(column) instanceof String[]) ? Numbers.at(nodes, column, row) : 0;
        }
    }

    private void fault(Node node, String attribute, String fault) {
        faults.putIfAbsent(
                node.population + attribute + fault,
                new FieldFault("%s/%d: %s".formatted(node.population, node.row, attribute), fault));
    }

    private Optional<Body> body(Node node) {
        var template = node.text("model_template");
        if (!TEMPLATES.contains(template)) {
            fault(node, "model_template", "is '%s'; one of %s".formatted(template, TEMPLATES));
        }
        var processing = node.text("model_processing");
        var stub = PROCESSINGS.get(processing);
        if (stub == null) {
            fault(
                    node,
                    "model_processing",
                    "is '%s'; one of %s".formatted(processing, new TreeSet<>(PROCESSINGS.keySet())));
        }
        var morphology = component(node, "morphology", "morphologies_dir", ".swc");
        var model = component(node, "dynamics_params", "biophysical_neuron_models_dir", ".json");
        if (stub == null || morphology.isEmpty() || model.isEmpty()) {
            return Optional.empty();
        }
        var kind = new Kind(morphology.get(), model.get(), stub);
        if (!bodies.containsKey(kind)) {
            bodies.put(kind, made(kind));
        }
        return Optional.ofNullable(bodies.get(kind));
    }

    private Optional<Path> component(Node node, String attribute, String folder, String ending) {
        var name = node.text(attribute);
        var where = file.components().folder(folder);
        if (name.isEmpty()) {
            fault(node, attribute, "is missing; a file of %s belongs there".formatted(folder));
            return Optional.empty();
        }
        if (where.isEmpty()) {
            fault(node, attribute, "is '%s', and components has no %s".formatted(name, folder));
            return Optional.empty();
        }
        for (var candidate : List.of(where.get().resolve(name), where.get().resolve(name + ending))) {
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        fault(node, attribute, "is '%s', which is not in %s".formatted(name, where.get()));
        return Optional.empty();
    }

    private Body made(Kind kind) {
        var model = CellTypesModel.read(kind.model, mechanisms, kind.stub);
        var shape = ImportedCable.of(kind.morphology, file.step_um(), model::Ra_ohm_cm, kind.stub);
        var groups =
                shape.sections().stream().map(Compartments.SectionNodes::group).collect(Collectors.toSet());
        var simulation = file.simulation();
        return new Body(
                shape,
                model.model(
                        kind.model,
                        groups,
                        simulation.conditions().celsius_degC(),
                        simulation.run().dt_ms()));
    }

    private static SonataCell cell(Node node, Body body) {
        return new SonataCell(
                node.population,
                node.row,
                new PlacedCell(
                        node.row,
                        node.number("x"),
                        node.number("y"),
                        node.number("z"),
                        Quaternion.IDENTITY,
                        0,
                        "",
                        "",
                        ""),
                Optional.empty(),
                body.shape,
                body.model,
                new BitSet(),
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                0,
                0);
    }
}
