package io.brainwright.connectome.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.F64;
import static io.brainwright.fabric.table.ColumnType.I64;
import static io.brainwright.fabric.table.ColumnType.TEXT;
import static io.brainwright.fabric.table.ColumnType.U32;
import static io.brainwright.fabric.table.ColumnType.U64;
import static io.brainwright.fabric.table.ColumnType.U8;

import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Columns of the three tables; edge columns bear SONATA's names. */
final class ConnectomeTables {
    private static final String TOUCH = "appositions, docs/science/appositions.md";
    private static final String PRUNE = "reduce and cut, doi:10.3389/fncom.2015.00120";
    private static final String CLASS = "recipe rat-nbs1-synapses, one draw per connection";

    private static final String CHOICE = "specificity, docs/science/inhibitory-specificity.md";
    private static final String EDIT = "connectome-edit, docs/science/connectivity.md";

    static final TableSchema SYNAPSES = new TableSchema(
            "synapses",
            synapses(),
            Map.of("population", "nbs1__nbs1__chemical", "order", "target, source, section, pos"));

    static final TableSchema CONNECTIONS = new TableSchema(
            "connections",
            List.of(
                    of("source_node_id", U64, "1", "cell of the axon", TOUCH),
                    of("target_node_id", U64, "1", "cell that it touches", TOUCH),
                    of("appositions", U32, "1", "close approaches found", TOUCH),
                    of("removed_by_distance", U32, "1", "too near to the axon's soma", TOUCH),
                    of("removed_by_target", U32, "1", "on a part that this axon does not contact", TOUCH),
                    of("removed_by_reduction", U32, "1", "by the first step of pruning", PRUNE),
                    of("removed_by_cut", U32, "1", "by the second step", PRUNE),
                    of("removed_by_activation", U32, "1", "by the third step", PRUNE),
                    of("synapses", U32, "1", "what stays", PRUNE)));

    /** What pruning rested on; whole circuit, in the first chunk. */
    static final TableSchema PATHWAYS = new TableSchema(
            "pathways",
            List.of(
                    of("pre_mtype", TEXT, "1", "m-type of the axon", TOUCH),
                    of("post_mtype", TEXT, "1", "m-type of the target", TOUCH),
                    of("pooled_over", TEXT, "1", "whose pairs gave the statistics", PRUNE),
                    of("pairs", I64, "1", "touching pairs behind the statistics", TOUCH),
                    of("mean_appositions", F64, "1", "n, appositions per touching pair", TOUCH),
                    of("bouton_reduction", F64, "1", "r, share of appositions wanted", CLASS),
                    of("keep", F64, "1", "p_A, chance to pass the first step", PRUNE),
                    of("cut", F64, "1", "mu, synapses at which half pass the second", PRUNE),
                    of("active_fraction", F64, "1", "a, chance to pass the third", PRUNE),
                    of("expected_share", F64, "1", "share after two steps; below r: the target is out of reach", PRUNE),
                    of("expected_mean", F64, "1", "synapses per connection to expect", PRUNE),
                    of("expected_cv", F64, "1", "their coefficient of variation", PRUNE),
                    of("reachable", U8, "1", "1 where the bouton target can be met", PRUNE)));

    /** Where axons that choose make synapses, on the pilot cells; in the first chunk, where any were asked to. */
    static final TableSchema TARGETING = new TableSchema(
            "targeting",
            List.of(
                    of("class", TEXT, "1", "class of axons", CHOICE),
                    of("landing", TEXT, "1", "soma, proximal, apical, distal, initial_segment or inhibitory", CHOICE),
                    of("wanted", F64, "1", "share of the class's synapses that is wanted; NaN where none is", CHOICE),
                    of(
                            "observed_low",
                            F64,
                            "1",
                            "least share seen by electron microscopy; NaN where none is known",
                            CHOICE),
                    of("observed_high", F64, "1", "largest share seen there", CHOICE),
                    of("by_overlap", F64, "1", "share where axons take what they overlap with", CHOICE),
                    of("chosen", F64, "1", "share as they choose", CHOICE),
                    of("weight", F64, "1", "chance of an apposition to be chosen", CHOICE),
                    of("synapses_by_overlap", F64, "1", "synapses there", CHOICE),
                    of("synapses_chosen", F64, "1", "synapses there", CHOICE)));

