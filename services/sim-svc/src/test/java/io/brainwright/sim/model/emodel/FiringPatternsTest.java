package io.brainwright.sim.model.emodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.network.Network.Run;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Each of the eleven e-types shows what its name says (Petilla terminology: Ascoli et al. 2008, doi 10.1038/nrn2402) under a step of
 * one second into the soma of a made-up cell; {@code .ci/emodel_check.py} asks the same of eFEL on reconstructed ones.
 */
class FiringPatternsTest {
    private static final ElectricalModels MODELS = ElectricalModels.open();
    private static final double START_MS = 200;
    private static final double END_MS = 1200;
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    /** The step of each, nA. */
    private static final Map<String, Double> STEP_NA = Map.ofEntries(
            Map.entry("cADpyr", 0.25),
            Map.entry("cAC", 0.2),
            Map.entry("bAC", 0.2),
            Map.entry("cNAC", 0.2),
            Map.entry("bNAC", 0.2),
            Map.entry("dNAC", 0.19),
            Map.entry("cSTUT", 0.4),
            Map.entry("bSTUT", 0.45),
            Map.entry("dSTUT", 0.37),
            Map.entry("cIR", 0.2),
            Map.entry("bIR", 0.4));

    private static final List<String> ETYPES =
            STEP_NA.keySet().stream().sorted().toList();

    private static final Map<String, List<FiringFeatures>> FIRING = new TreeMap<>();

    /** All e-types at all seeds in one run; those without noise are the same at each seed. */
    private static List<FiringFeatures> firing(String etype) {
        if (FIRING.isEmpty()) {
            for (var type : ETYPES) {
                FIRING.put(type, new ArrayList<>());
            }
            for (long seed : SEEDS) {
                var spikes = spikes(seed, Backend.JAVA, 2);
                for (int i = 0; i < ETYPES.size(); i++) {
                    var features = new FiringFeatures(spikes.get(i), START_MS, END_MS);
                    Objects.requireNonNull(FIRING.get(ETYPES.get(i))).add(features);
                    System.out.printf("%-6s seed %d: %s%n", ETYPES.get(i), seed, features);
                }
            }
        }
        return Objects.requireNonNull(FIRING.get(etype));
    }

    private static List<List<Double>> spikes(long seed, Backend backend, int threads) {
        var network = new NetworkBuilder(new Run(0.025, END_MS, 34, -76, seed));
        var spikes = new ArrayList<List<Double>>();
        for (var etype : ETYPES) {
            boolean pyramid = etype.equals("cADpyr");
            var model = MODELS.of(etype, 5);
            var shape = model.compartments(pyramid ? Cells.pyramid() : Cells.interneuron());
            int soma = shape.compartmentAt(0, 0.5);
            int cell = network.cell(spikes.size(), shape, model.membrane(), soma, -20);
            network.current(cell, soma, START_MS, END_MS - START_MS, Objects.requireNonNull(STEP_NA.get(etype)));
            spikes.add(new ArrayList<>());
        }
        Simulation.run(network.build(), backend, threads, new Observer() {
            @Override
            public void spike(double t_ms, int cell) {
                spikes.get(cell).add(t_ms);
            }

            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {}
        });
        return spikes;
    }

    @Test
    void adaptingTypesSlowDownAndTheOthersDoNot() {
        for (var etype : List.of("cADpyr", "cAC", "bAC")) {
            var f = firing(etype).getFirst();
            assertThat(f.adaptation()).as(etype).isGreaterThan(0.003);
            assertThat(last(f)).as(etype).isGreaterThan(1.3 * f.intervals_ms()[0]);
        }
        for (var etype : List.of("cNAC", "bNAC", "dNAC")) {
            assertThat(firing(etype).getFirst().adaptation()).as(etype).isBetween(-0.003, 0.003);
            assertThat(firing(etype).getFirst().cv()).as(etype).isLessThan(0.1);
        }
    }

    @Test
    void burstingTypesBeginWithAShortInterval() {
        for (var etype : List.of("bAC", "bNAC", "bSTUT", "bIR")) {
            for (var f : firing(etype)) {
                assertThat(f.burst()).as(etype).isLessThan(0.85);
            }
        }
        for (var etype : List.of("bSTUT", "bIR")) {
            for (var f : firing(etype)) {
                assertThat(f.firstCluster()).as(etype).isGreaterThanOrEqualTo(5);
            }
        }
        for (var etype : List.of("cNAC", "dNAC")) {
            assertThat(firing(etype).getFirst().burst()).as(etype).isGreaterThan(0.9);
        }
    }

    @Test
    void delayedTypesWaitForSeveralIntervalsBeforeTheyFire() {
        for (var etype : List.of("dNAC", "dSTUT")) {
            for (var f : firing(etype)) {
                assertThat(f.delay_ms() / f.median_ms()).as(etype).isGreaterThan(3);
            }
        }
        for (var etype : List.of("cADpyr", "cAC", "bAC", "cNAC", "bNAC", "cSTUT", "bSTUT", "cIR", "bIR")) {
            for (var f : firing(etype)) {
                assertThat(f.delay_ms() / f.median_ms()).as(etype).isLessThan(3);
            }
        }
    }

    @Test
    void stutteringTypesFireInClustersOfSteadyIntervals() {
        for (var etype : List.of("cSTUT", "bSTUT", "dSTUT")) {
            for (var f : firing(etype)) {
                assertThat(f.pauses()).as(etype).isGreaterThanOrEqualTo(2);
                assertThat(f.cvWithinClusters()).as(etype).isLessThan(0.35);
            }
        }
        for (var etype : List.of("cADpyr", "cAC", "bAC", "cNAC", "bNAC", "dNAC")) {
            assertThat(firing(etype).getFirst().pauses()).as(etype).isZero();
        }
    }

    @Test
    void irregularTypesHaveIntervalsThatDifferFromTheirNeighbours() {
        for (var etype : List.of("cIR", "bIR")) {
            for (var f : firing(etype)) {
                assertThat(f.cv()).as(etype).isGreaterThan(0.3);
                assertThat(f.irregularity()).as(etype).isGreaterThan(0.25);
            }
        }
        for (var etype : List.of("cADpyr", "cAC", "bAC", "cNAC", "bNAC", "dNAC")) {
            assertThat(firing(etype).getFirst().irregularity()).as(etype).isLessThan(0.1);
        }
    }

    @Test
    void noiseIsOfTheSeedAndOfNoThreadOrBackEnd() {
        var one = spikes(1, Backend.JAVA, 1);
        assertThat(spikes(1, Backend.JAVA, 2)).isEqualTo(one);
        var other = spikes(2, Backend.JAVA, 1);
        for (int i = 0; i < ETYPES.size(); i++) {
            boolean noisy = ETYPES.get(i).matches(".*(STUT|IR)");
            assertThat(other.get(i).equals(one.get(i))).as(ETYPES.get(i)).isNotEqualTo(noisy);
        }
        Assumptions.assumeTrue(
                Simulation.devices().stream().anyMatch(d -> d.backend().equals("opencl") && d.available()),
                "SKIPPED: no OpenCL device here");
        assertThat(spikes(1, Backend.OPENCL, 2)).isEqualTo(one);
    }

    private static double last(FiringFeatures f) {
        return f.intervals_ms()[f.intervals_ms().length - 1];
    }
}
