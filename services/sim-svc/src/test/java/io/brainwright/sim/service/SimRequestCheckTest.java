package io.brainwright.sim.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.sim.v1.CurrentPulses;
import io.brainwright.proto.sim.v1.CurrentStep;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SpontaneousRelease;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.proto.sim.v1.Volley;
import org.junit.jupiter.api.Test;

class SimRequestCheckTest {
    private static final SimStage STAGE = new SimStage(1);

    @Test
    void whatIsLeftOpenHasTheDocumentedDefaults() {
        var done = STAGE.complete(good().build());
        assertThat(done.getDtMs()).isEqualTo(0.025);
        assertThat(done.getTemperatureDegC()).isEqualTo(34);
        assertThat(done.getCaMM()).isEqualTo(2);
        assertThat(done.getMgMM()).isEqualTo(1);
        assertThat(done.getRelease()).isEqualTo("deterministic");
        assertThat(done.hasMinis()).isFalse();
        assertThat(done.getSomaReportDtMs()).isEqualTo(0.1);
        assertThat(done.getCompartmentReportDtMs()).isEqualTo(1);
        assertThat(STAGE.complete(done)).isEqualTo(done);
    }

    @Test
    void plasticSynapsesReleaseAtRandom() {
        var plastic = good().setSynapses(ref('3')).setPlasticity("calcium");
        assertThat(STAGE.complete(plastic.build()).getRelease()).isEqualTo("stochastic");
        assertThat(STAGE.tables(plastic.build())).contains(SimTables.PLASTICITY);
        assertThat(STAGE.tables(good().build())).doesNotContain(SimTables.PLASTICITY);
    }

    @Test
    void plasticityIsRefusedWhereItCannotBe() {
        assertThat(faults(good().setPlasticity("inhibitory")
                        .setRelease("deterministic")
                        .build()))
                .extracting(FieldFault::field)
                .contains("plasticity", "release");
        assertThat(faults(good().setPlasticity("calcium").build()))
                .extracting(FieldFault::fault)
                .anyMatch(f -> f.contains("no synapses"));
    }

    @Test
    void noMagnesiumAtAllIsAWishNotADefault() {
        assertThat(STAGE.complete(good().setMgMM(0).build()).getMgMM()).isZero();
    }

    @Test
    void allFaultsAreReportedTogether() {
        var bad = SimRequest.newBuilder()
                .setCells(ref('1'))
                .setMorphologies(DatasetRef.newBuilder().setId("tissue"))
                .setDurationMs(-1)
                .setDtMs(Double.NaN)
                .setTemperatureDegC(80)
                .setCaMM(0.01)
                .setMgMM(11)
                .setSomaReportDtMs(-0.1)
                .addBlocks("GABA_B")
                .setBackend("cuda")
                .setRelease("random")
                .setMinis(SpontaneousRelease.newBuilder().setExcitatoryHz(-1).setInhibitoryHz(Double.NaN))
                .build();
        assertThat(faults(bad))
                .extracting(FieldFault::field)
                .contains(
                        "morphologies",
                        "duration_ms",
                        "dt_ms",
                        "temperature_degC",
                        "ca_mM",
                        "mg_mM",
                        "soma_report_dt_ms",
                        "blocks[0]",
                        "backend",
                        "release",
                        "minis.excitatory_Hz",
                        "minis.inhibitory_Hz");
    }

    @Test
    void aReportIntervalIsAWholeNumberOfSteps() {
        assertThat(faults(good().setSomaReportDtMs(0.11).build()))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.field()).isEqualTo("soma_report_dt_ms");
                    assertThat(f.fault()).contains("whole number of time steps");
                });
    }

    @Test
    void aStimulusLiesInsideTheRun() {
        var late = good().addStimuli(step(150, 100, 0.3)).build();
        assertThat(faults(late)).singleElement().satisfies(f -> {
            assertThat(f.field()).isEqualTo("stimuli[0].current_step.duration_ms");
            assertThat(f.fault()).contains("by 200.0 ms");
        });
        assertThat(faults(good().addStimuli(step(-1, 10, 0.3)).build()))
                .extracting(FieldFault::field)
                .containsExactly("stimuli[0].current_step.start_ms");
    }

    @Test
    void absurdAndEmptyStimuliAreRefused() {
        var bad = good().addStimuli(step(50, 10, 51))
                .addStimuli(Stimulus.newBuilder())
                .addStimuli(Stimulus.newBuilder()
                        .setCurrentPulses(CurrentPulses.newBuilder()
                                .setPulseMs(5)
                                .setPeriodMs(2)
                                .setCount(3)
                                .setAmplitudeNA(1)))
                .addStimuli(Stimulus.newBuilder()
                        .setVolley(Volley.newBuilder().setTimeMs(300).setWeightUS(-1)))
                .build();
        assertThat(faults(bad))
                .extracting(FieldFault::field)
                .containsExactly(
                        "stimuli[0].current_step.amplitude_nA",
                        "stimuli[1]",
                        "stimuli[2].current_pulses.period_ms",
                        "stimuli[3].volley.time_ms",
                        "stimuli[3].volley.synapses_per_cell",
                        "stimuli[3].volley.weight_uS");
    }

    private static java.util.List<FieldFault> faults(SimRequest request) {
        return catchThrowableOfType(Problem.class, () -> STAGE.complete(request))
                .faults();
    }

    private static SimRequest.Builder good() {
        return SimRequest.newBuilder()
                .setCells(ref('1'))
                .setMorphologies(ref('2'))
                .setDurationMs(200);
    }

    private static Stimulus step(double start_ms, double duration_ms, double amplitude_nA) {
        return Stimulus.newBuilder()
                .setCurrentStep(CurrentStep.newBuilder()
                        .setStartMs(start_ms)
                        .setDurationMs(duration_ms)
                        .setAmplitudeNA(amplitude_nA))
                .build();
    }

    private static DatasetRef ref(char digit) {
        return DatasetRef.newBuilder().setId(String.valueOf(digit).repeat(64)).build();
    }
}
