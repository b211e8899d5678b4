package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.sim.v1.CurrentStep;
import io.brainwright.proto.sim.v1.FibreVolley;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.proto.sim.v1.Volley;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.testkit.StageHarness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three cells with the ids 10, 20 and 30, four synapses and a run of 1 ms: datasets small enough to check by eye. */
final class ThreeCells {
    static final int SECTIONS = 6; // soma, axon, basal, two basal children, apical
    static final double[] SPIKES_ms = {0.25, 0.25, 0.75};

    final StageHarness datasets = new StageHarness();

    DatasetRef cells() {
        var values = new LinkedHashMap<String, Object>();
        values.put("node_id", new long[] {30, 10, 20}); // not in order
        for (var axis : List.of("x", "y", "z")) {
            values.put(axis, new float[] {3.5f, 1.5f, 2.5f});
        }
        values.put("orientation_w", new float[] {1, 1, 1});
        for (var axis : List.of("orientation_x", "orientation_y", "orientation_z")) {
            values.put(axis, new float[3]);
        }
        values.put("region", new String[] {"S1HL", "S1HL", "S1HL"});
        values.put("layer", new byte[] {5, 4, 0});
        values.put("mtype", new String[] {"L5_TPC:A", "L4_SSC", "L4_MC"});
        values.put("etype", new String[] {"cADpyr", "cADpyr", "bAC"});
        values.put("morph_class", new String[] {"PYR", "PYR", "INT"});
        values.put("synapse_class", new String[] {"EXC", "EXC", "INH"});
        values.put("morphology", new String[] {"c", "a", "b"});
        values.put("model_template", new String[] {"hoc:cADpyr_L5TPC:A", "hoc:cADpyr_L4SSC", "hoc:bAC_L4MC"});
        values.put("marker", new String[] {"", "", "SST"});
        values.put("depth_um", new float[] {1200, 700, 800});
        return ref(given(table("cells", values)));
    }

    DatasetRef morphologies(Morphology... shapes) {
        long[] ids = Arrays.copyOf(new long[] {10, 20, 30}, shapes.length);
        return ref(given(MorphologyTable.toBatch(ids, shapes)));
    }

    /** Soma, an axon, a basal tree that forks, an apical dendrite; {@code scale} tells cells apart. */
    static Morphology shape(float scale) {
        float[] x = {0, 0, 0, 6, 20, 20, 30, 20, 30, 0, 0, 0};
        float[] y = {0, -6, -30, 0, 0, 0, 5, 0, -5, 6, 50, 100};
        float[] diameter = {12, 1, 0.5f, 3, 2, 2, 1, 2, 1, 3, 2, 1};
        for (int p = 0; p < x.length; p++) {
            x[p] *= scale;
            y[p] *= scale;
        }
        return new Morphology(
                x,
                y,
                new float[x.length],
                diameter,
                new int[] {-1, 0, 0, 2, 2, 0},
                new byte[] {1, 2, 3, 3, 3, 4},
                new int[] {0, 1, 3, 5, 7, 9, 12});
    }

    /** The same points, but the basal tree goes on in one single section before its end. */
    static Morphology withSingleChild() {
        float[] x = {0, 0, 0, 6, 20, 20, 30, 30, 40, 0, 0, 0};
        float[] y = {0, -6, -30, 0, 0, 0, 5, 5, 5, 6, 50, 100};
        float[] diameter = {12, 1, 0.5f, 3, 2, 2, 1, 1, 1, 3, 2, 1};
        return new Morphology(
                x,
                y,
                new float[x.length],
                diameter,
                new int[] {-1, 0, 0, 2, 0, 0},
                new byte[] {1, 2, 3, 3, 3, 4},
                new int[] {0, 1, 3, 5, 7, 9, 12});
    }

    static Morphology[] shapes() {
        return new Morphology[] {shape(1), shape(1.5f), shape(2)};
    }

    /** 10 → 20, 10 → 30 twice, 20 → 10; conductance is 1, 2, 3, 4 nS in that order. */
    DatasetRef synapses() {
        var values = new LinkedHashMap<String, Object>();
        values.put("source_node_id", new long[] {10, 10, 10, 20});
        values.put("target_node_id", new long[] {20, 30, 30, 10});
        for (var name : EdgesWriter.REQUIRED) {
            values.put(name, EdgesWriter.isWhole(name) ? new int[] {1, 1, 1, 1} : new float[] {.5f, .5f, .5f, .5f});
        }
        values.put("afferent_section_id", new int[] {4, 0, 5, 2});
        values.put("conductance", new float[] {1, 2, 3, 4});
        return ref(given(table("synapses", values)));
    }

    DatasetRef run(boolean fires) {
        return ref(GivenTables.in(datasets, request(), run(fires ? SPIKES_ms : new double[0])));
    }

    static SimRequest request() {
        return SimRequest.newBuilder()
                .setDurationMs(1)
                .setDtMs(0.025)
                .setTemperatureDegC(34)
                .setCaMM(2)
                .setMgMM(1)
                .setSeed(7)
                .addStimuli(Stimulus.newBuilder()
                        .setCurrentStep(CurrentStep.newBuilder()
                                .setStartMs(0.1)
                                .setDurationMs(0.5)
                                .setAmplitudeNA(0.4)))
                .addStimuli(Stimulus.newBuilder().setVolley(Volley.newBuilder().setTimeMs(0.5)))
                .setSomaReportDtMs(0.1)
                .setCompartmentReportDtMs(0.5)
                .build();
    }