    /** The synapses of an edit: the same columns, whatever was changed in them; a new source has no known place on its axon. */
    static final TableSchema EDITED_SYNAPSES = new TableSchema(
            "synapses",
            SYNAPSES.columns().stream().map(ConnectomeTables::edited).toList(),
            SYNAPSES.metadata());

    /** The touching pairs of an edit. */
    static final TableSchema EDITED_CONNECTIONS = new TableSchema(
            "connections",
            Stream.concat(
                            CONNECTIONS.columns().stream(),
                            Stream.of(
                                    of("removed_by_edit", U32, "1", "synapses that an edit took", EDIT),
                                    of("added_by_edit", U32, "1", "synapses that an edit gave to this pair", EDIT)))
                    .toList());

    private ConnectomeTables() {}

    private static Column edited(Column column) {
        String name = column.name();
        if (name.equals("conductance") || name.equals("delay")) {
            return of(name, column.type(), column.unit(), column.description() + ", or as the edit set it", EDIT);
        }
        if (name.startsWith("efferent_") && !name.equals("efferent_section_type")) {
            String unknown = column.type() == F32 ? "NaN" : "0";
            return of(
                    name,
                    column.type(),
                    column.unit(),
                    column.description() + "; %s where the edit chose the source".formatted(unknown),
                    EDIT);
        }
        return column;
    }

    private static List<Column> synapses() {
        var columns = new ArrayList<Column>();
        columns.add(of("source_node_id", U64, "1", "cell of the axon", TOUCH));
        columns.add(of("target_node_id", U64, "1", "cell that receives", TOUCH));
        columns.addAll(side("afferent", "the target's side", TOUCH));
        columns.addAll(side("efferent", "the axon's side", TOUCH));
        columns.add(of("conductance", F32, "nS", "peak conductance, AMPA or GABAA", CLASS));
        columns.add(of("decay_time", F32, "ms", "decay of the conductance", CLASS));
        columns.add(of("depression_time", F32, "ms", "recovery from depression", CLASS));
        columns.add(of("facilitation_time", F32, "ms", "decay of facilitation", CLASS));
        columns.add(of("u_syn", F32, "1", "release probability at 2 mM calcium", CLASS));
        columns.add(of("n_rrp_vesicles", U32, "1", "readily releasable vesicles", CLASS));
        columns.add(of("delay", F32, "ms", "0.1 ms + axon path / (300 um/ms)", CLASS));
        columns.add(of("spine_length", F32, "um", "gap between the surfaces", TOUCH));
        columns.add(of("syn_type_id", U32, "1", "100 and above: excitatory", CLASS));
        columns.add(of("syn_property_rule", U32, "1", "rule of the recipe", CLASS));
        columns.add(of("conductance_scale_factor", F32, "1", "NMDA over AMPA, GABAB over GABAA", CLASS));
        columns.add(of("u_hill_coefficient", F32, "mM", "calcium dependence of release", CLASS));
        return columns;
    }

    /** Where one side of a contact lies, in SONATA's columns. */
    static List<Column> side(String side, String whose, String source) {
        var columns = new ArrayList<Column>();
        columns.add(of(side + "_section_id", U32, "1", "section, 0 = soma; " + whose, source));
        columns.add(of(side + "_segment_id", U32, "1", "segment within the section", source));
        columns.add(of(side + "_segment_offset", F32, "um", "from the segment's start", source));
        columns.add(of(side + "_section_pos", F32, "1", "fraction along the section", source));
        columns.add(of(side + "_section_type", U32, "1", "1 soma, 2 axon, 3 basal, 4 apical", source));
        for (var place : List.of("center", "surface")) {
            for (var axis : List.of("x", "y", "z")) {
                columns.add(of(side + "_" + place + "_" + axis, F32, "um", place + " of the neurite", source));
            }
        }
        return columns;
    }

    private static Column of(String name, ColumnType type, String unit, String description, String source) {
        return Column.of(name, type, unit, description, source);
    }
}
