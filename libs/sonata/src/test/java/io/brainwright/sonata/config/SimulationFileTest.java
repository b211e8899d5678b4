package io.brainwright.sonata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationFileTest {
    private static final String RUN = "\"run\": {\"tstop\": 10, \"dt\": 0.025, \"random_seed\": 1}";

    @TempDir
    private Path folder;

    @Test
    void everySectionIsRead() throws IOException {
        var read = read("""
                {"version": 2.4, "manifest": {"$BASE": "./circuit", "$OUT": "$BASE/out"},
                 "network": "$BASE/circuit_config.json", "target_simulator": "CORENEURON",
                 "node_sets_file": "${BASE}/sets.json", "node_set": "Layer5",
                 "run": {"tstop": 100, "dt": 0.05, "random_seed": 3, "spike_threshold": -20, "integration_method": 0,
                   "stimulus_seed": 4, "ionchannel_seed": 5, "minis_seed": 6, "synapse_seed": 7, "electrodes_file": "e.h5"},
                 "output": {"output_dir": "$OUT", "log_file": "log", "spikes_file": "s.h5", "spikes_sort_order": "by_id"},
                 "conditions": {"celsius": 33, "v_init": -75, "spike_location": "AIS", "extracellular_calcium": 1.05,
                   "randomize_gaba_rise_time": false, "mechanisms": {"ProbAMPANMDA_EMS": {"mg": 1.2, "init_depleted": false}},
                   "modifications": {"a": {"node_set": "x", "type": "TTX"},
                     "b": {"node_set": "y", "type": "ConfigureAllSections", "section_configure": "%s.cm = 2"}}},
                 "inputs": {"p": {"module": "pulse", "input_type": "current_clamp", "delay": 1, "duration": 9, "node_set": "x",
                   "amp_start": 0.5, "width": 2, "frequency": 100, "represents_physical_electrode": true}},
                 "reports": {"r": {"cells": "x", "sections": "dend", "type": "summation", "scaling": "none", "compartments": "center",
                   "variable_name": "i_membrane, IClamp", "unit": "mA/cm2", "dt": 0.1, "start_time": 0, "end_time": 5, "file_name": "f"},
                   "off": {"type": "compartment", "variable_name": "v", "dt": 1, "start_time": 0, "end_time": 5, "enabled": false}},
                 "connection_overrides": [{"name": "o", "source": "x", "target": "y", "weight": 0.5, "spont_minis": 0.1,
                   "synapse_configure": "%s.Fac = 0", "synapse_delay_override": 2},
                   {"name": "l", "source": "x", "target": "y", "weight": 2, "delay": 50}],
                 "metadata": {"anything": [1]}, "beta_features": {}}
                """);
        assertThat(read.circuit()).isEqualTo(folder.resolve("circuit/circuit_config.json"));
        assertThat(read.nodeSetsFile()).contains(folder.resolve("circuit/sets.json"));
        assertThat(read.output().directory()).isEqualTo(folder.resolve("circuit/out"));
        assertThat(read.run().electrodesFile()).contains(folder.resolve("e.h5"));
        assertThat(read.run().stimulusSeed()).isEqualTo(4);
        assertThat(read.run().ionChannelSeed()).isEqualTo(5);
        assertThat(read.run().synapseSeed()).hasValue(7);
        assertThat(read.conditions().spikesAtInitialSegment()).isTrue();
        assertThat(read.conditions().calcium_mM()).hasValue(1.05);
        assertThat(read.conditions().mechanisms().get("ProbAMPANMDA_EMS")).containsEntry("mg", 1.2);
        assertThat(read.conditions().modifications()).extracting("configure").containsExactly("", "%s.cm = 2");
        assertThat(read.inputs().get(0).module()).isEqualTo(new InputModule.Pulse(0.5, 2, 100));
        assertThat(read.inputs().get(0).electrode()).isTrue();
        var report = read.reports().get(0);
        assertThat(read.reports()).hasSize(1);
        assertThat(report.variables()).containsExactly("i_membrane", "IClamp");
        assertThat(report.file()).isEqualTo("f.h5");
        assertThat(report.perArea()).isFalse();
        assertThat(report.everyCompartment()).isFalse();
        assertThat(read.overrides().get(0).minis_Hz()).hasValue(0.1);
        assertThat(read.overrides().get(1).from_ms()).isEqualTo(50);
    }

    @Test
    void whatIsLeftOutHasSonatasDefaults() throws IOException {
        var read = read("{" + RUN + "}");
        assertThat(read.circuit()).isEqualTo(folder.resolve("circuit_config.json"));
        assertThat(read.output().directory()).isEqualTo(folder.resolve("output"));
        assertThat(read.output().spikesFile()).isEqualTo("out.h5");
        assertThat(read.run().spikeThreshold_mV()).isEqualTo(-30);
        assertThat(read.conditions().celsius_degC()).isEqualTo(34);
        assertThat(read.conditions().v_init_mV()).isEqualTo(-80);
        assertThat(read.conditions().calcium_mM()).isEmpty();
        assertThat(read.nodeSet()).isEmpty();
    }

    /** Where, what is put there; the fault is told at that place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/rnu                          | \"rnu\": {}",
                "/target_simulator             | \"target_simulator\": \"NEST\"",
                "/beta_features                | \"beta_features\": {\"x\": 1}",
                "/output/spikes_fil            | \"output\": {\"spikes_fil\": \"x\"}",
                "/output/spikes_sort_order     | \"output\": {\"spikes_sort_order\": \"random\"}",
                "/conditions/randomize_gaba_rise_time | \"conditions\": {\"randomize_gaba_rise_time\": true}",
                "/conditions/spike_location    | \"conditions\": {\"spike_location\": \"dendrite\"}",
                "/conditions/modifications/m/type | \"conditions\": {\"modifications\": {\"m\": {\"node_set\": \"x\", \"type\": \"Lesion\"}}}",
                "/inputs/i/module              | \"inputs\": {\"i\": {\"module\": \"laser\", \"input_type\": \"current_clamp\", \"delay\": 0, \"duration\": 1, \"node_set\": \"x\"}}",
                "/inputs/i/amp_strat           | \"inputs\": {\"i\": {\"module\": \"linear\", \"amp_start\": 1, \"amp_strat\": 1, \"input_type\": \"current_clamp\", \"delay\": 0, \"duration\": 1, \"node_set\": \"x\"}}",
                "/inputs/i/rise_time           | \"inputs\": {\"i\": {\"module\": \"shot_noise\", \"rise_time\": 4, \"decay_time\": 2, \"rate\": 1, \"amp_mean\": 1, \"amp_var\": 1, \"input_type\": \"current_clamp\", \"delay\": 0, \"duration\": 1, \"node_set\": \"x\"}}",
                "/inputs/i/mean                | \"inputs\": {\"i\": {\"module\": \"noise\", \"mean\": 1, \"mean_percent\": 2, \"input_type\": \"current_clamp\", \"delay\": 0, \"duration\": 1, \"node_set\": \"x\"}}",
                "/reports/r/sections           | \"reports\": {\"r\": {\"type\": \"compartment\", \"sections\": \"spine\", \"variable_name\": \"v\", \"dt\": 1, \"start_time\": 0, \"end_time\": 5}}",
                "/reports/r/type               | \"reports\": {\"r\": {\"type\": \"bars\", \"variable_name\": \"v\", \"dt\": 1, \"start_time\": 0, \"end_time\": 5}}",
                "/connection_overrides/0/modoverride | \"connection_overrides\": [{\"name\": \"o\", \"source\": \"x\", \"target\": \"y\", \"modoverride\": \"GluSynapse\"}]",
                "/connection_overrides/0/neuromodulation_dtc | \"connection_overrides\": [{\"name\": \"o\", \"source\": \"x\", \"target\": \"y\", \"neuromodulation_dtc\": 1}]",
                "/connection_overrides/0/spont_minis | \"connection_overrides\": [{\"name\": \"o\", \"source\": \"x\", \"target\": \"y\", \"weight\": 1, \"delay\": 5, \"spont_minis\": 1}]"
            })
    void aKeyThatIsUnknownOrNotSupportedIsRefusedByItsPointer(String pointer, String section) {
        assertThat(faults("{" + RUN + ", " + section + "}"))
                .extracting(FieldFault::field)
                .containsExactly(pointer);
    }

    @Test
    void allFaultsComeTogether() {
        assertThat(faults("""
                {"run": {"tstop": -1, "dt": 0.025, "integration_method": 2}, "conditions": {"celsius": "warm"}}
                """))
                .extracting(FieldFault::field)
                .containsExactlyInAnyOrder(
                        "/run/integration_method", "/run/random_seed", "/run/tstop", "/conditions/celsius");
    }

    @Test
    @EnabledIfSystemProperty(named = "reference.dir", matches = ".+", disabledReason = "needs -Dreference.dir")
    void theExamplesOfTheSpecificationAreRead() {
        for (var useCase : List.of("usecase1", "usecase3", "usecase4")) {
            var file = Path.of(
                    System.getProperty("reference.dir"), "sonata", "bbp-usecases", useCase, "simulation_sonata.json");
            var read = SimulationFile.read(file);
            assertThat(read.reports()).extracting("name").containsExactly("soma_report", "compartment_report");
            assertThat(SimulationFile.looksLike(file)).isTrue();
        }
    }

    private List<FieldFault> faults(String text) {
        var found = new java.util.ArrayList<FieldFault>();
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(Problem.class, problem -> found.addAll(problem.faults()));
        return found;
    }

    private SimulationFile read(String text) throws IOException {
        return SimulationFile.read(Files.writeString(folder.resolve("simulation_config.json"), text));
    }
}
