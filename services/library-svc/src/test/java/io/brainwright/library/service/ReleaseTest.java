package io.brainwright.library.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.morphology.io.SwcMorphology;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.Progress;
import io.brainwright.proto.library.v1.ReleaseRequest;
import io.brainwright.proto.library.v1.ReleaseResult;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Releases of three cells. They stay in target/releases, where .ci/sonata_check.py opens them with foreign readers. */
class ReleaseTest {
    private static final Path RELEASES = Path.of("target/releases");

    private final ThreeCells three = new ThreeCells();

    @Test
    void cellsSynapsesAndRunComeBackFromTheFolder() throws IOException {
        var result = write("whole", request("whole", true).setSimulation(three.run(true)));
        assertThat(result.getFilesList())
                .contains("circuit_config.json", "nodes.h5", "edges.h5", "node_sets.json", "simulation_config.json")
                .contains("morphologies/a.swc", "hoc/cADpyr_L5TPC_A.hoc", "reporting/spikes.h5", "README.md");
        assertThat(result.getBytes()).isPositive();
        var circuit = SonataCircuit.open(Path.of(result.getCircuitConfig()));
        var nodes = circuit.nodes("neurons");
        assertThat(nodes.nodes().floats("x")).containsExactly(1.5f, 2.5f, 3.5f);
        assertThat(nodes.nodes().texts("morphology")).containsExactly("a", "b", "c");
        assertThat(nodes.nodes().texts("layer")).containsExactly("4", "", "5");
        assertThat(nodes.dynamics().floats("threshold_current")).containsOnly(Float.NaN);
        var edges = circuit.edges("neurons__neurons__chemical");
        assertThat(edges.targets()).containsExactly(0, 1, 2, 2);
        assertThat(edges.sources()).containsExactly(1, 0, 0, 0);
        assertThat(edges.edges().floats("conductance")).containsExactly(4, 1, 2, 3);
        var configuration = json("whole", "simulation_config.json");
        assertThat(configuration.at("/inputs/stimulus0/amp_start").asDouble()).isEqualTo(0.4);
        assertThat(configuration.at("/reports/soma_report/end_time").asDouble()).isEqualTo(1);
        assertThat(json("whole", "node_sets.json").at("/Stimulated0/node_id/0").asInt())
                .isEqualTo(1);
    }

    @Test
    void spikesAndVoltagesCarryTheRowsOfTheCells() throws IOException {
        write("run", request("run", true).setSimulation(three.run(true)));
        Hdf5File.read(RELEASES.resolve("run/reporting/spikes.h5"), hdf -> {
            assertThat(Stored.doubles(hdf.getDatasetByPath("spikes/neurons/timestamps")))
                    .containsExactly(ThreeCells.SPIKES_ms);
            assertThat(Stored.longs(hdf.getDatasetByPath("spikes/neurons/node_ids")))
                    .containsExactly(0, 2, 1);
            return hdf;
        });
        Hdf5File.read(RELEASES.resolve("run/reporting/compartment_report.h5"), hdf -> {
            assertThat(Stored.longs(hdf.getDatasetByPath("report/neurons/mapping/index_pointers")))
                    .containsExactly(0, 3, 4, 6);
            assertThat((float[][]) hdf.getDatasetByPath("report/neurons/data").getData())
                    .isDeepEqualTo(new float[][] {
                        {-70, -69.875f, -69.75f, -69.625f, -69.5f, -69.375f},
                        {-69, -68.875f, -68.75f, -68.625f, -68.5f, -68.375f}
                    });
            return hdf;
        });
    }

    /** Fibres are nodes and edges of their own, and their spikes a replay. */
    @Test
    void fibresAreAVirtualPopulationWhoseSpikesAreReplayed() throws IOException {
        var result = write(
                "fibres", request("fibres", true).setThalamic(three.thalamic()).setSimulation(three.runOfFibres()));
        var circuit = SonataCircuit.open(Path.of(result.getCircuitConfig()));
        assertThat(json("fibres", "circuit_config.json")
                        .at("/networks/nodes/1/populations/thalamus/type")
                        .asString())
                .isEqualTo("virtual");
        var edges = circuit.edges("thalamus__neurons__chemical");
        assertThat(edges.sources()).containsExactly(0, 1, 0);
        assertThat(edges.targets()).containsExactly(0, 1, 2);
        assertThat(edges.edges().floats("spine_length")).containsOnly(Float.NaN);
        var input = json("fibres", "simulation_config.json").at("/inputs/stimulus2");
        assertThat(input.path("module").asString()).isEqualTo("synapse_replay");
        Hdf5File.read(
                RELEASES.resolve("fibres").resolve(input.path("spike_file").asString()), hdf -> {
                    assertThat(Stored.doubles(hdf.getDatasetByPath("spikes/thalamus/timestamps")))
                            .containsExactly(0.25, 0.5);
                    return hdf;
                });
    }

