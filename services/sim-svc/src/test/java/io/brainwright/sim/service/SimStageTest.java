package io.brainwright.sim.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.StringValue;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.sim.v1.AnalyseRequest;
import io.brainwright.proto.sim.v1.CellTarget;
import io.brainwright.proto.sim.v1.CompareRequest;
import io.brainwright.proto.sim.v1.CurrentStep;
import io.brainwright.proto.sim.v1.DepthProbe;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SpontaneousRelease;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.proto.sim.v1.ThresholdRequest;
import io.brainwright.proto.sim.v1.Volley;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.testkit.StageHarness;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Two cells by hand: 7, a pyramidal cell of layer 5, excites 9, a basket cell of layer 4, after 2 ms. */
class SimStageTest {
    private static final List<PlacedCell> PAIR = List.of(Cells.pyramid(7, 5), Cells.basket(9, 4));
    private static final double DELAY_MS = 2;
    private static final double FRAME_MS = 0.1;

    private final StageHarness harness = new StageHarness();
    private final DatasetRef cells = keep(HandMade.cells(PAIR));
    private final DatasetRef morphologies = keep(HandMade.morphologies(PAIR));
    private final DatasetRef synapses =
            keep(HandMade.synapses(new long[] {7, 7, 7}, new long[] {9, 9, 9}, 1.5f, (float) DELAY_MS));

    @Test
    void aSpikeOfOneCellDepolarisesTheOtherAfterTheDelay() {
        var driven = run(kick());
        var silent = run(kick().clearSynapses());
        double spike_ms = spikeOf(driven, 7);
        double onset_ms = firstDifference_ms(driven, silent, 1, 0.01);
        assertThat(onset_ms - spike_ms).isBetween(DELAY_MS, DELAY_MS + 1);
        assertThat(excess_mV(driven, silent)).isBetween(0.3, 20.0);
    }

