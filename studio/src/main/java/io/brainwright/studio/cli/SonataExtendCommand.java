package io.brainwright.studio.cli;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.edit.AddedEdges;
import io.brainwright.sonata.edit.AddedNodes;
import io.brainwright.sonata.edit.AddedProperty;
import io.brainwright.sonata.edit.CircuitChange;
import io.brainwright.sonata.edit.CircuitEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A circuit with something added. */
@Command(
        name = "extend",
        description = {
            "Write a circuit into a new folder with something added; all that it held is carried as it is.",
            "Tables are CSV. Whole numbers become uint32 (uint64), others float32, else texts; a header 'name:float64'"
                    + " says otherwise.",
            "  sonata extend circuit --out new --property cells=rates.csv             (columns node_id,rate_Hz)",
            "  sonata extend circuit --out new --nodes POm=fibres.csv --node-type virtual   (columns node_id,x,y,z)",
            "  sonata extend circuit --out new --edges POm__cells=synapses.csv --from POm --to cells  "
                    + " (source_node_id,target_node_id,...)"
        },
        mixinStandardHelpOptions = true)
final class SonataExtendCommand implements Runnable {
    @Parameters(paramLabel = "PATH", description = "circuit_config.json, or its folder.")
    private Path path = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that does not exist yet.")
    private Path out = Path.of("");

    @Option(
            names = "--property",
            paramLabel = "POPULATION=CSV",
            description = "Attributes for the nodes or edges of a population, keyed by node_id or edge_id.")
    private Map<String, Path> properties = new LinkedHashMap<>();

    @Option(names = "--nodes", paramLabel = "NAME=CSV", description = "A new node population, keyed by node_id.")
    private Map<String, Path> nodes = new LinkedHashMap<>();

    @Option(names = "--node-type", description = "Type of the new nodes (${DEFAULT-VALUE}).")
    private String nodeType = "virtual";

    @Option(
            names = "--edges",
            paramLabel = "NAME=CSV",
            description = "A new edge population with columns source_node_id and target_node_id.")
    private Map<String, Path> edges = new LinkedHashMap<>();

    @Option(names = "--from", paramLabel = "POPULATION", description = "Nodes where the new edges begin.")
    private String from = "";

    @Option(names = "--to", paramLabel = "POPULATION", description = "Nodes where they end.")
    private String to = "";

    @Option(names = "--edge-type", description = "Type of the new edges (${DEFAULT-VALUE}).")
    private String edgeType = "chemical";

    @Override
    public void run() {
        if (!edges.isEmpty() && (from.isEmpty() || to.isEmpty())) {
            throw Problem.invalid(
                    "New edges need both ends.",
                    List.of(new FieldFault("--from, --to", "Name the node populations where they begin and end.")));
        }
        var changes = new ArrayList<CircuitChange>();
        nodes.forEach((name, table) -> changes.add(new AddedNodes(name, nodeType, table)));
        edges.forEach((name, table) -> changes.add(new AddedEdges(name, edgeType, from, to, table)));
        properties.forEach((name, table) -> changes.add(new AddedProperty(name, table)));
        if (changes.isEmpty()) {
            throw Problem.invalid(
                    "Nothing is to be added.",
                    List.of(new FieldFault("--property, --nodes, --edges", "Give one, or use 'sonata copy'.")));
        }
        System.out.println(CircuitEdit.write(SonataCircuit.located(path), out, changes));
    }
}
