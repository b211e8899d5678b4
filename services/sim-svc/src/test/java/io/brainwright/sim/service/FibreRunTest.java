package io.brainwright.sim.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.StringValue;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.sim.v1.CellTarget;
import io.brainwright.proto.sim.v1.FibrePoisson;
import io.brainwright.proto.sim.v1.FibreTarget;
import io.brainwright.proto.sim.v1.FibreVolley;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SpontaneousRelease;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.testkit.StageHarness;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fibres 0 (VPM) and 1 (POm) by hand: 0 has two synapses on cell 7, 1 has one on cell 7 and one on cell 9. */
class FibreRunTest {
    private static final List<PlacedCell> PAIR = List.of(Cells.pyramid(7, 5), Cells.basket(9, 4));
    private static final float DELAY_MS = 2;
    private static final double TIME_MS = 5;

    private final StageHarness harness = new StageHarness();
    private final DatasetRef cells = keep(HandMade.cells(PAIR));
    private final DatasetRef morphologies = keep(HandMade.morphologies(PAIR));
    private final DatasetRef thalamic = keep(HandMade.thalamic(
            new String[] {"VPM", "POm"}, new long[] {0, 0, 1, 1}, new long[] {7, 7, 7, 9}, 1.5f, DELAY_MS));

    @Test
    void aCellHearsAFibreAfterTheDelayOfItsSynapse() {
        var silent = run(base());
        var driven = run(base().addStimuli(volley("VPM", 0)));
        assertThat(firstDifference_ms(driven, silent, 0)).isBetween(TIME_MS + DELAY_MS, TIME_MS + DELAY_MS + 0.2);
        assertThat(firstDifference_ms(driven, silent, 1))
                .as("cell 9 hears no VPM")
                .isNaN();
        var spikes = harness.read(driven, "fibre_spikes");
        assertThat(spikes.longs("node_ids")).containsExactly(0);
        assertThat(spikes.doubles("timestamps")).containsExactly(TIME_MS);
        assertThat(harness.read(driven, "stimulated").longs("node_id")).containsExactly(7);
    }

    /** A cell's synapse of the same numbers, made to release at the same time by a cell, gives the same potential. */
    @Test
    void twoSpikesOfAFibreDepressAndTwoFibresDoNot() {
        double one = peak_mV(run(base().addStimuli(volley("VPM", 0))));
        var twice = run(base().addStimuli(volley("VPM", 0)).addStimuli(volley("VPM", 20)));
        var both = run(base().addStimuli(volley("VPM", 0)).addStimuli(volley("POm", 20)));
        // U 0.5, D 671 ms: the second spike of one fibre releases about half as much on each of its two synapses
        double second = peakAfter_mV(twice, TIME_MS + 20 + DELAY_MS) - before_mV(twice);
        double other = peakAfter_mV(both, TIME_MS + 20 + DELAY_MS) - before_mV(both);
        assertThat(second / one).isBetween(0.4, 0.75);
        assertThat(other / one).as("one fresh synapse instead of two").isBetween(0.4, 0.75);
    }

    @Test
    void theTargetNamesWhoHears() {
        var onto = volley("", 0).setTarget(CellTarget.newBuilder().addLayers(4));
        var silent = run(base());
        var driven = run(base().addStimuli(onto));
        assertThat(firstDifference_ms(driven, silent, 0)).isNaN();
        assertThat(firstDifference_ms(driven, silent, 1)).isNotNaN();
        assertThat(harness.read(driven, "stimulated").longs("node_id")).containsExactly(9);
    }

    @Test
    void blockedReceptorsHearNothingAndFibresThatDoNotFireChangeNothing() {
        var silent = run(base().clearThalamic());
        assertThat(voltages(run(base()))).isDeepEqualTo(voltages(silent));
        var blocked = base().addStimuli(volley("", 0)).addBlocks("AMPA").addBlocks("NMDA");
        assertThat(voltages(run(blocked))).isDeepEqualTo(voltages(silent));
    }

