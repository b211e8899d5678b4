package io.brainwright.sim.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.circuit.Vesicles;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.sim.model.synapse.SynapseType.Point;
import io.brainwright.sim.model.synapse.SynapseType.SynE;
import io.brainwright.sim.model.synapse.SynapseType.SynI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Release at random in SONATA simulations, on the circuit of {@link TwoCells}. */
class SonataReleaseTest {
    private static final String REPLAY = """
            "inputs": {"in": {"module": "synapse_replay", "input_type": "spikes", "delay": 0, "duration": 5, "node_set": "All",
              "spike_file": "input.h5"}}""";
    private static final String SOMATA = """
            , "reports": {"v": {"type": "compartment", "variable_name": "v", "sections": "soma", "cells": "All", "dt": 0.5,
              "start_time": 0, "end_time": 12}}""";
    /** A tenth of the weight, so that the voltage answers in proportion. */
    private static final String WEAK = """
            , "connection_overrides": [{"name": "weak", "source": "Fibres", "target": "All", "weight": 0.1%s}]""";

    private static final String SEED = ", \"synapse_seed\": %d";
    private static final double U = 0.5; // of the edges
    private static final int TRIALS = 40;
    private static final int BASKET = 1;
    private static final int AT = 17; // 8.5 ms: 3 ms after the event of the second fibre

    @TempDir
    private Path folder;

    @BeforeEach
    void twoCells() throws IOException {
        TwoCells.write(folder);
    }

