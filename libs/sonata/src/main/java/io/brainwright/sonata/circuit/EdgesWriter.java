package io.brainwright.sonata.circuit;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.NewGroup;
import io.brainwright.sonata.hdf5.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a population of edges, chemical synapses and others, with both indices: {@code /edges/POPULATION}, sorted by target. */
public final class EdgesWriter {
    /** What every chemical edge must have, as bluepysnap's schema asks for it. */
    public static final List<String> REQUIRED = List.of(
            "afferent_center_x",
            "afferent_center_y",
            "afferent_center_z",
            "afferent_surface_x",
            "afferent_surface_y",
            "afferent_surface_z",
            "afferent_section_id",
            "afferent_section_pos",
            "afferent_section_type",
            "afferent_segment_id",
            "afferent_segment_offset",
            "conductance",
            "decay_time",
            "depression_time",
            "facilitation_time",
            "u_syn",
            "n_rrp_vesicles",
            "spine_length",
            "syn_type_id",
            "delay");

    /** What every end-foot must have, an edge from a vessel's piece to an astrocyte. */
    public static final List<String> ENDFOOT = List.of(
            "endfoot_id",
            "endfoot_surface_x",
            "endfoot_surface_y",
            "endfoot_surface_z",
            "vasculature_section_id",
            "vasculature_segment_id",
            "astrocyte_section_id",
            "endfoot_compartment_length",
            "endfoot_compartment_diameter",
            "endfoot_compartment_perimeter");

    /** What every edge from an astrocyte to the cell of a synapse that it wraps must have. */
    public static final List<String> SYNAPSE_ASTROCYTE = List.of(
            "astrocyte_section_id",
            "astrocyte_segment_id",
            "astrocyte_segment_offset",
            "astrocyte_section_pos",
            "astrocyte_center_x",
            "astrocyte_center_y",
            "astrocyte_center_z",
            "synapse_id",
            "synapse_population");

    private EdgesWriter() {}

    /** Whether a required attribute is a whole number. */
    public static boolean isWhole(String name) {
        return name.endsWith("_id") || name.endsWith("_type") || name.equals("n_rrp_vesicles");
    }

    /**
     * One end of the edges.
     *
     * @param population its node population
     * @param nodeCount how many nodes that has
     * @param node_id the node of each edge
     */
    public record End(String population, int nodeCount, long[] node_id) {}

    /**
     * @param file replaced if it exists
     * @param population its name, {@code SOURCE__TARGET__chemical}
     * @param source where the edges begin
     * @param target where they end
     * @param edges attributes, {@link #REQUIRED} and others, in the order of the ends
     * @throws Problem INVALID where an attribute is missing or a node does not exist
     */
    public static void write(Path file, String population, End source, End target, Columns edges) {
        write(file, population, source, target, edges, REQUIRED);
    }

    /** The same for edges of a type that must have other attributes. */
    public static void write(
            Path file, String population, End source, End target, Columns edges, List<String> required) {
        check(population, source, target, new ArrayList<>(Missing.of(edges, required)));
        store(file, population, source, target, edges);
    }

    /** The same for edges of any type, whose attributes nothing is known of. */
    public static void writeAny(Path file, String population, End source, End target, Columns edges) {
        write(file, population, source, target, edges, List.of());
    }

    private static void store(Path file, String population, End source, End target, Columns edges) {
        int[] order = byTarget(target.node_id());
        long[] sources = (long[]) Columns.reordered(source.node_id(), order);
        long[] targets = (long[]) Columns.reordered(target.node_id(), order);
        Hdf5File.write(file, root -> {
            Written.sign(root);
            var group = root.group("edges").group(population);
            ends(group, "source_node_id", source.population(), sources);
            ends(group, "target_node_id", target.population(), targets);
            types(group, edges.rows());
            Written.columns(group.group("0"), edges.reordered(order));
            var path = "/edges/%s/indices".formatted(population);
            var indices = group.group("indices");
            index(indices.group("source_to_target"), path + "/source_to_target", sources, source.nodeCount());
            index(indices.group("target_to_source"), path + "/target_to_source", targets, target.nodeCount());
        });
    }

    private static void ends(NewGroup group, String name, String population, long[] nodes) {
        group.dataset(name, nodes).attribute("node_population", population);
    }

    /** Type -1 (no type), and group and row of each edge, which the readers of the Allen Institute ask for. */
    private static void types(NewGroup group, int rows) {
        long[] types = new long[rows];
        Arrays.fill(types, -1);
        group.signed("edge_type_id", types);
        group.dataset("edge_group_id", new int[rows]);
        group.dataset(
                "edge_group_index", IntStream.range(0, rows).asLongStream().toArray());
    }

    /**
     * Writes the index of one side, under the name of libsonata and that of BMTK.
     *
     * @param path of the group in its file
     * @param nodeOfEdge the node at that end of each edge, in any order
     * @param nodeCount size of the node population
     */
    public static void index(NewGroup group, String path, long[] nodeOfEdge, int nodeCount) {
        var index = EdgeIndex.of(nodeOfEdge, nodeCount);
        group.table("node_id_to_ranges", index.nodeToRanges(), 2);
        group.softLink(
                "node_id_to_range", path + "/node_id_to_ranges"); // jhdf follows no links that begin within a group
        group.table("range_to_edge_id", index.rangeToEdges(), 2);
    }

    /** The edges in the order in which they are written: rising by target, those of one target as they were given. */
    public static int[] byTarget(long[] targets) {
        return IntStream.range(0, targets.length)
                .boxed()
                .sorted(Comparator.comparingLong(e -> targets[e]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void check(String population, End source, End target, List<FieldFault> faults) {
        outside(faults, "source_node_id", source);
        outside(faults, "target_node_id", target);
        if (!faults.isEmpty()) {
            throw Problem.invalid("Population '%s' cannot be written as SONATA edges.".formatted(population), faults);
        }
    }

    private static void outside(List<FieldFault> faults, String field, End end) {
        for (int e = 0; e < end.node_id().length; e++) {
            long node = end.node_id()[e];
            if (node < 0 || node >= end.nodeCount()) {
                faults.add(new FieldFault(
                        field,
                        "edge %d names node %d, but population '%s' has the nodes 0 to %d"
                                .formatted(e, node, end.population(), end.nodeCount() - 1)));
                return;
            }
        }
    }
}