    @Test
    void chanceThreadsAndPoissonTrainsAreKeyed() {
        var train = Stimulus.newBuilder()
                .setFibrePoisson(FibrePoisson.newBuilder()
                        .setStartMs(1)
                        .setDurationMs(38)
                        .setRateHz(200));
        var request = base().setRelease("stochastic")
                .setSeed(7)
                .setMinis(SpontaneousRelease.newBuilder().setExcitatoryHz(50))
                .addStimuli(train);
        var one = voltages(harness.run(new SimStage(1), request.build()));
        assertThat(voltages(harness.run(new SimStage(2), request.build()))).isDeepEqualTo(one);
        assertThat(Arrays.deepEquals(voltages(run(request.clone().setSeed(8))), one))
                .isFalse();
        assertThat(Arrays.deepEquals(voltages(run(request.clone().setRelease("deterministic"))), one))
                .isFalse();
        var alone = request.clone().clearStimuli();
        assertThat(firstDifference_ms(run(alone), run(base().clearThalamic()), 0))
                .as("minis of the fibres' synapses")
                .isNotNaN();
    }

    @Test
    void fibresThatAreNotThereAreRefused() {
        var without = base().clearThalamic().addStimuli(volley("VPM", 0)).build();
        assertThat(catchThrowableOfType(Problem.class, () -> new SimStage(1).complete(without))
                        .faults())
                .singleElement()
                .satisfies(f -> assertThat(f.fault()).contains("thalamic"));
        var wrong = base().addStimuli(Stimulus.newBuilder()
                        .setFibreVolley(FibreVolley.newBuilder()
                                .setTimeMs(50)
                                .setFibres(FibreTarget.newBuilder()
                                        .setFraction(1.5)
                                        .setCount(-1))))
                .build();
        assertThat(catchThrowableOfType(Problem.class, () -> new SimStage(1).complete(wrong))
                        .faults())
                .extracting(f -> f.field())
                .containsExactly(
                        "stimuli[0].fibre_volley.fibres.fraction",
                        "stimuli[0].fibre_volley.fibres.count",
                        "stimuli[0].fibre_volley.time_ms");
    }

    private SimRequest.Builder base() {
        return SimRequest.newBuilder()
                .setCells(cells)
                .setMorphologies(morphologies)
                .setThalamic(thalamic)
                .setDurationMs(40);
    }

    private static Stimulus.Builder volley(String nucleus, double later_ms) {
        var fibres = FibreTarget.newBuilder();
        if (!nucleus.isEmpty()) {
            fibres.addNuclei(nucleus);
        }
        return Stimulus.newBuilder()
                .setFibreVolley(FibreVolley.newBuilder().setFibres(fibres).setTimeMs(TIME_MS + later_ms));
    }

    private DatasetRef keep(HandMade made) {
        return DatasetRef.newBuilder()
                .setId(harness.run(made, StringValue.getDefaultInstance()).hex())
                .build();
    }

    private DatasetId run(SimRequest.Builder request) {
        return harness.run(new SimStage(1), request.build());
    }

    private float[][] voltages(DatasetId run) {
        return harness.read(run, "soma_report").floatLists("values");
    }

    private double firstDifference_ms(DatasetId one, DatasetId other, int cell) {
        var a = voltages(one);
        var b = voltages(other);
        Batch rows = harness.read(one, "soma_report");
        for (int frame = 0; frame < a.length; frame++) {
            if (a[frame][cell] != b[frame][cell]) {
                return rows.doubles("time_ms")[frame];
            }
        }
        return Double.NaN;
    }

    private double peak_mV(DatasetId run) {
        return peakAfter_mV(run, TIME_MS) - voltages(run)[(int) (TIME_MS * 10)][0];
    }

    /** What the potential would be without the second spike: on its way back, so a little too high. */
    private double before_mV(DatasetId run) {
        return voltages(run)[(int) ((TIME_MS + 20 + DELAY_MS) * 10)][0];
    }

    private double peakAfter_mV(DatasetId run, double from_ms) {
        var v = voltages(run);
        double peak = Double.NEGATIVE_INFINITY;
        for (int frame = (int) (from_ms * 10); frame < v.length; frame++) {
            peak = Math.max(peak, v[frame][0]);
        }
        assertThat(peak).isFinite().isNotCloseTo(0, within(1e-9));
        return peak;
    }
}
