package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.connectome.model.specificity.Landing;
import io.brainwright.connectome.model.specificity.Landings;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.connectome.v1.WhyRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.testkit.StageHarness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A dense small circuit by overlap alone and with basket cells that choose. */
class SpecificityTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static DatasetRef circuit = DatasetRef.getDefaultInstance();
    private static DatasetId overlap = new DatasetId("0".repeat(64));
    private static DatasetId chosen = new DatasetId("0".repeat(64));

    @BeforeAll
    static void wireTwice() {
        circuit = WiredOnce.ref(HARNESS.run(new SmallCircuit(150, 90), PathwaysRequest.getDefaultInstance()));
        overlap = HARNESS.run(new ConnectomeStage(), request().build());
        chosen = HARNESS.run(
                new ConnectomeStage(), request().addTargeting("perisomatic").build());
    }

    private static ConnectomeRequest.Builder request() {
        return ConnectomeRequest.newBuilder()
                .setCells(circuit)
                .setMorphologies(circuit)
                .setSeed(5);
    }

    private static boolean basket(long id) {
        return SmallCircuit.mtype(id).endsWith("LBC");
    }

    @Test
    void theSynapsesOfOtherAxonsAreTheSameToTheLastBit() {
        assertThat(rows(overlap, id -> !basket(id)))
                .isEqualTo(rows(chosen, id -> !basket(id)))
                .isNotEmpty();
        assertThat(rows(overlap, SpecificityTest::basket)).isNotEqualTo(rows(chosen, SpecificityTest::basket));
    }

    /** Shares counted on the synapses themselves, not on what the fit reports. */
    @Test
    void theSynapsesLandAsWantedAndTheirNumberStays() {
        double[] before = landings(overlap);
        double[] after = landings(chosen);
        double allBefore = java.util.Arrays.stream(before).sum();
        double all = java.util.Arrays.stream(after).sum();
        assertThat(all).isGreaterThan(100);
        double noise = 4 * Math.sqrt(0.32 * 0.68 / all);
        assertThat(after[Landing.SOMA.ordinal()] / all).isCloseTo(0.32, within(noise));
        assertThat(after[Landing.PROXIMAL.ordinal()] / all).isCloseTo(0.35, within(noise));
        assertThat(before[Landing.SOMA.ordinal()] / allBefore).isLessThan(0.2);
        assertThat(all / allBefore).isCloseTo(1, within(0.05 + 2 / Math.sqrt(all)));
    }

    @Test
    void theReportTellsBothWays() {
        var rows = HARNESS.read(chosen, "targeting");
        double[] before = landings(overlap);
        double[] after = landings(chosen);
        for (int i = 0; i < rows.rowCount(); i++) {
            int landing = Landing.valueOf(rows.texts("landing")[i].toUpperCase(java.util.Locale.ROOT))
                    .ordinal();
            assertThat(rows.texts("class")[i]).isEqualTo("perisomatic");
            boolean seen = landing == Landing.SOMA.ordinal(); // all that electron microscopy tells of these axons
            assertThat(rows.doubles("observed_low")[i]).isEqualTo(Double.valueOf(seen ? 0.20 : Double.NaN));
            assertThat(rows.doubles("observed_high")[i]).isEqualTo(Double.valueOf(seen ? 0.45 : Double.NaN));
            assertThat(rows.doubles("synapses_by_overlap")[i]).isEqualTo(before[landing]);
            assertThat(rows.doubles("synapses_chosen")[i]).isEqualTo(after[landing]);
        }
        assertThat(rows.rowCount()).isEqualTo(Landing.count());
        assertThat(HARNESS.manifest(overlap).rows()).doesNotContainKey("targeting");
    }

    @Test
    void chunksChangeNoRow() {
        var fine = HARNESS.run(
                new ConnectomeStage(7), request().addTargeting("perisomatic").build());
        for (var table : List.of("synapses", "connections", "pathways", "targeting")) {
            assertThat(HARNESS.manifest(fine).rowHash().get(table))
                    .as(table)
                    .isEqualTo(HARNESS.manifest(chosen).rowHash().get(table));
        }
    }

    /** The answer is held against the counts of the build, so an answer at all says that the choice falls as it fell. */
    @Test
    void whyAPairIsConnectedIsAnsweredWithTheChoice() {
        var connections = HARNESS.read(chosen, "connections");
        int asked = 0;
        for (int i = 0; i < connections.rowCount() && asked < 5; i++) {
            long pre = connections.longs("source_node_id")[i];
            if (basket(pre)
                    && connections.ints("synapses")[i] > 0
                    && connections.ints("removed_by_target")[i] > 0) {
                var answer = new PairQuestion(
                                WhyRequest.newBuilder()
                                        .setSynapses(WiredOnce.ref(chosen))
                                        .setPre(pre)
                                        .setPost(connections.longs("target_node_id")[i])
                                        .build(),
                                HARNESS,
                                new ConnectomeStage())
                        .answer();
                assertThat(answer.getVerdict()).isEqualTo("CONNECTED");
                asked++;
            }
        }
        assertThat(asked).isEqualTo(5);
    }

    @Test
    void anUnknownClassIsNamedWithThoseThatThereAre() {
        var wrong = request().addTargeting("pyramidal").build();
        assertThat(catchThrowableOfType(Problem.class, () -> new ConnectomeStage().complete(wrong))
                        .faults())
                .singleElement()
                .satisfies(f -> assertThat(f.fault()).contains("perisomatic", "disinhibitory"));
    }

    private static List<List<Object>> rows(DatasetId id, LongPredicate source) {
        var synapses = HARNESS.read(id, "synapses");
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < synapses.rowCount(); i++) {
            if (source.test(synapses.longs("source_node_id")[i])) {
                var row = new ArrayList<>();
                for (int c = 0; c < synapses.schema().columns().size(); c++) {
                    row.add(java.lang.reflect.Array.get(synapses.values(c), i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static double[] landings(DatasetId id) {
        var shapes = shapes();
        var synapses = HARNESS.read(id, "synapses");
        var landings = new Landings(50);
        double[] by = new double[Landing.count()];
        for (int i = 0; i < synapses.rowCount(); i++) {
            long target = synapses.longs("target_node_id")[i];
            if (basket(synapses.longs("source_node_id")[i])) {
                by[
                        landings.of(
                                        target,
                                        Objects.requireNonNull(shapes.get(target)),
                                        SmallCircuit.inhibitory(target),
                                        synapses.ints("afferent_section_id")[i],
                                        synapses.floats("afferent_section_pos")[i],
                                        synapses.ints("afferent_section_type")[i])
                                .ordinal()]++;
            }
        }
        return by;
    }

    private static Map<Long, Morphology> shapes() {
        var shapes = new HashMap<Long, Morphology>();
        var id = new DatasetId(circuit.getId());
        for (var chunk : HARNESS.manifest(id).chunks()) {
            Batch rows = HARNESS.read(id, MorphologyTable.NAME, chunk.index());
            for (int i = 0; i < rows.rowCount(); i++) {
                shapes.put(rows.longs("node_id")[i], MorphologyTable.morphology(rows, i));
            }
        }
        return shapes;
    }
}
