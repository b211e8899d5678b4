package io.brainwright.sim.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Scaled;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.synapse.SynapseType.Exp2Syn;
import io.brainwright.sonata.simulation.SpikesReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain Allen circuits: the network that their files mean. What BMTK and NEURON make of one is in .ci/allen_check.py. */
class BioNetExperimentTest {
    @TempDir
    private Path folder;

    private Path config = Path.of("");

    @BeforeEach
    void circuit() throws IOException {
        config = AllenCells.write(folder);
    }

    @Test
    void cellsHaveTheirModels() {
        var network = SonataExperiment.network(config);
        assertThat(network.run()).isEqualTo(new Network.Run(0.025, 20, 34, -80, 0));
        assertThat(network.cells()).hasSize(3).extracting("threshold_mV").containsOnly(-20.0);
        var perisomatic = network.cells().getFirst();
        assertThat(perisomatic.detectorNode()).isEqualTo(perisomatic.shape().compartmentAt(0, 0.5));
        var soma = perisomatic.model().membrane("soma").mechanisms();
        assertThat(soma.keySet()).containsExactlyInAnyOrder(Mechanism.pas, Mechanism.NaTg, Mechanism.Kv31);
        assertThat(value(soma, Mechanism.NaTg, "gbar_S_cm2")).isEqualTo(1.5);
        assertThat(value(soma, Mechanism.Kv31, "gbar_S_cm2")).isEqualTo(0.5);
        assertThat(value(soma, Mechanism.pas, "g_S_cm2")).isEqualTo(1e-3); // NEURON's own, where nothing is said
        var basal = perisomatic.model().membrane("basal");
        assertThat(basal.cm_uF_cm2()).isEqualTo(2);
        assertThat(value(basal.mechanisms(), Mechanism.pas, "e_mV")).isEqualTo(-80);
        assertThat(basal.mechanisms().keySet()).extracting(Mechanism::name).contains("Drain");
        assertThat(perisomatic.model().ions().ena_mV()).isEqualTo(53);
        assertThat(perisomatic.model().ions().ek_mV()).isEqualTo(-95);
        var active = network.cells().getLast();
        assertThat(active.model().membrane("soma").cm_uF_cm2()).isEqualTo(1);
        assertThat(active.model().ions().ena_mV()).isEqualTo(55); // only its axon has sodium channels
        double stub_um = active.shape().diameter_um(active.shape().compartmentAt(19, 0.5));
        assertThat(stub_um).isGreaterThan(1.2); // as thick as the axon; a perisomatic cell's is 1 um
        assertThat(perisomatic.shape().diameter_um(perisomatic.shape().compartmentAt(19, 0.5)))
                .isEqualTo(1);
        assertThat(network.cells().get(1).shape()).isSameAs(perisomatic.shape());
    }

    @Test
    void edgesBecomeSynapses() {
        var network = SonataExperiment.network(config);
        var local = network.connections();
        assertThat(local).hasSize(1);
        assertThat(local.getFirst().source()).isZero();
        assertThat(local.getFirst().delay_ms()).isEqualTo(0.5);
        assertThat(local.getFirst().weight_uS()).isEqualTo(0.125);
        var onto = network.synapses().get(local.getFirst().synapse());
        assertThat(onto.cell()).isEqualTo(2);
        assertThat(onto.node()).isEqualTo(network.cells().get(2).shape().compartmentAt(0, 0.5));
        assertThat(onto.type()).isEqualTo(new Exp2Syn(0.3, 3, 0));

        var placed = network.eventLists().getFirst();
        assertThat(placed.times_ms()).containsExactly(3.5, 9.5);
        assertThat(placed.weight_uS()).isEqualTo(0.03125);
        var at = network.synapses().get(placed.synapse());
        assertThat(at.cell()).isZero();
        assertThat(at.node()).isEqualTo(network.cells().getFirst().shape().compartmentAt(3, 0.25));

        var drawn = network.eventLists().subList(1, 4);
        assertThat(drawn).allMatch(events -> events.weight_uS() == 0.0625 && events.times_ms()[0] == 5);
        var shape = network.cells().get(1).shape();
        assertThat(drawn)
                .allMatch(events -> shape.group(
                                network.synapses().get(events.synapse()).node())
                        .equals("apical"));
        assertThat(network.eventLists()).hasSize(4);
    }

    @Test
    void currentsGoWhereTheyAreAsked() throws IOException {
        replace(
                "simulation_config.json",
                "\"amp\": 0.75",
                "\"amp\": 0.75, \"section_name\": \"axon\", \"section_index\": 1");
        var network = SonataExperiment.network(config);
        int second = network.cells().getFirst().shape().compartmentAt(20, 0.5);
        assertThat(network.stimuli()).containsExactly(new Network.Current(0, second, 5, 12, 0.75, 1, 0));
    }

    @Test
    void itRunsAndWritesWhatIsAsked() throws IOException {
        var summary =
                SonataExperiment.run(config, Backend.JAVA, 1, null, _ -> {}).getFirst();
        assertThat(summary.notes()).anyMatch(note -> note.contains("3 places are drawn"));
        var spikes = Objects.requireNonNull(
                SpikesReader.read(folder.resolve("out/spikes.h5")).get("cortex"));
        assertThat(spikes.node_ids()).contains(0L, 1L, 2L); // stepped, driven by a fibre, driven by cortex/0
        var table = Files.readAllLines(folder.resolve("out/spikes.csv"));
        assertThat(table.getFirst()).isEqualTo("timestamps population node_ids");
        assertThat(table).hasSize(1 + spikes.node_ids().length);
        assertThat(folder.resolve("out/v.h5")).isNotEmptyFile();
        var again = folder.resolve("again");
        SonataExperiment.run(config, Backend.JAVA, 2, again, _ -> {});
        for (var name : List.of("spikes.h5", "spikes.csv", "v.h5")) {
            assertThat(again.resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("out").resolve(name));
        }
    }

