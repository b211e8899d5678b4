package io.brainwright.sim.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.SimMain;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sim.run.RunOptions;
import io.brainwright.sim.run.RunSummary;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.brainwright.sonata.simulation.ElectrodesFile;
import io.brainwright.sonata.simulation.SpikesReader;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sim run simulation_config.json}, on the circuit of {@link TwoCells}. */
class SonataExperimentTest {
    private static final String STEP = """
            "inputs": {"step": {"module": "linear", "input_type": "current_clamp", "delay": 5, "duration": 25, "node_set": "Pyramid",
              "amp_start": 1.5, "represents_physical_electrode": true}}""";
    private static final String REPLAY = """
            "inputs": {"in": {"module": "synapse_replay", "input_type": "spikes", "delay": 0, "duration": 5, "node_set": "Pyramid",
              "spike_file": "input.h5"}}""";

    @TempDir
    private Path folder;

    @BeforeEach
    void twoCells() throws IOException {
        TwoCells.write(folder);
    }

    @Test
    void spikesAreWrittenForEveryReader() throws IOException {
        var summary = run(30, STEP + ", \"output\": {\"spikes_file\": \"s.h5\", \"log_file\": \"log.txt\"}");
        var spikes = Objects.requireNonNull(
                SpikesReader.read(folder.resolve("output/s.h5")).get("neurons"));
        assertThat(spikes.timestamps_ms()).hasSize((int) summary.spikes()).isSorted();
        assertThat(spikes.node_ids()).contains(0);
        assertThat(summary.firing().get(0).cell()).isEqualTo("neurons/0");
        assertThat(Files.readAllLines(folder.resolve("output/spikes.csv")))
                .hasSize(1 + (int) summary.spikes())
                .contains(spikes.timestamps_ms()[0] + ",neurons,0");
        assertThat(folder.resolve("output/log.txt")).content().contains("simulated 30.0000", "2 cells");
        assertThat(summary.notes()).anyMatch(n -> n.contains("hoc:pyramid=cADpyr_L5"));
    }

    @Test
    void theInitialSegmentFiresBeforeTheSoma() throws IOException {
        double soma = run(30, STEP).firing().get(0).first_ms();
        double ais = run(30, STEP + ", \"conditions\": {\"spike_location\": \"AIS\"}")
                .firing()
                .get(0)
                .first_ms();
        assertThat(ais).isBetween(soma - 2, soma - 0.025);
    }

    @Test
    void tetrodotoxinSilences() throws IOException {
        assertThat(run(30, STEP).spikes()).isPositive();
        var ttx = "\"conditions\": {\"modifications\": {\"m\": {\"node_set\": \"All\", \"type\": \"TTX\"}}}";
        assertThat(run(30, STEP + "," + ttx).spikes()).isZero();
    }

    @Test
    void sectionsAreConfiguredWhereTheyHaveWhatIsNamed() throws IOException {
        var network = network(30, configure("%s.gbar_SK = 0; %s.gbar_Ih *= 2"));
        var before = network(30, STEP).cells().get(0).model();
        var after = network.cells().get(0).model();
        assertThat(density(after, "soma", "SK")).isZero();
        assertThat(density(after, "soma", "Ih")).isEqualTo(2 * density(before, "soma", "Ih"));
        assertThat(density(after, "axon", "SK")).as("the axon has no Ih").isEqualTo(density(before, "axon", "SK"));
        assertThatThrownBy(() -> network(30, configure("%s.gbar_XY = 0")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.sentence())
                                .contains("/conditions/modifications/m/section_configure", "gbar_SK"));
        assertThatThrownBy(() -> network(30, configure("%s.insert(pas)"))).hasMessageContaining("cannot be run");
    }

    private static String configure(String text) {
        return "\"conditions\": {\"modifications\": {\"m\": {\"node_set\": \"Pyramid\", \"type\": \"ConfigureAllSections\", \"section_configure\": \"%s\"}}}"
                .formatted(text);
    }

