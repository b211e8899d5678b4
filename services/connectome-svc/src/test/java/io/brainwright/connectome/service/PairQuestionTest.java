package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.EditRequest;
import io.brainwright.proto.connectome.v1.JudgedApposition;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.connectome.v1.WhyRequest;
import io.brainwright.proto.connectome.v1.WhyResponse;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.testkit.StageHarness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The answer for a pair is decided anew from its two cells; here all pairs of a circuit are held against what the build wrote. */
class PairQuestionTest {
    private static final int CELLS = 30;
    private static final StageHarness HARNESS = new StageHarness();
    private static final ConnectomeStage STAGE = new ConnectomeStage(7);
    private static DatasetRef circuit = DatasetRef.getDefaultInstance();
    private static DatasetRef synapses = circuit;

    @BeforeAll
    static void wireOnce() {
        circuit = ref(HARNESS.run(new SmallCircuit(CELLS, 60), PathwaysRequest.getDefaultInstance()));
        synapses = ref(HARNESS.run(
                STAGE,
                ConnectomeRequest.newBuilder()
                        .setCells(circuit)
                        .setMorphologies(circuit)
                        .setSeed(5)
                        .build()));
    }

    private static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }

    private static WhyResponse why(DatasetRef of, long pre, long post) {
        return new PairQuestion(
                        WhyRequest.newBuilder()
                                .setSynapses(of)
                                .setPre(pre)
                                .setPost(post)
                                .build(),
                        HARNESS,
                        STAGE)
                .answer();
    }

    @Test
    void everyPairOfTheCircuitIsDecidedAsInTheBuildToTheLastSynapse() {
        Map<String, Integer> verdicts = new HashMap<>();
        Map<Long, List<Float>> built = places(HARNESS.read(new DatasetId(synapses.getId()), "synapses"));
        for (long pre = 0; pre < CELLS; pre++) {
            for (long post = 0; post < CELLS; post++) {
                if (pre != post) {
                    var answer = why(synapses, pre, post);
                    verdicts.merge(answer.getVerdict(), 1, Integer::sum);
                    var kept = answer.getAppositionsList().stream()
                            .filter(a -> a.getFate().equals("SYNAPSE"))
                            .map(a -> (float) a.getX())
                            .toList();
                    assertThat(kept)
                            .as("synapses from %d to %d", pre, post)
                            .containsExactlyInAnyOrderElementsOf(built.getOrDefault(pre << 32 | post, List.of()));
                    assertThat(answer.getVerdict().equals("CONNECTED")).isEqualTo(!kept.isEmpty());
                }
            }
        }
        assertThat(verdicts.keySet()).contains("CONNECTED", "OUT_OF_REACH", "REDUCTION", "CUT", "PART");
    }

    @Test
    void cellsThatDoNotTouchAreFurtherApartThanTheReachAndTouchingOnesAreNot() {
        for (long post = 1; post < CELLS; post++) {
            var answer = why(synapses, 0, post);
            assertThat(answer.getNearestGapUm() < answer.getReachUm())
                    .as("0 to %d: %s, nearest %s um", post, answer.getVerdict(), answer.getNearestGapUm())
                    .isEqualTo(answer.getAppositionsCount() > 0);
        }
    }

    @Test
    void whatLiesTooNearToTheSomaSaysSoWithItsPath() {
        var near = new ArrayList<JudgedApposition>();
        for (long post = 1; post < CELLS; post++) {
            var answer = why(synapses, 0, post);
            for (var a : answer.getAppositionsList()) {
                assertThat(a.getFate().equals("NEAR_SOMA")).isEqualTo(a.getAxonPathUm() < answer.getLeastPathUm());
                near.add(a);
            }
        }
        assertThat(near).isNotEmpty();
    }

    @Test
    void aPairWithMoreAppositionsConnectsMoreOften() {
        var answers = new ArrayList<WhyResponse>();
        for (long pre = 0; pre < CELLS; pre += 6) {
            for (long post = 1; post < CELLS; post += 6) {
                answers.add(why(synapses, pre, post));
            }
        }
        answers.sort(Comparator.comparingInt(WhyResponse::getAppositionsCount));
        var few = answers.getFirst();
        var many = answers.getLast();
        assertThat(few.getRule()).isEqualTo(many.getRule());
        assertThat(few.getConnectionChance()).isLessThan(many.getConnectionChance());
        assertThat(many.getConnectionChance()).isBetween(0.0, 1.0);
        assertThat(many.getRule().getBoutonReduction()).isCloseTo(0.06, within(1e-12));
    }

    @Test
    void whatAnEditTookIsToldAsTheEdit() {
        var edited = ref(HARNESS.run(
                new EditStage(),
                EditRequest.newBuilder()
                        .setSynapses(synapses)
                        .setCells(circuit)
                        .setRemoveFraction(1)
                        .build()));
        var rows = HARNESS.read(new DatasetId(synapses.getId()), "synapses");
        var answer = why(edited, rows.longs("source_node_id")[0], rows.longs("target_node_id")[0]);
        assertThat(answer.getVerdict()).isEqualTo("EDIT");
        assertThat(answer.getRemovedByEdit()).isPositive();
    }

    @Test
    void cellsThatAreNotThereAndDatasetsThatAreNoSynapsesAreNamed() {
        assertThat(catchThrowableOfType(Problem.class, () -> why(synapses, 4, 999))
                        .faults())
                .singleElement()
                .satisfies(f -> assertThat(f.fault()).contains("999", "0 to 29"));
        assertThat(catchThrowableOfType(Problem.class, () -> why(synapses, 4, 4))
                        .faults())
                .extracting(f -> f.field())
                .containsExactly("post");
        assertThat(catchThrowableOfType(Problem.class, () -> why(circuit, 4, 5)).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.fault()).contains("small-circuit"));
    }

    private static Map<Long, List<Float>> places(Batch rows) {
        Map<Long, List<Float>> places = new HashMap<>();
        for (int i = 0; i < rows.rowCount(); i++) {
            places.computeIfAbsent(
                            rows.longs("source_node_id")[i] << 32 | rows.longs("target_node_id")[i],
                            _ -> new ArrayList<>())
                    .add(rows.floats("afferent_surface_x")[i]);
        }
        return places;
    }
}