    @Test
    void spikesAreReadFromATableToo() throws IOException {
        Files.writeString(
                folder.resolve("spikes.csv"), "timestamps population node_ids\n2 fibres 0\n8 fibres 0\n3 fibres 1\n");
        var before = SonataExperiment.network(config).eventLists();
        replace(
                "simulation_config.json",
                "\"h5\", \"input_file\": \"spikes.h5\"",
                "\"csv\", \"input_file\": \"spikes.csv\"");
        var after = SonataExperiment.network(config).eventLists();
        assertThat(after.getFirst().times_ms()).isEqualTo(before.getFirst().times_ms());
        assertThat(after).hasSameSizeAs(before);
    }

    /** What is changed in a file, and the words that must be told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        cortex_types.csv       | ctdb:Biophys1.hoc aibs_p | hoc:Mine aibs_p    | cortex/0: model_template; hoc:Mine
        cortex_types.csv       | aibs_allactive      | aibs_other              | cortex/2: model_processing; aibs_other
        cortex_types.csv       | 100 biophysical     | 100 point_process       | cortex/0: model_type; point_process
        cortex_types.csv       | cell.swc            | none.swc                | cortex/0: morphology; none.swc
        cortex_types.csv       | active.json         | none.json               | cortex/2: dynamics_params; none.json
        models/peri.json       | bw_Kv31", "value"   | bw_Kv9", "value"        | /genome/1/name; bw_Kv9
        models/peri.json       | "mechanism": "NaTg" | "mechanism": "NaV"      | /genome/0/mechanism; NaV; Drain
        models/peri.json       | "ra": 120.0,        | ``                      | /passive/0/ra; missing
        models/peri.json       | "section": "dend", "name": "g_pas" | "section": "glob", "name": "g_pas" | /genome/3/section; glob
        models/peri.json       | gbar_NaTg", "value": 1.5, "mechanism": "NaTg" | gbar_Ca_HVA", "value": 1e-5, "mechanism": "Ca_HVA" | cai; soma
        models/active.json     | "section": "axon", "name": "Ra", "value": 80.0, "mechanism": "" | "section": "soma", "name": "gbar_NaTg", "value": 1, "mechanism": "NaTg" | erev; ena; 55.0; 60.0
        mods/modfiles/Drain.mod | NONSPECIFIC_CURRENT i | POINTER p NONSPECIFIC_CURRENT i | /genome/2/mechanism; Drain.mod
        edge_types.csv         | 1 exp2syn           | 1 stp2syn               | fibres_cortex, edge 0: model_template; stp2syn
        edge_types.csv         | 0.0625 wmax         | 0.0625 gaussianLL       | fibres_cortex, edge 1: weight_function; gaussianLL
        edge_types.csv         | 1 exp2syn exc.json  | 1 exp2syn none.json     | fibres_cortex, edge 0: dynamics_params; none.json
        edge_types.csv         | ['apic']            | ['spine']               | fibres_cortex, edge 1: target_sections; spine
        edge_types.csv         | 0.5 0.125           | 0.01 0.125              | cortex_cortex, edge 0: delay; 0.025
        synapses/exc.json      | "tau2": 3.0         | "tau2": 0.1             | tau1; 0.3; 0.1
        circuit_config.json    | , "mechanisms_dir": "$BASE/mods" | ``         | /genome/2/mechanism; Drain
        simulation_config.json | "node_set": "first" | "node_set": "second"    | /inputs/step/node_set; second
        simulation_config.json | "node_set": "fibres" | "node_set": "cortex"   | /inputs/fibres/node_set; virtual
        simulation_config.json | "amp": 0.75         | "section_name": "soma", "section_index": 1, "amp": 0.75 | /inputs/step/section_index; 1 sections
        """)
    void whatCannotBeSimulatedIsNamed(String file, String from, String to, String words) throws IOException {
        replace(file, from, to);
        assertThatThrownBy(() -> SonataExperiment.network(config))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains(words.split("; ")));
    }

    @Test
    void aPlaceThatTheCellDoesNotHaveIsNamed() throws IOException {
        AllenCells.write(folder, 21);
        assertThatThrownBy(() -> SonataExperiment.network(config))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.sentence())
                                .contains("fibres_cortex, edge 0: sec_id", "21.0", "cortex/0", "0 to 20"));
    }

    @Test
    void faultsOfAllEdgesComeTogether() throws IOException {
        replace("edge_types.csv", "1 exp2syn", "1 stp2syn");
        replace("edge_types.csv", "0.0625 wmax", "0.0625 gaussianLL");
        assertThatThrownBy(() -> SonataExperiment.network(config))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("stp2syn", "gaussianLL"));
    }

    @Test
    void whatNeedsTheExtendedFormSaysSo() {
        assertThatThrownBy(() -> SonataExperiment.export(config, folder.resolve("export")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.sentence()).contains("plain Allen circuit", "sim export", "BMTK"));
    }

    private static double value(Map<Mechanism, Map<String, Scaled>> membrane, Mechanism mechanism, String parameter) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(membrane.get(mechanism)).get(parameter))
                .value();
    }

    private void replace(String name, String from, String to) throws IOException {
        var file = folder.resolve(name);
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