    /** Against the run that releases the mean, within four standard errors; and the spread is the binomial one. */
    @Test
    void theMeanOfManyTrialsIsTheMeanRelease() throws IOException {
        double rest_mV = basket_mV(network("", SOMATA.substring(1)));
        double mean_mV = basket_mV(network("", REPLAY + SOMATA + WEAK.formatted(""))) - rest_mV;
        var trials_mV = new double[TRIALS];
        for (int seed = 0; seed < TRIALS; seed++) {
            trials_mV[seed] = basket_mV(network(SEED.formatted(seed), REPLAY + SOMATA + WEAK.formatted(""))) - rest_mV;
        }
        double mean = Arrays.stream(trials_mV).average().orElseThrow();
        double sd = Math.sqrt(Arrays.stream(trials_mV)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
        double cv = Math.sqrt((1 - U) / (U * TwoCells.SITES));
        assertThat(mean_mV).isGreaterThan(0.01);
        assertThat(mean).isCloseTo(mean_mV, within(4 * cv / Math.sqrt(TRIALS) * mean_mV));
        assertThat(sd / mean).isCloseTo(cv, within(0.4 * cv));
    }

    @Test
    void threadsAndBackEndsChangeNoBit() throws IOException {
        var network = network(SEED.formatted(5), """
                "inputs": {"step": {"module": "linear", "input_type": "current_clamp", "delay": 1, "duration": 11, "node_set": "All",
                  "amp_start": 1.5}}""" + SOMATA + """
                , "connection_overrides": [{"name": "minis", "source": "All", "target": "All", "spont_minis": 200}]""");
        var one = bits(network, Backend.JAVA, 1);
        assertThat(bits(network, Backend.JAVA, 2)).isEqualTo(one).hasSizeGreaterThan(40);
        Assumptions.assumeTrue(
                Simulation.devices().stream().anyMatch(d -> d.backend().equals("opencl") && d.available()));
        assertThat(bits(network, Backend.OPENCL, 1)).isEqualTo(one);
        assertThat(bits(network, Backend.OPENCL, 2)).isEqualTo(one);
    }

    @Test
    void aSynapseDrawsByItsOwnNumberAndSeed() throws IOException {
        var all = network(SEED.formatted(5), REPLAY);
        assertThat(all.synapses())
                .hasSize(4)
                .allSatisfy(s -> assertThat(s.type()).isInstanceOf(Point.class))
                .extracting(Network.Synapse::stream)
                .doesNotHaveDuplicates()
                .contains(new Network.Stream(8, "sonata.fibres__neurons__chemical", 1));
        assertThat(basket_mV(network(SEED.formatted(6), REPLAY + SOMATA)))
                .isNotEqualTo(basket_mV(network(SEED.formatted(5), REPLAY + SOMATA)));
    }

    @Test
    void chanceIsAskedForAndCanBeTakenBack() throws IOException {
        assertThat(network("", REPLAY).synapses())
                .allSatisfy(s -> assertThat(s.type()).isNotInstanceOf(Point.class));
        assertThat(types(network(SEED.formatted(5), REPLAY + WEAK.formatted(", \"modoverride\": \"DetAMPANMDA\""))))
                .containsExactlyInAnyOrder("ProbGABAAB_EMS", "ProbAMPANMDA_EMS", "SynE", "SynE");
        assertThat(types(network("", REPLAY + WEAK.formatted(", \"modoverride\": \"ProbAMPANMDA_EMS\""))))
                .containsExactlyInAnyOrder("SynI", "SynE", "ProbAMPANMDA_EMS", "ProbAMPANMDA_EMS");
        var single = network(
                "",
                REPLAY + ", \"conditions\": {\"mechanisms\": {\"ProbGABAAB_EMS\": {\"minis_single_vesicle\": true}}}");
        assertThat(types(single)).containsExactlyInAnyOrder("ProbGABAAB_EMS", "SynE", "SynE"); // two share one
        assertThat(single.synapses())
                .filteredOn(s -> s.type() instanceof Point)
                .singleElement()
                .satisfies(s -> assertThat(((Point) s.type()).parameters())
                        .containsEntry("minis_single_vesicle", 1.0)
                        .containsEntry("Nrrp", (double) TwoCells.SITES)
                        .containsEntry("Use", U));
    }

    @Test
    void spontaneousEventsAreMarkedWhereVesiclesAreCounted() throws IOException {
        var minis = """
                , "connection_overrides": [{"name": "minis", "source": "Fibres", "target": "All", "spont_minis": 500}]""";
        var none = REPLAY.replace("\"duration\": 5", "\"duration\": 0.5");
        assertThat(network("", none + minis).eventLists())
                .hasSize(2)
                .allSatisfy(l -> assertThat(l.arguments()).isEmpty());
        assertThat(network(SEED.formatted(5), none + minis).eventLists())
                .hasSize(2)
                .allSatisfy(l -> assertThat(l.arguments()).isEqualTo(Vesicles.SPONTANEOUS));
        assertThat(network(SEED.formatted(5), none).eventLists()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"o\", \"source\": \"Fibres\", \"target\": \"All\", \"modoverride\": \"ProbGABAAB_EMS\"} | give each class",
                "{\"name\": \"o\", \"source\": \"Fibres\", \"target\": \"All\", \"weight\": 2, \"delay\": 5} | keep theirs"
            })
    void whatCannotBeIsToldByItsPointer(String override, String said) {
        assertThatThrownBy(() -> network(SEED.formatted(5), REPLAY + ", \"connection_overrides\": [" + override + "]"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("/connection_overrides", said));
    }

    @Test
    void synapsesWithoutVesiclesCannotReleaseAtRandom() throws IOException {
        TwoCells.write(folder, 0);
        assertThat(network("", REPLAY).synapses()).hasSize(3);
        assertThatThrownBy(() -> network(SEED.formatted(5), REPLAY))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("n_rrp_vesicles", "Edge 0"));
    }

    private static List<String> types(Network network) {
        return network.synapses().stream()
                .map(s -> switch (s.type()) {
                    case Point point -> point.mechanism().name();
                    case SynE _ -> "SynE";
                    case SynI _ -> "SynI";
                    default -> throw new AssertionError(s);
                })
                .toList();
    }

    private static double basket_mV(Network network) {
        var seen = new double[1];
        Simulation.run(network, Backend.JAVA, 1, new Observer() {
            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                seen[0] = frame == AT ? values[BASKET] : seen[0];
            }
        });
        return seen[0];
    }

    private static List<Long> bits(Network network, Backend backend, int threads) {
        var bits = new ArrayList<Long>();
        Simulation.run(network, backend, threads, new Observer() {
            @Override
            public void spike(double t_ms, int cell) {
                bits.add(Double.doubleToLongBits(t_ms) + cell);
            }

            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                Arrays.stream(values).forEach(v -> bits.add(Double.doubleToLongBits(v)));
            }
        });
        return bits;
    }

    private Network network(String moreOfRun, String sections) throws IOException {
        return SonataExperiment.network(
                Files.writeString(folder.resolve("simulation_config.json"), """
                {"run": {"tstop": 12, "dt": 0.025, "random_seed": 3%s}, "node_set": "All", %s}
                """.formatted(moreOfRun, sections)));
    }
}
