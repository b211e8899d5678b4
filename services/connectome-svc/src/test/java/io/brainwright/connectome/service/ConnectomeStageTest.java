package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.testkit.StageHarness;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConnectomeStageTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static final ConnectomeStage STAGE = new ConnectomeStage();
    private static DatasetRef circuit = DatasetRef.getDefaultInstance();
    private static DatasetId built = new DatasetId("0".repeat(64));
    private static Batch synapses = Batch.of(ConnectomeTables.CONNECTIONS, noRows());
    private static Batch connections = synapses;

    private static List<Object> noRows() {
        return List.of(
                new long[0],
                new long[0],
                new int[0],
                new int[0],
                new int[0],
                new int[0],
                new int[0],
                new int[0],
                new int[0]);
    }

    @BeforeAll
    static void wireOnce() {
        var id = HARNESS.run(new SmallCircuit(120, 150), PathwaysRequest.getDefaultInstance());
        circuit = DatasetRef.newBuilder().setId(id.hex()).build();
        built = HARNESS.run(STAGE, request(7));
        synapses = HARNESS.read(built, "synapses");
        connections = HARNESS.read(built, "connections");
    }

    private static ConnectomeRequest request(long seed) {
        return ConnectomeRequest.newBuilder()
                .setCells(circuit)
                .setMorphologies(circuit)
                .setSeed(seed)
                .build();
    }

    @Test
    void cellsWithoutAxonsAreRefusedWithWhatTheyLack() {
        var bare = HARNESS.run(new SmallCircuit(20, 90, false), PathwaysRequest.getDefaultInstance());
        var ref = DatasetRef.newBuilder().setId(bare.hex()).build();
        var request = ConnectomeRequest.newBuilder()
                .setCells(ref)
                .setMorphologies(ref)
                .build();
        var refused = catchThrowableOfType(Problem.class, () -> HARNESS.run(STAGE, request));
        assertThat(refused.reason()).isEqualTo("NO_AXONS");
        assertThat(refused.sentence()).contains("None of the 20 cells has an axon");
    }

    @Test
    void aCircuitOfRandomWalksIsWired() {
        assertThat(synapses.rowCount()).isGreaterThan(300);
        assertThat(HARNESS.manifest(built).chunks()).hasSize(2);
    }

    @Test
    void chunksOfSeventeenTargetsGiveTheSameRowsAsChunksOfSixtyFour() {
        var other = HARNESS.run(new ConnectomeStage(17), request(7));
        for (var table : STAGE.tables(request(7))) {
            var expected = HARNESS.read(built, table.name());
            var found = HARNESS.read(other, table.name());
            for (int c = 0; c < table.columns().size(); c++) {
                assertThat(found.values(c)).as(table.columns().get(c).name()).isEqualTo(expected.values(c));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameSynapsesAndAnotherSeedOthers() {
        var same = HARNESS.read(HARNESS.run(new ConnectomeStage(), request(7)), "synapses");
        var other = HARNESS.read(HARNESS.run(STAGE, request(8)), "synapses");
        assertThat(same.floats("conductance")).isEqualTo(synapses.floats("conductance"));
        assertThat(same.floats("efferent_center_x")).isEqualTo(synapses.floats("efferent_center_x"));
        assertThat(other.floats("efferent_center_x")).isNotEqualTo(synapses.floats("efferent_center_x"));
    }

    @Test
    void noCellContactsItself() {
        for (int i = 0; i < synapses.rowCount(); i++) {
            assertThat(synapses.longs("source_node_id")[i]).isNotEqualTo(synapses.longs("target_node_id")[i]);
        }
    }

    @Test
    void synapsesAreSortedByTargetSourceSectionAndPosition() {
        var keys = IntStream.range(0, synapses.rowCount())
                .mapToObj(i -> "%06d %06d %06d %.6f"
                        .formatted(
                                synapses.longs("target_node_id")[i],
                                synapses.longs("source_node_id")[i],
                                synapses.ints("afferent_section_id")[i],
                                synapses.floats("afferent_section_pos")[i]))
                .toList();
        assertThat(keys).isSorted();
    }

    @Test
    void everySynapseBridgesLessThanTheTouchDistance() {
        for (int i = 0; i < synapses.rowCount(); i++) {
            boolean cartridge = synapses.ints("afferent_section_type")[i] == 2;
            assertThat(synapses.floats("spine_length")[i]).isBetween(0f, cartridge ? 5.0001f : 2.5001f);
            double apart_um = Math.sqrt(square(i, "x") + square(i, "y") + square(i, "z"));
            assertThat(synapses.floats("spine_length")[i]).isLessThanOrEqualTo((float) apart_um + 1e-3f);
        }
    }

    private static double square(int i, String axis) {
        double d = synapses.floats("afferent_surface_" + axis)[i] - synapses.floats("efferent_surface_" + axis)[i];
        return d * d;
    }

    @Test
    void onlyChandelierCellsReachInitialSegmentsAndExcitatoryAxonsSpareSomata() {
        for (int i = 0; i < synapses.rowCount(); i++) {
            long source = synapses.longs("source_node_id")[i];
            int part = synapses.ints("afferent_section_type")[i];
            assertThat(part == 2).isEqualTo(SmallCircuit.mtype(source).equals("L23_CHC"));
            if (!SmallCircuit.inhibitory(source)) {
                assertThat(part).isIn(3, 4);
            }
        }
        assertThat(synapses.ints("afferent_section_type")).contains(1, 2, 3, 4);
    }

    @Test
    void everyAppositionIsAccountedFor() {
        var kept = new HashMap<Long, Integer>();
        for (int i = 0; i < synapses.rowCount(); i++) {
            kept.merge(
                    synapses.longs("source_node_id")[i] << 32 | synapses.longs("target_node_id")[i], 1, Integer::sum);
        }
        for (int i = 0; i < connections.rowCount(); i++) {
            long id = connections.longs("source_node_id")[i] << 32 | connections.longs("target_node_id")[i];
            int counted = connections.ints("synapses")[i];
            assertThat(counted).isEqualTo(kept.getOrDefault(id, 0));
            for (var rule : new String[] {"distance", "target", "reduction", "cut", "activation"}) {
                counted += connections.ints("removed_by_" + rule)[i];
            }
            assertThat(counted).isEqualTo(connections.ints("appositions")[i]);
        }
    }

    @Test
    void allSynapsesOfAConnectionShareOnePhysiologyWithinItsRange() {
        var first = new HashMap<Long, Integer>();
        for (int i = 0; i < synapses.rowCount(); i++) {
            long id = synapses.longs("source_node_id")[i] << 32 | synapses.longs("target_node_id")[i];
            int j = first.getOrDefault(id, i);
            first.putIfAbsent(id, i);
            assertThat(synapses.floats("conductance")[i]).isEqualTo(synapses.floats("conductance")[j]);
            assertThat(synapses.floats("u_syn")[i])
                    .isEqualTo(synapses.floats("u_syn")[j])
                    .isBetween(0f, 1f);
            assertThat(synapses.floats("delay")[i]).isGreaterThan(0.1f).isLessThan(10f);
            boolean excitatory = !SmallCircuit.inhibitory(synapses.longs("source_node_id")[i]);
            assertThat(synapses.ints("syn_type_id")[i] >= 100).isEqualTo(excitatory);
        }
    }

    @Test
    void pathwaysCountEverySynapseOnce() {
        var counts = PathwayCounts.of(
                PathwaysRequest.newBuilder()
                        .setSynapses(DatasetRef.newBuilder().setId(built.hex()))
                        .setCells(circuit)
                        .build(),
                HARNESS);
        assertThat(counts.getSynapses()).isEqualTo(synapses.rowCount());
        assertThat(counts.getPathwaysList()).anySatisfy(p -> {
            assertThat(p.getPreLayer()).isEqualTo(5);
            assertThat(p.getPreClass()).isEqualTo("EXC");
            assertThat(p.getSynapses()).isPositive();
            assertThat(p.getAppositions()).isGreaterThan(p.getSynapses());
        });
    }

    @Test
    void theEstimateComesWithinAFactorOfTwoOfTheSynapses() {
        var estimate = STAGE.estimate(STAGE.complete(request(7)), HARNESS);
        assertThat(estimate.getAmount()).isBetween(synapses.rowCount() / 2.0, synapses.rowCount() * 2.0);
        assertThat(estimate.getAssumptionsList())
                .anySatisfy(a -> assertThat(a.getPath()).isEqualTo("connectome.touch.reach_um"));
    }

    @Test
    void allFaultsOfARequestAreToldTogether() {
        var wrong = ConnectomeRequest.newBuilder()
                .setMorphologies(DatasetRef.newBuilder().setId("yesterday's"))
                .setTouchDistanceExcUm(-1)
                .setTouchDistanceInhUm(Double.NaN)
                .build();
        var problem = catchThrowableOfType(Problem.class, () -> STAGE.complete(wrong));
        assertThat(problem.faults())
                .extracting(f -> f.field())
                .containsExactly("cells", "morphologies", "touch_distance_exc_um", "touch_distance_inh_um");
    }
}
