package io.brainwright.sim.service;

import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import java.util.List;
import java.util.Map;

/** The tables of a run. */
public final class SimTables {
    private static final String SOLVER = "cable equation, docs/science/cable-equation.md";
    private static final String FIELD = "line sources, docs/science/extracellular-potential.md";
    private static final String FIBRES = "thalamic fibres, docs/science/thalamic-fibres.md";
    private static final String PLASTIC = "Chindemi et al. 2022, docs/science/plasticity.md";
    private static final String SHAPE = "discretised morphology, docs/science/electrical-models.md";

    /** Spikes, sorted by time, then id. */
    public static final TableSchema SPIKES = new TableSchema(
            "spikes",
            List.of(
                    column("timestamps", ColumnType.F64, "ms", "grid time of the step that crossed the threshold"),
                    column("node_ids", ColumnType.U64, "1", "cell that fired")));

    /** Somatic voltages: one row per frame. */
    public static final TableSchema SOMA_REPORT = report("soma_report", "of every cell by rising node id");

    /** Voltages of all compartments: one row per frame. */
    public static final TableSchema COMPARTMENT_REPORT =
            report("compartment_report", "of every compartment, as the rows of the table compartments");

    /** Where each value of the compartment report lies. */
    public static final TableSchema COMPARTMENTS = new TableSchema(
            "compartments",
            List.of(
                    shape("node_id", ColumnType.U64, "1", "cell"),
                    shape(
                            "section_id",
                            ColumnType.U32,
                            "1",
                            "section of its morphology, 0 = soma; the two sections of the axon stub are numbered on from the last"),
                    shape("section_pos", ColumnType.F32, "1", "centre along the section, 0 to 1"),
                    shape("x", ColumnType.F32, "um", "centre, atlas frame"),
                    shape("y", ColumnType.F32, "um", "centre, atlas frame"),
                    shape("z", ColumnType.F32, "um", "centre, atlas frame"),
                    shape("diameter", ColumnType.F32, "um", "mean diameter"),
                    shape("length", ColumnType.F32, "um", "length along the section")));

    /** Which cells were driven, by stimulus and rising node id. */
    public static final TableSchema STIMULATED = new TableSchema(
            "stimulated",
            List.of(
                    column("stimulus", ColumnType.U32, "1", "place of the stimulus in the request, from 0"),
                    column("node_id", ColumnType.U64, "1", "cell that it drives")));

    /** Spikes of thalamic fibres, sorted by time, then id; only where the run has any. */
    public static final TableSchema FIBRE_SPIKES = new TableSchema(
            "fibre_spikes",
            List.of(
                    fibre("timestamps", ColumnType.F64, "ms", "when the fibre fires, at the bottom of the cortex"),
                    fibre("node_ids", ColumnType.U64, "1", "fibre that fires, a virtual node"),
                    fibre("stimulus", ColumnType.U32, "1", "place of its stimulus in the request, from 0")),
            Map.of("population", "thalamus"));

    /** Extracellular potential: one row per frame; only where it was asked for. */
    public static final TableSchema LFP = new TableSchema(
            "lfp",
            List.of(
                    field("frame", ColumnType.I64, "1", "number of the frame, 0 at time 0"),
                    field("time_ms", ColumnType.F64, "ms", "its time"),
                    field("values", ColumnType.F32_LIST, "mV", "potential at each contact, against a far ground")));

    /** The contacts, in the order of the values. */
    public static final TableSchema LFP_CONTACTS = new TableSchema(
            "lfp_contacts",
            List.of(
                    field("contact", ColumnType.U32, "1", "place among the values, from 0"),
                    field("depth_um", ColumnType.F32, "um", "below the pia"),
                    field("x", ColumnType.F32, "um", "atlas frame"),
                    field("y", ColumnType.F32, "um", "atlas frame"),
                    field("z", ColumnType.F32, "um", "atlas frame")));

    /** What became of each plastic contact, in the order of the synapses; only where the run has them. */
    public static final TableSchema PLASTICITY = new TableSchema(
            "plasticity",
            List.of(
                    plastic("source_node_id", ColumnType.U64, "1", "cell that sends"),
                    plastic("target_node_id", ColumnType.U64, "1", "cell that receives"),
                    plastic("afferent_section_id", ColumnType.U32, "1", "section of the target"),
                    plastic("afferent_section_pos", ColumnType.F32, "1", "where on it, 0 to 1"),
                    plastic("c_pre", ColumnType.F64, "mM ms", "effective calcium after a lone presynaptic spike"),
                    plastic(
                            "c_post",
                            ColumnType.F64,
                            "mM ms",
                            "effective calcium after a lone spike of the target; NaN: it fires no lone spike, the contact does not change"),
                    plastic("theta_d", ColumnType.F64, "mM ms", "threshold of depression"),
                    plastic("theta_p", ColumnType.F64, "mM ms", "threshold of potentiation"),
                    plastic("rho0_GB", ColumnType.F64, "1", "efficacy at the start, 0 or 1"),
                    plastic("rho_GB", ColumnType.F64, "1", "efficacy at the end"),
                    plastic("gmax0_AMPA", ColumnType.F64, "nS", "AMPA conductance at the start"),
                    plastic("gmax_AMPA", ColumnType.F64, "nS", "AMPA conductance at the end"),
                    plastic("Use0", ColumnType.F64, "1", "utilisation at the start, at the calcium of the run"),
                    plastic("Use", ColumnType.F64, "1", "utilisation at the end")));

    private SimTables() {}

    private static TableSchema report(String name, String whose) {
        return new TableSchema(
                name,
                List.of(
                        column("frame", ColumnType.I64, "1", "number of the frame, 0 at time 0"),
                        column("time_ms", ColumnType.F64, "ms", "its time"),
                        column("values", ColumnType.F32_LIST, "mV", "membrane potential " + whose)));
    }

    private static Column column(String name, ColumnType type, String unit, String description) {
        return Column.of(name, type, unit, description, SOLVER);
    }

    private static Column field(String name, ColumnType type, String unit, String description) {
        return Column.of(name, type, unit, description, FIELD);
    }

    private static Column fibre(String name, ColumnType type, String unit, String description) {
        return Column.of(name, type, unit, description, FIBRES);
    }

    private static Column plastic(String name, ColumnType type, String unit, String description) {
        return Column.of(name, type, unit, description, PLASTIC);
    }

    private static Column shape(String name, ColumnType type, String unit, String description) {
        return Column.of(name, type, unit, description, SHAPE);
    }
}
