package io.brainwright.connectome;

import io.brainwright.connectome.files.ControlKind;
import io.brainwright.connectome.files.ControlReport;
import io.brainwright.connectome.files.EdgeList;
import io.brainwright.connectome.files.GraphMetric;
import io.brainwright.connectome.files.GraphReport;
import io.brainwright.connectome.files.NodeTable;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Measures a list of connections that lies in a file; for the command line, starts no services. */
public final class EdgeListAnalysis {
    private EdgeListAnalysis() {}

    /**
     * What to measure.
     *
     * @param edges CSV with columns source,target
     * @param nodes CSV with columns id and x,y,z or group; needed by some controls, and to know of cells without connections
     * @param metrics names of what to measure; empty: everything
     * @param controls names of controls to draw: er, block, distance, configuration
     * @param graphs how many graphs to draw of each control
     * @param seed keys the draws
     * @param exhaustive measures also what takes minutes
     * @param min_distance_um between which somata highways lead: those at least this far apart
     */
    public record Question(
            Path edges,
            @Nullable Path nodes,
            List<String> metrics,
            List<String> controls,
            int graphs,
            long seed,
            boolean exhaustive,
            double min_distance_um) {
        public Question {
            metrics = List.copyOf(metrics);
            controls = List.copyOf(controls);
        }
    }

    /** The numbers as a tree, laid out as docs/science/connectivity.md says. */
    public static SequencedMap<String, Object> of(Question question) {
        Set<GraphMetric> metrics = question.metrics().isEmpty()
                ? EnumSet.allOf(GraphMetric.class)
                : named(GraphMetric.class, "--metrics", question.metrics());
        Set<ControlKind> controls = named(ControlKind.class, "--control", question.controls());
        var nodes = question.nodes() == null ? null : NodeTable.read(question.nodes());
        if (!(question.min_distance_um() > 0 && Double.isFinite(question.min_distance_um()))) {
            throw Problem.invalid(
                    "Highways need a distance.",
                    List.of(new FieldFault(
                            "--min-distance-um",
                            "is %s; give one above 0, e.g. 500.".formatted(question.min_distance_um()))));
        }
        var models = controls.stream().map(c -> ControlReport.control(c, nodes)).toList();
        var edges = EdgeList.read(question.edges(), nodes == null ? 0 : nodes.cells());
        var tree = GraphReport.of(
                edges.graph(), nodes, new GraphReport.Wish(metrics, question.exhaustive(), question.min_distance_um()));
        if (edges.loops() + edges.repeated() > 0) {
            tree.put("rows_left_out", Map.of("loops", edges.loops(), "repeated", edges.repeated()));
        }
        int at = 0;
        var compared = new ArrayList<Object>();
        for (var kind : controls) {
            compared.add(ControlReport.of(edges.graph(), kind, models.get(at++), question.graphs(), question.seed()));
        }
        if (!compared.isEmpty()) {
            tree.put("controls", compared);
        }
        return tree;
    }

    private static <E extends Enum<E>> Set<E> named(Class<E> kind, String option, List<String> names) {
        var known = new TreeSet<String>();
        Arrays.stream(kind.getEnumConstants()).forEach(e -> known.add(e.name().toLowerCase(Locale.ROOT)));
        Set<E> found = EnumSet.noneOf(kind);
        for (var name : names) {
            if (!known.contains(name)) {
                throw Problem.invalid(
                        "There is no '%s' to be measured.".formatted(name),
                        List.of(new FieldFault(
                                option,
                                NearestNames.sentence(name, known) + " All: " + String.join(", ", known) + ".")));
            }
            found.add(Enum.valueOf(kind, name.toUpperCase(Locale.ROOT)));
        }
        return found;
    }
}
