package io.brainwright.sonata.circuit;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.NewGroup;
import io.brainwright.sonata.hdf5.Written;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Writes a population of cells: {@code /nodes/POPULATION}. The id of a node is its row. */
public final class NodesWriter {
    /** What every biophysical node must have, as bluepysnap's schema asks for it. */
    public static final List<String> REQUIRED = List.of(
            "x",
            "y",
            "z",
            "orientation_w",
            "orientation_x",
            "orientation_y",
            "orientation_z",
            "morphology",
            "model_template",
            "model_type",
            "morph_class",
            "etype",
            "mtype",
            "synapse_class");

    /** What {@code dynamics_params} must have. */
    public static final List<String> REQUIRED_DYNAMICS = List.of("threshold_current", "holding_current");

    /** What every astrocyte must have. */
    public static final List<String> ASTROCYTE =
            List.of("x", "y", "z", "radius", "mtype", "morphology", "model_template", "model_type");

    /** What every piece of a vessel must have. */
    public static final List<String> VASCULATURE = List.of(
            "start_x",
            "start_y",
            "start_z",
            "end_x",
            "end_y",
            "end_z",
            "start_diameter",
            "end_diameter",
            "start_node",
            "end_node",
            "type",
            "section_id",
            "segment_id",
            "model_type");

    private NodesWriter() {}

    /**
     * @param file replaced if it exists
     * @param population its name
     * @param nodes attributes, {@link #REQUIRED} and others
     * @param dynamics {@code dynamics_params}, {@link #REQUIRED_DYNAMICS} and others
     * @throws Problem INVALID where there is no node or an attribute is missing
     */
    public static void write(Path file, String population, Columns nodes, Columns dynamics) {
        check(population, nodes, dynamics);
        Hdf5File.write(file, root -> {
            Written.sign(root);
            var attributes = group(root, population, nodes);
            Written.columns(attributes, nodes);
            Written.columns(attributes.group("dynamics_params"), dynamics);
        });
    }

    /**
     * Virtual nodes, which send and are not simulated.
     *
     * @param file replaced if it exists
     * @param population its name
     * @param nodes attributes, {@code model_type} and others
     * @throws Problem INVALID where there is no node or an attribute is missing
     */
    public static void writeVirtual(Path file, String population, Columns nodes) {
        write(file, population, nodes, List.of("model_type"));
    }

    /** Astrocytes: {@link #ASTROCYTE} and others. */
    public static void writeAstrocytes(Path file, String population, Columns nodes) {
        write(file, population, nodes, ASTROCYTE);
    }

    /** Vessels, a node a straight piece: {@link #VASCULATURE} and others. */
    public static void writeVasculature(Path file, String population, Columns nodes) {
        write(file, population, nodes, VASCULATURE);
    }

    private static void write(Path file, String population, Columns nodes, List<String> required) {
        refuse(population, nodes, Missing.of(nodes, required));
        Hdf5File.write(file, root -> {
            Written.sign(root);
            Written.columns(group(root, population, nodes), nodes);
        });
    }

    /** The columns' group; beside it type -1 (no type), and id, group and row of each node, which BMTK asks for. */
    private static NewGroup group(NewGroup root, String population, Columns nodes) {
        var group = root.group("nodes").group(population);
        long[] types = new long[nodes.rows()];
        Arrays.fill(types, -1);
        long[] rows = LongStream.range(0, nodes.rows()).toArray();
        group.signed("node_type_id", types);
        group.dataset("node_id", rows);
        group.dataset("node_group_id", new int[nodes.rows()]);
        group.dataset("node_group_index", rows);
        return group.group("0");
    }

    private static void check(String population, Columns nodes, Columns dynamics) {
        var faults = Missing.of(nodes, REQUIRED);
        faults.addAll(Missing.of(dynamics, REQUIRED_DYNAMICS));
        refuse(population, nodes, faults);
    }

    private static void refuse(String population, Columns nodes, List<FieldFault> faults) {
        if (nodes.rows() == 0) {
            faults.add(new FieldFault(population, "has no nodes; SONATA needs at least one"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("Population '%s' cannot be written as SONATA nodes.".formatted(population), faults);
        }
    }
}