    /** A gap junction has no direction: it is an edge there and one back, and each names the other's side. */
    @Test
    void aGapJunctionIsTwoElectricalEdges() throws IOException {
        var result = write("coupled", request("coupled", true).setGapJunctions(three.gapJunctions()));
        var config = json("coupled", "circuit_config.json");
        assertThat(config.at("/networks/edges/1/populations/neurons__neurons__electrical/type")
                        .asString())
                .isEqualTo("electrical");
        var edges = SonataCircuit.open(Path.of(result.getCircuitConfig())).edges("neurons__neurons__electrical");
        assertThat(edges.targets()).containsExactly(0, 2);
        assertThat(edges.sources()).containsExactly(2, 0);
        assertThat(edges.edges().ints("afferent_section_type")).containsExactly(3, 1);
        assertThat(edges.edges().ints("efferent_section_type")).containsExactly(1, 3);
        assertThat(edges.edges().floats("afferent_section_pos")).containsExactly(0.5f, 0);
        assertThat(edges.edges().floats("conductance")).containsExactly(0.2f, 0.2f);
        assertThat(edges.edges().ints("afferent_junction_id")).containsExactly(0, 1);
        assertThat(edges.edges().ints("efferent_junction_id")).containsExactly(1, 0);
    }

    @Test
    void withoutSynapsesSimulationOrSpikesTheFolderIsWholeAllTheSame() throws IOException {
        write("cells", request("cells", false));
        var silent = write("silent", request("silent", false).setSimulation(three.run(false)));
        var circuit = SonataCircuit.open(Path.of(silent.getCircuitConfig()));
        assertThat(circuit.edges("neurons__neurons__chemical").targets()).isEmpty();
        assertThat(RELEASES.resolve("cells/simulation_config.json")).doesNotExist();
        Hdf5File.read(RELEASES.resolve("silent/reporting/spikes.h5"), hdf -> {
            assertThat(Stored.longs(hdf.getDatasetByPath("spikes/neurons/node_ids")))
                    .isEmpty();
            return hdf;
        });
    }

    @Test
    void shapesComeBackSectionBySection() throws IOException {
        write("shapes", request("shapes", false));
        var read = SwcMorphology.read(RELEASES.resolve("shapes/morphologies/b.swc"));
        var given = ThreeCells.shape(1.5f);
        assertThat(read.sectionCount()).isEqualTo(ThreeCells.SECTIONS);
        for (int s = 1; s < given.sectionCount(); s++) {
            assertThat(read.parent(s)).isEqualTo(given.parent(s));
            assertThat(read.type(s)).isEqualTo(given.type(s));
            assertThat(read.length_um(s)).isEqualTo(given.length_um(s));
        }
    }

    /** Section 2 of cell 30 goes on in section 3 alone; synapse 10 -> 30 on section 5 and compartments follow the new numbers. */
    @Test
    void aSectionWithASingleChildDoesNotHinderARelease() throws IOException {
        var shapes = ThreeCells.shapes();
        shapes[2] = ThreeCells.withSingleChild();
        var request = request("joined", true)
                .setMorphologies(three.morphologies(shapes))
                .setSimulation(three.run(true));
        var result = write("joined", request);
        var edges = SonataCircuit.open(Path.of(result.getCircuitConfig())).edges("neurons__neurons__chemical");
        assertThat(edges.edges().ints("afferent_section_id")).containsExactly(2, 4, 0, 4);
        Hdf5File.read(RELEASES.resolve("joined/reporting/compartment_report.h5"), hdf -> {
            assertThat(Stored.longs(hdf.getDatasetByPath("report/neurons/mapping/element_ids")))
                    .containsExactly(0, 1, 2, 0, 0, 4);
            return hdf;
        });
        assertThat(RELEASES.resolve("joined/README.md")).content().contains("(1 of them)");
    }

    @Test
    void aCellWithoutAShapeIsNamed() throws IOException {
        var request = request("shapeless", false)
                .setMorphologies(three.morphologies(ThreeCells.shape(1), ThreeCells.shape(2)))
                .build();
        assertThatThrownBy(() -> new ReleaseWriter(three.datasets).write(request, _ -> {}))
                .hasMessageContaining("Cell 'c' has no row");
        assertThat(RELEASES.resolve("shapeless")).doesNotExist();
        assertThat(RELEASES.resolve("shapeless.part")).doesNotExist();
    }

    @Test
    void theRequestsFaultsAreToldTogetherAndNothingIsWritten() throws IOException {
        var folder = Files.createDirectories(RELEASES.resolve("occupied"));
        Files.writeString(folder.resolve("mine.txt"), "keep");
        var request =
                ReleaseRequest.newBuilder().setDirectory(folder.toString()).build();
        assertThatThrownBy(() -> new ReleaseWriter(three.datasets).write(request, _ -> {}))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults())
                                .extracting("field")
                                .containsExactly("cells", "morphologies", "directory"));
        assertThat(folder.resolve("mine.txt")).hasContent("keep");
    }

    private ReleaseRequest.Builder request(String name, boolean connected) throws IOException {
        var folder = RELEASES.resolve(name);
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
        var request = ReleaseRequest.newBuilder()
                .setCells(three.cells())
                .setMorphologies(three.morphologies(ThreeCells.shapes()))
                .setDirectory(folder.toString());
        return connected ? request.setSynapses(three.synapses()) : request;
    }

    private ReleaseResult write(String name, ReleaseRequest.Builder request) {
        var progress = new ArrayList<Progress>();
        var result = new ReleaseWriter(three.datasets).write(request.build(), progress::add);
        assertThat(progress).as(name).isNotEmpty();
        return result;
    }

    private static JsonNode json(String release, String file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(RELEASES.resolve(release).resolve(file)));
    }
}
