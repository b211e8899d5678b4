package io.brainwright.sim.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each module of a configuration makes of the network; the forms themselves are held against theirs in SignalsTest. */
class InputsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void twoCells() throws IOException {
        TwoCells.write(folder);
    }

    @Test
    void linearRunsFromEndToEndAndNowhereElse() throws IOException {
        var w = wave("\"module\": \"linear\", \"amp_start\": 1, \"amp_end\": 3");
        assertThat(w.at_nA(9.99)).isZero();
        assertThat(w.at_nA(10.05)).isCloseTo(1 + 2 * 0.05 / 20, within(1e-12));
        assertThat(w.at_nA(20.05)).isCloseTo(1 + 2 * 10.05 / 20, within(1e-12));
        assertThat(w.at_nA(29.95)).isCloseTo(1 + 2 * 19.95 / 20, within(1e-12));
        assertThat(w.at_nA(30.05)).isZero();
    }

    @Test
    void percentagesAreOfTheCellsThreshold() throws IOException {
        assertThat(wave("\"module\": \"relative_linear\", \"percent_start\": 150")
                        .at_nA(15.05))
                .isEqualTo(1.5 * TwoCells.THRESHOLD_NA);
        assertThat(wave("\"module\": \"subthreshold\", \"percent_less\": 20").at_nA(15.05))
                .isEqualTo(0.8 * TwoCells.THRESHOLD_NA);
        assertThat(wave("\"module\": \"hyperpolarizing\"").at_nA(15.05)).isEqualTo(TwoCells.HOLDING_NA);
        assertThat(wave("\"module\": \"noise\", \"mean_percent\": 50, \"variance\": 0")
                        .at_nA(15.05))
                .isEqualTo(0.5 * TwoCells.THRESHOLD_NA);
    }

    @Test
    void aThresholdThatTheCircuitDoesNotKnowIsNamed() {
        assertThatThrownBy(() -> network("\"module\": \"subthreshold\", \"percent_less\": 20", "Basket"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.sentence()).contains("/inputs/i", "threshold_current", "neurons/1"));
    }

    @Test
    void pulsesAndSines() throws IOException {
        var p = wave("\"module\": \"pulse\", \"amp_start\": 2, \"width\": 1, \"frequency\": 200");
        assertThat(new double[] {p.at_nA(10.05), p.at_nA(10.95), p.at_nA(11.05), p.at_nA(15.05), p.at_nA(30.05)})
                .containsExactly(2, 2, 0, 2, 0);
        var s = wave("\"module\": \"sinusoidal\", \"amp_start\": 2, \"frequency\": 25");
        assertThat(s.at_nA(20.05)).isCloseTo(2 * Math.sin(2 * Math.PI * 0.025 * 10.05), within(2e-5));
    }

    @Test
    void conductancesAreOfTheInverseInputResistance() throws IOException {
        var g = (Network.Conductance) network("""
                        "module": "relative_ornstein_uhlenbeck", "input_type": "conductance", "tau": 2, "mean_percent": 30,
                        "sd_percent": 0, "reversal": -10""", "Pyramid").stimuli().get(0);
        assertThat(g.at_uS(15.05)).isCloseTo(0.3 / TwoCells.RESISTANCE_MOHM, within(1e-15));
        assertThat(g.e_mV()).isEqualTo(-10);
        var shot = (Network.Conductance) network("""
                        "module": "relative_shot_noise", "input_type": "conductance", "rise_time": 0.4, "decay_time": 4,
                        "mean_percent": 30, "sd_percent": 10, "relative_skew": 0.1""", "Pyramid").stimuli().get(0);
        assertThat(shot.values_uS())
                .hasSize(200)
                .satisfies(x ->
                        assertThat(java.util.Arrays.stream(x).max().orElse(0)).isPositive());
    }

    @Test
    void aClampIsOffBeforeItsDelayAndAfterItsDuration() throws IOException {
        var clamp = (Network.Clamp)
                network("\"module\": \"seclamp\", \"voltage\": -60, \"series_resistance\": 2", "Pyramid")
                        .stimuli()
                        .get(0);
        assertThat(clamp.at_mV(9.95)).isNaN();
        assertThat(clamp.at_mV(10.05)).isEqualTo(-60);
        assertThat(clamp.at_mV(29.95)).isEqualTo(-60);
        assertThat(clamp.at_mV(30.05)).isNaN();
        assertThat(clamp.series_Mohm()).isEqualTo(2);
    }

    @Test
    void noiseIsKeyedBySeedNameAndCell() throws IOException {
        var ou = "\"module\": \"ornstein_uhlenbeck\", \"tau\": 3, \"mean\": 0.1, \"sigma\": 0.05";
        var both = network(ou, "All").stimuli();
        var first = values(both.get(0));
        assertThat(first).hasSize(200).isNotEqualTo(values(both.get(1)));
        assertThat(values(network(ou, "Pyramid").stimuli().get(0))).isEqualTo(first);
        var shared = network(ou + ", \"random_seed\": 5", "All").stimuli();
        assertThat(values(shared.get(0))).isEqualTo(values(shared.get(1))).isNotEqualTo(first);
    }

    @Test
    void replayedSpikesTravelAlongTheEdgesOfTheirFibres() throws IOException {
        var all = network("\"module\": \"synapse_replay\", \"spike_file\": \"input.h5\"", "All")
                .eventLists();
        assertThat(all).extracting(l -> l.times_ms().length).containsExactlyInAnyOrder(2, 1);
        // 1 and 9 ms, 10 ms of the input's delay, 1.5 ms along the axon
        assertThat(all).anySatisfy(l -> assertThat(l.times_ms()).containsExactly(12.5, 20.5));
        assertThat(all).allSatisfy(l -> assertThat(l.weight_uS()).isEqualTo(0.002));
        var one = network(
                "\"module\": \"synapse_replay\", \"spike_file\": \"input.h5\", \"source\": \"FirstFibre\"", "All");
        assertThat(one.eventLists()).hasSize(1);
        var other = network("\"module\": \"synapse_replay\", \"spike_file\": \"input.h5\"", "Basket");
        assertThat(other.eventLists()).hasSize(1);
    }

    private Network.Waveform wave(String module) throws IOException {
        return (Network.Waveform) network(module, "Pyramid").stimuli().get(0);
    }

    private static double[] values(Network.Stimulus stimulus) {
        return ((Network.Waveform) stimulus).values_nA();
    }

    private Network network(String module, String cells) throws IOException {
        var type = module.contains("input_type") ? "" : "\"input_type\": \"current_clamp\", ";
        return SonataExperiment.network(
                Files.writeString(folder.resolve("simulation_config.json"), """
                {"run": {"tstop": 50, "dt": 0.1, "random_seed": 3}, "node_set": "All",
                 "inputs": {"i": {%s%s, "delay": 10, "duration": 20, "node_set": "%s"}}}
                """.formatted(type, module, cells)));
    }
}