    private static double density(CellModel model, String group, String mechanism) {
        var given = model.membrane(group).mechanisms().getOrDefault(Mechanism.named(mechanism), Map.of());
        return Objects.requireNonNull(given.get("gbar_S_cm2"), mechanism).value();
    }

    @Test
    void overridesChangeWeightDelayKineticsAndRelease() throws IOException {
        var plain = network(30, STEP);
        var changed = network(30, STEP + """
                , "connection_overrides": [
                  {"name": "all", "source": "All", "target": "All", "weight": 3},
                  {"name": "exc", "source": "Pyramid", "target": "Basket", "weight": 0.5, "synapse_delay_override": 4,
                   "synapse_configure": "%s.NMDA_ratio = 0.1 %s.Fac *= 2"},
                  {"name": "later", "source": "Basket", "target": "Pyramid", "weight": 0, "delay": 12}]
                """);
        assertThat(plain.connections())
                .allSatisfy(c -> assertThat(c.weight_uS()).isEqualTo(0.002));
        var exc = to(changed, 1);
        assertThat(exc.weight_uS()).isEqualTo(0.001);
        assertThat(exc.delay_ms()).isEqualTo(4);
        var type = (SynapseType.SynE) changed.synapses().get(exc.synapse()).type();
        assertThat(type.NMDA_ratio()).isEqualTo(0.1);
        assertThat(type.release().F_ms()).isEqualTo(20);
        var inh = to(changed, 0);
        assertThat(inh.weightAt_uS(11.9)).isEqualTo(0.006);
        assertThat(inh.weightAt_uS(12)).isZero();
        assertThatThrownBy(() -> network(30, """
                "connection_overrides": [{"name": "x", "source": "All", "target": "All", "synapse_configure": "%s.GABAB_ratio = 1"}]
                """))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.sentence())
                                .contains(
                                        "/connection_overrides/0/synapse_configure",
                                        "excitatory synapses do not have"));
    }

    private static Network.Connection to(Network network, int cell) {
        return network.connections().stream()
                .filter(c -> network.synapses().get(c.synapse()).cell() == cell)
                .findFirst()
                .orElseThrow();
    }

    /** U(Ca) = U (K^4 + 2^4) / 2^4 Ca^4 / (K^4 + Ca^4) */
    @Test
    void calciumScalesReleaseAndSilenceOfTheFileKeepsIt() throws IOException {
        assertThat(utilisation(network(30, STEP))).isEqualTo(0.5);
        double k4 = Math.pow(2.79f, 4);
        double exact = 0.5 * (k4 + 16) / 16 * Math.pow(1.05, 4) / (k4 + Math.pow(1.05, 4));
        assertThat(utilisation(network(30, STEP + ", \"conditions\": {\"extracellular_calcium\": 1.05}")))
                .isCloseTo(exact, within(1e-9));
        assertThat(utilisation(network(
                        30, STEP + ", \"conditions\": {\"mechanisms\": {\"ProbAMPANMDA_EMS\": {\"Use\": 0.3}}}")))
                .isEqualTo(0.3);
    }

    private static double utilisation(Network network) {
        return network.synapses()
                .get(to(network, 1).synapse())
                .type()
                .releaseRule()
                .U();
    }

    @Test
    void minisComeAtTheirRateAndFromTheirSeed() throws IOException {
        var minis =
                ", \"connection_overrides\": [{\"name\": \"m\", \"source\": \"Fibres\", \"target\": \"Pyramid\", \"spont_minis\": 50}]";
        var times = network(20_000, STEP + minis).eventLists().get(0).times_ms();
        assertThat(times.length).isCloseTo(1000, within(4 * (int) Math.sqrt(1000))); // Poisson
        assertThat(network(20_000, STEP + minis).eventLists().get(0).times_ms()).isEqualTo(times);
    }

    @Test
    void aSomaReportIsTheFirstColumnOfTheCompartmentReport() throws IOException {
        run(10, STEP + """
                , "reports": {
                  "soma": {"type": "compartment", "variable_name": "v", "dt": 0.5, "start_time": 2, "end_time": 6},
                  "all": {"type": "compartment", "sections": "all", "variable_name": "v", "dt": 0.5, "start_time": 2, "end_time": 6},
                  "centers": {"type": "compartment", "sections": "dend", "compartments": "center", "variable_name": "v", "dt": 1,
                    "start_time": 0, "end_time": 10, "cells": "Basket"},
                  "gate": {"type": "compartment", "sections": "soma", "variable_name": "NaTg.m", "dt": 1, "start_time": 0, "end_time": 10}}
                """);
        var soma = data("soma");
        var all = data("all");
        assertThat(soma).hasDimensions(8, 2);
        assertThat(all.length).isEqualTo(8);
        assertThat(column(all, 0)).isEqualTo(column(soma, 0));
        assertThat(mapping("soma", "time")).containsExactly(2, 6, 0.5);
        assertThat(mapping("centers", "node_ids")).containsExactly(1);
        assertThat(mapping("centers", "element_ids")).hasSize(15).doesNotHaveDuplicates();
        assertThat(data("gate")[9][0]).isBetween(0f, 1f);
    }

    /** Kirchhoff: what electrodes bring leaves through the membrane. */
    @Test
    void membraneCurrentsOfACellAddUpToWhatIsInjected() throws IOException {
        run(10, STEP + """
                , "reports": {
                  "i": {"type": "summation", "variable_name": "i_membrane", "dt": 0.1, "start_time": 0, "end_time": 10, "cells": "Pyramid"},
                  "both": {"type": "summation", "variable_name": "i_membrane,IClamp", "dt": 0.1, "start_time": 0, "end_time": 10,
                    "cells": "Pyramid"},
                  "density": {"type": "summation", "sections": "all", "scaling": "none", "variable_name": "i_membrane", "dt": 0.1,
                    "start_time": 0, "end_time": 10, "cells": "Pyramid"}}
                """);
        var i = column(data("i"), 0);
        assertThat(i[49]).isCloseTo(0, within(1e-9f));
        assertThat(i[60]).isCloseTo(1.5f, within(1e-6f));
        for (float rest : column(data("both"), 0)) {
            assertThat(rest).isCloseTo(0, within(1e-6f));
        }
        assertThat(data("density")[60].length).isGreaterThan(20);
    }

    @Test
    void aDriveThatIsNoElectrodeIsAMembraneCurrentItself() throws IOException {
        run(10, STEP.replace("true", "false") + """
                , "reports": {"i": {"type": "summation", "variable_name": "i_membrane", "dt": 1, "start_time": 0, "end_time": 10}}
                """);
        assertThat(data("i")[8][0]).isCloseTo(0, within(1e-9f));
    }

    /** One event of the fibre at 1 ms arrives at 2.5 ms; g = 2 nS U f (exp(-s / decay) - exp(-s / rise)), NMDA behind its block. */
    @Test
    void theReportOfASynapseIsItsClosedForm() throws IOException {
        run(12, REPLAY + """
                , "reports": {"g": {"type": "synapse", "variable_name": "ProbAMPANMDA_EMS.g", "dt": 0.025, "start_time": 0,
                    "end_time": 12, "cells": "Pyramid"},
                  "v": {"type": "compartment", "sections": "apic", "variable_name": "v", "dt": 0.025, "start_time": 0, "end_time": 12,
                    "cells": "Pyramid"}}
                """);
        var g = column(data("g"), 0);
        assertThat(mapping("g", "element_ids")).containsExactly(2); // after the two edges of the first population
        for (int k = 0; k < g.length; k++) {
            double s = (k - 100) * 0.025;
            double ampa = s <= 0 ? 0 : course(s, 0.2, 1.74f);
            double nmda = s <= 0 ? 0 : 0.7f * course(s, 0.29, 43);
            double free = 1 / (1 + Math.exp(0.062 * 80) / 3.57);
            assertThat((double) g[k])
                    .as("%s ms", k * 0.025)
                    .isCloseTo(0.002 * 0.5 * (ampa + nmda * free), within(1.5e-6));
        }
        assertThat(data("v")[400][0]).isGreaterThan(-90f);
    }

    private static double course(double s, double rise, double decay) {
        double at = rise * decay / (decay - rise) * Math.log(decay / rise);
        double peak = Math.exp(-at / decay) - Math.exp(-at / rise);
        return (Math.exp(-s / decay) - Math.exp(-s / rise)) / peak;
    }

    @Test
    void thePotentialIsTheWeightedSumOfMembraneCurrents() throws IOException {
        int compartments = network(1, STEP).cells().get(0).shape().sections().stream()
                .mapToInt(s -> s.count())
                .sum();
        var weights = new float[1][compartments][2];
        for (int c = 0; c < compartments; c++) {
            weights[0][c] = new float[] {c == 0 ? 1 : 0, 0.01f * c};
        }
        ElectrodesFile.write(
                folder.resolve("e.h5"), new TreeMap<>(Map.of("neurons", new TreeMap<>(Map.of(0L, weights[0])))));
        var reports = """
                , "reports": {"lfp": {"type": "lfp", "dt": 0.1, "start_time": 0, "end_time": 10, "cells": "Pyramid"},
                  "i": {"type": "compartment", "sections": "all", "variable_name": "i_membrane", "dt": 0.1, "start_time": 0, "end_time": 10,
                    "cells": "Pyramid"}}
                """;
        run(10, STEP + reports, ", \"electrodes_file\": \"e.h5\"");
        var i = data("i");
        var phi = data("lfp");
        assertThat(phi).hasDimensions(100, 2);
        for (int k = 0; k < 100; k++) {
            double sum = 0;
            for (int c = 0; c < compartments; c++) {
                sum += 0.01f * c * i[k][c];
            }
            assertThat(phi[k][0]).isEqualTo(i[k][0]);
            assertThat((double) phi[k][1]).isCloseTo(sum, within(1e-5 + 1e-5 * Math.abs(sum)));
        }
        assertThatThrownBy(() -> network(10, STEP + reports))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("/run/electrodes_file", "is missing"));
    }

    /** 29 mm away a cell is a point that carries what is injected: phi = I / (4 pi sigma d). */
    @Test
    void electrodesAreWrittenThatFitTheCells() throws IOException {
        var reports = """
                , "reports": {"lfp": {"type": "lfp", "dt": 0.1, "start_time": 0, "end_time": 10, "cells": "Pyramid"}}
                """;
        var config = config(10, STEP + reports, ", \"electrodes_file\": \"e.h5\"");
        var file = folder.resolve("e.h5").toString();
        assertThat(SimMain.run("electrodes", config.toString(), "--at", "0,0,29000", "--at", "30,0,0", "--out", file))
                .isZero();
        SonataExperiment.run(config, Backend.JAVA, 1, null, _ -> {});
        var phi = data("lfp");
        double exact = 1.5 / (4 * Math.PI * 0.3 * 29000); // nA / (S/m um) = mV
        assertThat((double) phi[60][0]).isCloseTo(exact, within(0.02 * exact));
        assertThat(phi[60][1]).isNotCloseTo(phi[60][0], within(1e-3f));
        assertThat(SimMain.run("electrodes", config.toString(), "--at", "1,2", "--out", file))
                .isEqualTo(2);
    }

    @Test
    void bothBackEndsAndAnyThreadsWriteTheSameBytes() throws IOException {
        var config = config(15, """
                "inputs": {"n": {"module": "ornstein_uhlenbeck", "input_type": "conductance", "delay": 0, "duration": 15,
                   "node_set": "All", "tau": 2, "mean": 0.02, "sigma": 0.01}},
                "reports": {"soma": {"type": "compartment", "variable_name": "v", "dt": 0.1, "start_time": 0, "end_time": 15}}
                """, "");
        SonataExperiment.run(config, Backend.JAVA, 1, folder.resolve("one"), _ -> {});
        SonataExperiment.run(config, Backend.JAVA, 3, folder.resolve("three"), _ -> {});
        assertThat(folder.resolve("three/soma.h5")).hasSameBinaryContentAs(folder.resolve("one/soma.h5"));
        if (Simulation.devices().stream().noneMatch(d -> d.backend().equals("opencl") && d.available())) {
            assertThat(System.getenv("CI")).isNull();
            Assumptions.abort("no OpenCL device");
        }
        SonataExperiment.run(config, Backend.OPENCL, 1, folder.resolve("device"), _ -> {});
        assertThat(folder.resolve("device/soma.h5")).hasSameBinaryContentAs(folder.resolve("one/soma.h5"));
    }

    @Test
    void aPausedRunWritesTheSameFilesWhenItGoesOn() throws IOException {
        var config = config(15, """
                "inputs": {"n": {"module": "ornstein_uhlenbeck", "input_type": "current_clamp", "delay": 0, "duration": 15,
                   "node_set": "All", "tau": 2, "mean": 1.2, "sigma": 0.3, "represents_physical_electrode": true}},
                "connection_overrides": [{"name": "m", "source": "Fibres", "target": "Pyramid", "spont_minis": 200}],
                "reports": {
                  "soma": {"type": "compartment", "variable_name": "v", "dt": 0.1, "start_time": 0, "end_time": 15},
                  "all": {"type": "compartment", "sections": "all", "variable_name": "v", "dt": 0.5, "start_time": 2, "end_time": 14}}
                """, "");
        SonataExperiment.run(config, Backend.JAVA, 1, folder.resolve("whole"), _ -> {});
        int[] asked = {0};
        var first = new RunOptions(Backend.JAVA, 1, folder.resolve("paused"), 2, false, () -> asked[0]++ > 9, _ -> {});
        assertThatThrownBy(() -> SonataExperiment.run(config, first)).hasMessageContaining("paused at");
        assertThat(folder.resolve("paused/soma.h5")).doesNotExist();
        var second = new RunOptions(Backend.AUTO, 2, folder.resolve("paused"), 0, true, () -> false, _ -> {});
        assertThat(SonataExperiment.run(config, second).get(0).spikes()).isPositive();
        for (var file : new String[] {"soma.h5", "all.h5", "out.h5", "spikes.csv"}) {
            assertThat(folder.resolve("paused").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
        try (var left = Files.list(folder.resolve("paused"))) {
            assertThat(left).hasSize(4);
        }
    }

    @Test
    void nodeSetsThatAreNotThereAreToldTogether() {
        assertThatThrownBy(() -> network(10, """
                "inputs": {"x": {"module": "hyperpolarizing", "input_type": "current_clamp", "delay": 0, "duration": 1, "node_set": "Nobody"}},
                "reports": {"r": {"type": "compartment", "variable_name": "v", "dt": 1, "start_time": 0, "end_time": 5, "cells": "None"}}
                """))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults())
                                .extracting(FieldFault::field)
                                .containsExactly("/inputs/x/node_set", "/reports/r/cells"));
    }

    @Test
    void edgesThatAreNotSimulatedAreRefusedByName() throws IOException {
        var circuit = folder.resolve("circuit_config.json");
        Files.writeString(
                circuit,
                Files.readString(circuit)
                        .replace(
                                "\"fibres__neurons__chemical\": {\"type\": \"chemical\"}",
                                "\"fibres__neurons__chemical\": {\"type\": \"electrical\"}"));
        assertThatThrownBy(() -> network(10, STEP))
                .hasMessageContaining("'fibres__neurons__chemical' are of type 'electrical'");
    }

    @Test
    void astrocytesAndTheirEdgesAreLeftOutAndNamedOnce() throws IOException {
        var circuit = folder.resolve("circuit_config.json");
        Files.writeString(
                circuit,
                Files.readString(circuit)
                        .replace("\"type\": \"virtual\"", "\"type\": \"astrocyte\"")
                        .replace(
                                "\"fibres__neurons__chemical\": {\"type\": \"chemical\"}",
                                "\"fibres__neurons__chemical\": {\"type\": \"synapse_astrocyte\"}"));
        var config = config(1, STEP, "");
        Files.writeString(config, Files.readString(config).replace("\"node_set\": \"All\", \"inputs\"", "\"inputs\""));
        var summary =
                SonataExperiment.run(config, Backend.JAVA, 1, null, _ -> {}).get(0);
        assertThat(summary.cells()).isEqualTo(2);
        assertThat(summary.notes())
                .filteredOn(n -> n.contains("fibres"))
                .singleElement()
                .asString()
                .endsWith("left out are fibres (astrocyte), fibres__neurons__chemical (synapse_astrocyte)");
        assertThat(network(1, STEP).synapses()).hasSize(2);
    }

    @Test
    void aPublishedCircuitRunsWithItsThresholdsVirtualFibresAndMinis() throws IOException {
        var circuit = Reference.path("sonata/nbs1-n10/circuit_config.json").toAbsolutePath();
        var config = Files.writeString(folder.resolve("simulation_config.json"), """
                {"network": "%s", "node_set": "All", "run": {"tstop": 12, "dt": 0.025, "random_seed": 1},
                 "conditions": {"v_init": -76, "extracellular_calcium": 1.05},
                 "inputs": {"step": {"module": "relative_linear", "input_type": "current_clamp", "delay": 1, "duration": 10,
                   "node_set": "Layer6", "percent_start": 2000}},
                 "reports": {"soma": {"type": "compartment", "variable_name": "v", "dt": 0.1, "start_time": 0, "end_time": 12}}}
                """.formatted(circuit));
        var summary =
                SonataExperiment.run(config, Backend.JAVA, 2, null, _ -> {}).get(0);
        assertThat(summary.cells()).isEqualTo(10);
        assertThat(summary.spikes()).isPositive();
        assertThat(summary.notes()).anyMatch(n -> n.contains("176 synapses"));
        assertThat(data("soma", "S1nonbarrel_neurons")).hasDimensions(120, 10);
    }

    private RunSummary run(double tstop_ms, String sections) throws IOException {
        return run(tstop_ms, sections, "");
    }

    private RunSummary run(double tstop_ms, String sections, String moreOfRun) throws IOException {
        return SonataExperiment.run(config(tstop_ms, sections, moreOfRun), Backend.JAVA, 1, null, _ -> {})
                .get(0);
    }

    private Network network(double tstop_ms, String sections) throws IOException {
        return SonataExperiment.network(config(tstop_ms, sections, ""));
    }

    private Path config(double tstop_ms, String sections, String moreOfRun) throws IOException {
        return Files.writeString(
                folder.resolve("simulation_config.json"), """
                {"run": {"tstop": %s, "dt": 0.025, "random_seed": 3%s}, "node_set": "All", %s}
                """.formatted(tstop_ms, moreOfRun, sections));
    }

    private float[][] data(String report) {
        return data(report, "neurons");
    }

    private float[][] data(String report, String population) {
        return Hdf5File.read(folder.resolve("output/%s.h5".formatted(report)), hdf -> (float[][])
                hdf.getDatasetByPath("report/%s/data".formatted(population)).getData());
    }

    private double[] mapping(String report, String name) {
        return Hdf5File.read(
                folder.resolve("output/%s.h5".formatted(report)),
                hdf -> Stored.doubles(hdf.getDatasetByPath("report/neurons/mapping/" + name)));
    }

    private static float[] column(float[][] rows, int column) {
        var values = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rows[i][column];
        }
        return values;
    }
}