    /** Two fibres: VPM 0 onto 10 and 30, POm 1 onto 20. */
    DatasetRef thalamic() {
        var fibres = new LinkedHashMap<String, Object>();
        fibres.put("node_id", new long[] {0, 1});
        fibres.put("nucleus", new String[] {"VPM", "POm"});
        for (var column : List.of("x", "y", "z", "direction_x", "direction_y", "direction_z")) {
            fibres.put(column, new float[] {0.5f, 1.5f});
        }
        var synapses = new LinkedHashMap<String, Object>();
        synapses.put("source_node_id", new long[] {0, 1, 0});
        synapses.put("target_node_id", new long[] {10, 20, 30});
        for (var name : EdgesWriter.REQUIRED) {
            if (!name.equals("spine_length")) {
                synapses.put(name, EdgesWriter.isWhole(name) ? new int[] {1, 1, 1} : new float[] {.5f, .5f, .5f});
            }
        }
        return ref(GivenTables.in(
                datasets,
                SimRequest.getDefaultInstance(),
                table("fibres", fibres),
                table("thalamic_synapses", synapses)));
    }

    /** One gap junction, from the middle of a dendrite of cell 10 to the soma of cell 30. */
    DatasetRef gapJunctions() {
        var values = new LinkedHashMap<String, Object>();
        values.put("source_node_id", new long[] {10});
        values.put("target_node_id", new long[] {30});
        values.put("efferent_section_id", new int[] {1});
        values.put("efferent_section_type", new int[] {3});
        values.put("efferent_segment_id", new int[] {0});
        values.put("efferent_section_pos", new float[] {0.5f});
        values.put("afferent_section_id", new int[] {0});
        values.put("afferent_section_type", new int[] {1});
        values.put("afferent_segment_id", new int[] {0});
        values.put("afferent_section_pos", new float[] {0});
        values.put("conductance", new float[] {0.2f});
        return ref(given(table("gap_junctions", values)));
    }

    /** A run in which fibre 0 fires twice. */
    DatasetRef runOfFibres() {
        var request = request().toBuilder()
                .addStimuli(Stimulus.newBuilder()
                        .setFibreVolley(FibreVolley.newBuilder().setTimeMs(0.5)))
                .build();
        var fired = new LinkedHashMap<String, Object>();
        fired.put("timestamps", new double[] {0.25, 0.5});
        fired.put("node_ids", new long[] {0, 0});
        fired.put("stimulus", new int[] {2, 2});
        var tables = new ArrayList<>(List.of(run(SPIKES_ms)));
        tables.add(table("fibre_spikes", fired));
        return ref(GivenTables.in(datasets, request, tables.toArray(Batch[]::new)));
    }

    private static Batch[] run(double[] spikes_ms) {
        var spikes = new LinkedHashMap<String, Object>();
        spikes.put("timestamps", spikes_ms);
        spikes.put("node_ids", Arrays.copyOf(new long[] {10, 30, 20}, spikes_ms.length));
        var compartments = new LinkedHashMap<String, Object>();
        compartments.put("node_id", new long[] {10, 10, 10, 20, 30, 30});
        compartments.put("section_id", new int[] {0, 1, 2, 0, 0, 5});
        var stimulated = new LinkedHashMap<String, Object>();
        stimulated.put("stimulus", new int[] {0, 1, 1});
        stimulated.put("node_id", new long[] {20, 10, 30});
        return new Batch[] {
            table("spikes", spikes),
            report("soma_report", 10, 0.1, 3),
            report("compartment_report", 2, 0.5, 6),
            table("compartments", compartments),
            table("stimulated", stimulated)
        };
    }

    /** Value of frame f and column c: -70 + f + c / 8 mV. */
    private static Batch report(String name, int frames, double dt_ms, int columns) {
        double[] times_ms = new double[frames];
        float[][] rows = new float[frames][columns];
        for (int f = 0; f < frames; f++) {
            times_ms[f] = f * dt_ms;
            for (int c = 0; c < columns; c++) {
                rows[f][c] = -70 + f + c / 8f;
            }
        }
        var values = new LinkedHashMap<String, Object>();
        values.put("time_ms", times_ms);
        values.put("values", rows);
        return table(name, values);
    }

    private DatasetId given(Batch batch) {
        return GivenTables.in(datasets, SimRequest.getDefaultInstance(), batch);
    }

    static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }

    static Batch table(String name, Map<String, Object> values) {
        var columns = new ArrayList<Column>();
        values.forEach((column, array) -> columns.add(Column.of(column, type(array), "1", column, "by hand")));
        return Batch.of(new TableSchema(name, columns), values);
    }

    private static ColumnType type(Object array) {
        return switch (array) {
            case long[] _ -> ColumnType.U64;
            case int[] _ -> ColumnType.U32;
            case byte[] _ -> ColumnType.I8;
            case float[] _ -> ColumnType.F32;
            case double[] _ -> ColumnType.F64;
            case String[] _ -> ColumnType.TEXT;
            case float[][] _ -> ColumnType.F32_LIST;
            default -> throw new AssertionError(array.getClass());
        };
    }
}