    /** 150 % of its own threshold makes each cell fire, 90 % none, and a request that names no thresholds is refused. */
    @Test
    void stepsInPercentOfThresholdAreEachCellsOwn() {
        var thresholds = DatasetRef.newBuilder()
                .setId(harness.run(
                                new ThresholdStage(1),
                                ThresholdRequest.newBuilder()
                                        .setCells(cells)
                                        .setMorphologies(morphologies)
                                        .build())
                        .hex())
                .build();
        var found = harness.read(new DatasetId(thresholds.getId()), "thresholds");
        assertThat(found.longs("node_id")).containsExactly(7, 9);
        assertThat(found.floats("threshold_current")[0]).isNotEqualTo(found.floats("threshold_current")[1]);
        assertThat(fired(percent(150).setThresholds(thresholds))).containsExactly(7L, 9L);
        assertThat(fired(percent(90).setThresholds(thresholds))).isEmpty();
        assertThatThrownBy(() -> run(percent(90)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("name them in 'thresholds'"));
        assertThatThrownBy(() -> run(percent(90).setThresholds(cells)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("threshold currents are needed"));
    }

    /** A step onto both cells, which are not connected. */
    private SimRequest.Builder percent(double percent) {
        var step = CurrentStep.newBuilder().setStartMs(20).setDurationMs(200).setPercentOfThreshold(percent);
        return kick().clearSynapses()
                .clearStimuli()
                .setDurationMs(220)
                .addStimuli(Stimulus.newBuilder().setCurrentStep(step));
    }

    private List<Long> fired(SimRequest.Builder request) {
        return Arrays.stream(harness.read(run(request), "spikes").longs("node_ids"))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    @Test
    void blockingAmpaTakesTheFastPartAndBothReceptorsTakeAll() {
        var silent = run(kick().clearSynapses());
        double whole = excess_mV(run(kick()), silent);
        assertThat(excess_mV(run(kick().addBlocks("AMPA")), silent)).isLessThan(0.3 * whole);
        assertThat(voltages(run(kick().addBlocks("AMPA").addBlocks("NMDA")))).isDeepEqualTo(voltages(silent));
    }

    @Test
    void lessCalciumReleasesLess() {
        var silent = run(kick().clearSynapses());
        assertThat(excess_mV(run(kick().setCaMM(1.05)), silent)).isLessThan(0.4 * excess_mV(run(kick()), silent));
    }

    @Test
    void reportsHaveOneFramePerIntervalAndOneValuePerPlace() {
        var id = run(kick());
        var soma = harness.read(id, "soma_report");
        assertThat(soma.rowCount()).isEqualTo(401);
        assertThat(soma.longs("frame")[400]).isEqualTo(400);
        assertThat(soma.doubles("time_ms")[400]).isCloseTo(40, within(1e-9));
        assertThat(soma.floatLists("values")[0]).hasSize(2);
        var places = harness.read(id, "compartments");
        assertThat(harness.read(id, "compartment_report").floatLists("values")[40])
                .hasSize(places.rowCount());
        assertThat(places.longs("node_id")).isSorted();
        assertThat(harness.read(id, "stimulated").longs("node_id")).containsExactly(7);
    }

    @Test
    void theSomaIsTheFirstCompartmentOfItsCellInBothReports() {
        var id = run(kick());
        var soma = harness.read(id, "soma_report").floatLists("values");
        var all = harness.read(id, "compartment_report").floatLists("values");
        assertThat(all.length).isEqualTo(soma.length);
        for (int frame = 0; frame < soma.length; frame++) {
            assertThat(all[frame][0]).isEqualTo(soma[frame][0]);
        }
    }

    @Test
    void longRunsReportCompartmentsEveryMillisecond() {
        var id = run(kick().setDurationMs(101));
        assertThat(harness.read(id, "compartment_report").doubles("time_ms")).hasSize(102);
    }

    @Test
    void oneThreadAndTwoGiveTheSameBits() {
        var request = kick().addStimuli(volley()).build();
        var one = harness.run(new SimStage(1), request);
        var two = harness.run(new SimStage(2), request);
        assertThat(voltages(two)).isDeepEqualTo(voltages(one));
        assertThat(harness.read(two, "spikes").doubles("timestamps"))
                .containsExactly(harness.read(one, "spikes").doubles("timestamps"));
    }

    @Test
    void openClGivesTheBitsOfJava() {
        Assumptions.assumeTrue(
                Simulation.devices().stream().anyMatch(d -> d.backend().equals("opencl") && d.available()),
                "SKIPPED: no OpenCL device here");
        var java = run(kick().setBackend("java"));
        var opencl = run(kick().setBackend("opencl"));
        assertThat(voltages(opencl)).isDeepEqualTo(voltages(java));
        assertThat(Backend.named("opencl")).isEqualTo(Backend.OPENCL);
    }

    /** Chance and minis: draws are keyed by cell and contact, so threads and back end change no bit, and the seed changes many. */
    @Test
    void releaseAtRandomHasTheSameBitsOnOneThreadTwoAndOpenCl() {
        var request = restless();
        var one = voltages(harness.run(new SimStage(1), request.build()));
        assertThat(voltages(harness.run(new SimStage(2), request.build()))).isDeepEqualTo(one);
        assertThat(Arrays.deepEquals(voltages(run(request.clone().setRelease("deterministic"))), one))
                .isFalse();
        assertThat(Arrays.deepEquals(voltages(run(request.clone().setSeed(8))), one))
                .isFalse();
        Assumptions.assumeTrue(
                Simulation.devices().stream().anyMatch(d -> d.backend().equals("opencl") && d.available()),
                "SKIPPED: no OpenCL device here");
        assertThat(voltages(run(request.clone().setBackend("opencl")))).isDeepEqualTo(one);
    }

    @Test
    void minisDepolariseACellThatNobodyDrives() {
        var silent = run(kick().clearStimuli());
        var restless = run(restless().clearStimuli());
        assertThat(excess_mV(restless, silent)).isBetween(0.1, 20.0);
        assertThat(harness.read(restless, "spikes").rowCount()).isZero();
    }

    private SimRequest.Builder restless() {
        return kick().setRelease("stochastic")
                .setSeed(7)
                .setMinis(SpontaneousRelease.newBuilder().setExcitatoryHz(100));
    }

    @Test
    void aTargetThatSelectsNobodyIsRefusedWithWhatExists() {
        var nobody = kick().setStimuli(
                        0,
                        Stimulus.newBuilder()
                                .setTarget(CellTarget.newBuilder().addLayers(2))
                                .setCurrentStep(CurrentStep.newBuilder()
                                        .setStartMs(5)
                                        .setDurationMs(5)
                                        .setAmplitudeNA(1)));
        assertThatThrownBy(() -> run(nobody)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.faults().getFirst().field()).isEqualTo("stimuli[0].target");
            assertThat(p.faults().getFirst().fault()).contains("layers [4, 5]");
        });
    }

    @Test
    void comparedWithItsControlOnlyTheDrivenCellFires() {
        var answer = RunComparison.of(
                CompareRequest.newBuilder()
                        .setRun(ref(run(kick())))
                        .setControl(ref(run(kick().clearStimuli())))
                        .setCells(cells)
                        .setOnsetMs(5)
                        .build(),
                harness);
        assertThat(answer.getOnlyStimulatedFired()).isTrue();
        assertThat(answer.getControlSpikes()).isZero();
        assertThat(answer.getLayersList()).extracting(l -> l.getLayer()).containsExactly(4, 5);
        var five = answer.getLayers(1);
        assertThat(five.getStimulatedCells()).isEqualTo(1);
        assertThat(five.getSpikes()).isEqualTo(1);
        assertThat(five.getFirstSpikeLatencyMs()).isBetween(0.5, 10.0);
        assertThat(answer.getLayers(0).hasFirstSpikeLatencyMs()).isFalse();
    }

    /** Far away all currents of a cell are one: what is injected; and nothing where nothing is. */
    @Test
    void farFromTheCellsThePotentialIsThatOfTheInjectedCurrent() {
        var id = run(kick().clearSynapses()
                .setDepthProbe(DepthProbe.newBuilder().setContacts(16).setSpacingUm(2000)));
        var depths = harness.read(id, "lfp_contacts").floats("depth_um");
        var times = harness.read(id, "lfp").doubles("time_ms");
        var values = harness.read(id, "lfp").floatLists("values");
        assertThat(depths).hasSize(16).contains(30_000f);
        double inside_mV = 2 / (4 * Math.PI * 0.3 * (30_000 - HandMade.DEPTH_UM));
        int during = java.util.Arrays.binarySearch(times, 7 - 1e-6);
        int after = java.util.Arrays.binarySearch(times, 30 - 1e-6);
        assertThat((double) values[-during - 1][15]).isCloseTo(inside_mV, within(0.02 * inside_mV));
        assertThat((double) values[-after - 1][15]).isCloseTo(0, within(0.02 * inside_mV));
        assertThat(values[0]).containsOnly(0);
    }

    @Test
    void theProbeReachesTheDeepestSomaAndSeesTheSpikeThere() {
        var id = run(kick().setDepthProbe(DepthProbe.getDefaultInstance()));
        var depths = harness.read(id, "lfp_contacts").floats("depth_um");
        assertThat(depths).hasSize(11).startsWith(0, 100).endsWith(1000);
        var answer = RunAnalysis.of(
                AnalyseRequest.newBuilder()
                        .setRun(ref(id))
                        .setCells(cells)
                        .addMetrics("lfp")
                        .build(),
                harness);
        assertThat(answer.getMeasures(0).getValue()).isNegative();
        assertThat(answer.getMeasures(1).getValue()).isBetween(800.0, 1000.0);
        assertThat(answer.getMeasures(2).getValue()).isCloseTo(spikeOf(id, 7), within(1.5));
        assertThat(answer.getSeriesList()).hasSize(11);
    }

    @Test
    void aRunWithoutAProbeSaysHowToGetOne() {
        var answer = RunAnalysis.of(
                AnalyseRequest.newBuilder()
                        .setRun(ref(run(kick())))
                        .setCells(cells)
                        .addMetrics("lfp")
                        .build(),
                harness);
        assertThat(answer.getMeasures(0).hasValue()).isFalse();
        assertThat(answer.getNotesList())
                .containsExactly("The extracellular potential was not recorded: ask to record the LFP.");
    }

    @Test
    void theEstimateCountsCompartmentSteps() {
        var estimate = RunEstimate.of(new SimStage(1).complete(kick().build()), harness, 1);
        long places = harness.read(run(kick()), "compartments").rowCount();
        assertThat(estimate.getAmount()).isBetween(places * 1600.0, 1.5 * places * 1600.0);
        assertThat(estimate.getSeconds()).isPositive();
        assertThat(estimate.getDiskBytes()).isPositive();
    }

    private SimRequest.Builder kick() {
        return SimRequest.newBuilder()
                .setCells(cells)
                .setMorphologies(morphologies)
                .setSynapses(synapses)
                .setDurationMs(40)
                .setBackend("java")
                .addStimuli(Stimulus.newBuilder()
                        .setTarget(CellTarget.newBuilder().addLayers(5))
                        .setCurrentStep(CurrentStep.newBuilder()
                                .setStartMs(5)
                                .setDurationMs(3)
                                .setAmplitudeNA(2)));
    }

    private static Stimulus volley() {
        return Stimulus.newBuilder()
                .setVolley(Volley.newBuilder()
                        .setTimeMs(20)
                        .setJitterMs(2)
                        .setSynapsesPerCell(20)
                        .setWeightUS(5e-4))
                .build();
    }

    private DatasetRef keep(HandMade stage) {
        return ref(harness.run(stage, StringValue.getDefaultInstance()));
    }

    private DatasetId run(SimRequest.Builder request) {
        return harness.run(new SimStage(2), request.build());
    }

    private static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }

    private float[][] voltages(DatasetId id) {
        return harness.read(id, "compartment_report").floatLists("values");
    }

    private double spikeOf(DatasetId id, long node) {
        var spikes = harness.read(id, "spikes");
        assertThat(spikes.longs("node_ids")).containsExactly(node);
        return spikes.doubles("timestamps")[0];
    }

    private double firstDifference_ms(DatasetId a, DatasetId b, int cell, double mV) {
        var one = harness.read(a, "soma_report").floatLists("values");
        var other = harness.read(b, "soma_report").floatLists("values");
        for (int f = 0; f < one.length; f++) {
            if (Math.abs(one[f][cell] - other[f][cell]) > mV) {
                return f * FRAME_MS;
            }
        }
        throw new AssertionError("no difference");
    }

    /** Largest depolarisation of cell 9 over the run without synapses. */
    private double excess_mV(DatasetId a, DatasetId silent) {
        var one = harness.read(a, "soma_report").floatLists("values");
        var other = harness.read(silent, "soma_report").floatLists("values");
        double most = 0;
        for (int f = 0; f < one.length; f++) {
            most = Math.max(most, one[f][1] - other[f][1]);
        }
        return most;
    }
}
