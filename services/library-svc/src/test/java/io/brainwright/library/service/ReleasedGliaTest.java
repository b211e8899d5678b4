package io.brainwright.library.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.morphology.io.SwcMorphology;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.ReleaseRequest;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A release with astrocytes, vessels and their edges; it stays in target/releases, where .ci/sonata_check.py opens it with foreign readers. */
class ReleasedGliaTest {
    private static final String WRAPPED = "astrocytes__neurons__synapse_astrocyte";
    private static final String FEET = "vasculature__astrocytes__endfoot";

    private final ThreeCells three = new ThreeCells();
    private Path folder = Path.of("target/releases/glia");
    private final SmallTissue tissue = new SmallTissue(three);

    @Test
    void astrocytesAreSpheresInTheOrderOfTheirIds() throws IOException {
        var nodes = released().nodes("astrocytes").nodes();
        assertThat(nodes.floats("x")).containsExactly(5, 15);
        assertThat(nodes.floats("radius")).containsExactly(4, 4);
        assertThat(nodes.texts("mtype")).containsExactly("ASTRO", "L5_ASTRO");
        assertThat(nodes.texts("layer")).containsExactly("", "5");
        assertThat(nodes.texts("morphology")).containsExactly("astrocyte_000004", "astrocyte_000009");
        assertThat(nodes.texts("model_template")).containsOnly("NULL");
        assertThat(nodes.texts("model_type")).containsOnly("astrocyte");
        var shape = SwcMorphology.read(folder.resolve("morphologies_astrocytes/astrocyte_000009.swc"));
        assertThat(shape.sectionCount()).isEqualTo(1);
        assertThat(shape.somaRadius_um()).isEqualTo(4);
    }

    @Test
    void vesselsKeepTheirPiecesAndHaveSonatasTypes() throws IOException {
        var nodes = released().nodes("vasculature").nodes();
        assertThat(nodes.floats("start_diameter")).containsExactly(4, 3, 2, 2);
        assertThat(nodes.floats("end_y")).containsExactly(-10, -20, -20, -20);
        assertThat(nodes.ints("section_id")).containsExactly(0, 0, 1, 2);
        assertThat(nodes.longs("end_node")).containsExactly(1, 2, 3, 4);
        var group = "nodes/vasculature/0/";
        assertThat(type("nodes_vasculature.h5", group + "type")).isEqualTo("int32");
        assertThat(type("nodes_vasculature.h5", group + "section_id")).isEqualTo("uint32");
        assertThat(type("nodes_vasculature.h5", group + "end_node")).isEqualTo("uint64");
        assertThat(type("nodes_vasculature.h5", group + "end_diameter")).isEqualTo("float32");
        assertThat(longs("nodes_vasculature.h5", group + "type")).containsExactly(4, 4, 7, 3);
    }

    /** Section 0 goes on in sections 1 and 2, which begin where it ends. */
    @Test
    void theSectionsOfTheVesselsAreALineOfPointsEach() throws IOException {
        released();
        assertThat((float[][]) at("vasculature.h5", "points", Dataset::getData)).isDeepEqualTo(new float[][] {
            {0, 0, 0, 4},
            {0, -10, 0, 3},
            {0, -20, 0, 2},
            {0, -20, 0, 2},
            {10, -20, 0, 2},
            {0, -20, 0, 2},
            {-10, -20, 0, 2}
        });
        assertThat((long[][]) at("vasculature.h5", "structure", Dataset::getData))
                .isDeepEqualTo(new long[][] {{0, 4}, {3, 7}, {5, 3}});
        assertThat((long[][]) at("vasculature.h5", "connectivity", Dataset::getData))
                .isDeepEqualTo(new long[][] {{0, 1}, {0, 2}});
    }

    @Test
    void endFeetGoFromVesselsToAstrocytesInTheOrderOfThose() throws IOException {
        var feet = released().edges(FEET);
        assertThat(feet.source()).isEqualTo("vasculature");
        assertThat(feet.target()).isEqualTo("astrocytes");
        assertThat(feet.targets()).containsExactly(0, 1, 1);
        assertThat(feet.sources()).containsExactly(0, 1, 3);
        assertThat(feet.edges().longs("endfoot_id")).containsExactly(2, 0, 1);
        assertThat(feet.edges().ints("vasculature_section_id")).containsExactly(0, 0, 2);
        assertThat(feet.edges().ints("astrocyte_section_id")).containsOnly(0);
        indexed("edges_endfeet.h5", FEET, "source_to_target", feet.sources(), 4);
        indexed("edges_endfeet.h5", FEET, "target_to_source", feet.targets(), 2);
    }

    /** The compartment of foot 0 is 5 um long and 2 um wide: 5 pi um3 over 20 um2. A foot that could not spread has no thickness. */
    @Test
    void areasStandByTheIdOfTheFoot() throws IOException {
        released();
        assertThat((float[]) at("endfeet_areas.h5", "data/surface_area", Dataset::getData))
                .containsExactly(20, 20, 0);
        assertThat((float[]) at("endfeet_areas.h5", "data/surface_thickness", Dataset::getData))
                .containsExactly((float) (Math.PI / 4), (float) (Math.PI / 5), Float.NaN);
        assertThat(longs("endfeet_areas.h5", "offsets/points")).containsExactly(0, 0, 0, 0);
    }

    /** Rows 0 to 3 of the synapses become the edges 1, 2, 3 and 0: edges are sorted by target. */
    @Test
    void aWrappedSynapseIsNamedByItsNumberInTheRelease() throws IOException {
        var circuit = released();
        var wrapped = circuit.edges(WRAPPED);
        assertThat(wrapped.sources()).containsExactly(0, 1, 0, 1);
        assertThat(wrapped.targets()).containsExactly(0, 1, 2, 2);
        assertThat(wrapped.edges().longs("synapse_id")).containsExactly(0, 1, 2, 3);
        assertThat(wrapped.edges().floats("distance_um")).containsExactly(4, 1, 2, 3);
        assertThat(wrapped.edges().floats("astrocyte_center_x")).containsExactly(5, 15, 5, 15);
        assertThat(wrapped.edges().texts("synapse_population")).containsOnly("neurons__neurons__chemical");
        var synapses = circuit.edges("neurons__neurons__chemical");
        assertThat(LongStream.of(wrapped.edges().longs("synapse_id"))
                        .map(s -> synapses.targets()[(int) s])
                        .toArray())
                .isEqualTo(wrapped.targets());
        String named = at(
                "edges_wrapped.h5", "edges/%s/0/synapse_id".formatted(WRAPPED), d -> Stored.text(d, "edge_population"));
        assertThat(named).isEqualTo("neurons__neurons__chemical");
        indexed("edges_wrapped.h5", WRAPPED, "source_to_target", wrapped.sources(), 2);
        indexed("edges_wrapped.h5", WRAPPED, "target_to_source", wrapped.targets(), 3);
    }

    /** Two cubes that share a face: its two triangles name the other astrocyte, the other ten the wall. */
    @Test
    void domainsAreClosedAndKnowTheirNeighbours() throws IOException {
        released();
        assertThat(longs("microdomains.h5", "offsets/points")).containsExactly(0, 8, 16);
        assertThat(longs("microdomains.h5", "offsets/triangle_data")).containsExactly(0, 12, 24);
        long[] neighbours = longs("microdomains.h5", "data/neighbors");
        assertThat(LongStream.of(neighbours).limit(12).filter(n -> n == 1)).hasSize(2);
        assertThat(LongStream.of(neighbours).skip(12).filter(n -> n == 0)).hasSize(2);
        assertThat(LongStream.of(neighbours).filter(n -> n == -1)).hasSize(20);
        float[][] points = at("microdomains.h5", "data/points", d -> (float[][]) d.getData());
        long[][] triangles = at("microdomains.h5", "data/triangle_data", d -> (long[][]) d.getData());
        for (int t = 0; t < 12; t++) {
            for (int corner = 1; corner < 4 && neighbours[t] == 1; corner++) {
                assertThat(points[(int) triangles[t][corner]][0]).isEqualTo(10);
            }
        }
    }

    @Test
    void astrocytesWithoutDomainsHaveAFileWithoutRows() throws IOException {
        folder = Path.of("target/releases/astrocytes");
        write(request().setAstrocytes(tissue.astrocytes(false)));
        assertThat(longs("microdomains.h5", "offsets/points")).containsExactly(0, 0, 0);
        assertThat(config().at("/networks/edges")).hasSize(1);
    }

    @Test
    void vesselsStandWithoutAstrocytes() throws IOException {
        folder = Path.of("target/releases/vessels");
        var circuit = write(request().setVessels(tissue.vessels()));
        assertThat(circuit.nodes()).extracting("type").containsExactly("biophysical", "vasculature");
        assertThat(circuit.edges()).hasSize(1);
        assertThat(folder.resolve("microdomains.h5")).doesNotExist();
    }

    @Test
    void theConfigurationNamesEveryFile() throws IOException {
        released();
        var nodes = config().at("/networks/nodes");
        assertThat(nodes.at("/1/populations/astrocytes/type").asString()).isEqualTo("astrocyte");
        for (var path : new String[] {
            "/1/populations/astrocytes/morphologies_dir",
            "/1/populations/astrocytes/microdomains_file",
            "/2/populations/vasculature/vasculature_file",
            "/2/populations/vasculature/vasculature_mesh"
        }) {
            assertThat(folder.resolve(nodes.at(path).asString().replace("$BASE_DIR/", "")))
                    .as(path)
                    .exists();
        }
        var feet = config().at("/networks/edges/1/populations/" + FEET);
        assertThat(feet.path("type").asString()).isEqualTo("endfoot");
        assertThat(folder.resolve(feet.path("endfeet_meshes_file").asString().replace("$BASE_DIR/", "")))
                .exists();
        var sets = JsonMapper.shared().readTree(Files.readString(folder.resolve("node_sets.json")));
        assertThat(sets.at("/Astrocytes/population").asString()).isEqualTo("astrocytes");
        assertThat(sets.at("/Capillaries/kind").asString()).isEqualTo("capillary");
    }

    @Test
    void edgesOfOtherCellsOrSynapsesAreRefusedTogether() throws IOException {
        folder = Path.of("target/releases/mixed");
        var astrocytes = tissue.astrocytes(false);
        var others = tissue.astrocytes(true);
        var vessels = tissue.vessels();
        var synapses = three.synapses();
        var request = request()
                .setAstrocytes(astrocytes)
                .setEndfeet(tissue.endfeet(others, vessels))
                .setSynapses(synapses)
                .setWrapped(tissue.wrapped(astrocytes, three.synapses()));
        assertThatThrownBy(() -> write(request))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults())
                                .extracting("field")
                                .containsExactly("endfeet", "vessels", "wrapped"));
        assertThat(folder).doesNotExist();
    }

    private SonataCircuit released() throws IOException {
        var astrocytes = tissue.astrocytes(true);
        var vessels = tissue.vessels();
        var synapses = three.synapses();
        return write(request()
                .setSynapses(synapses)
                .setAstrocytes(astrocytes)
                .setVessels(vessels)
                .setEndfeet(tissue.endfeet(astrocytes, vessels))
                .setWrapped(tissue.wrapped(astrocytes, synapses)));
    }

    private ReleaseRequest.Builder request() throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
        return ReleaseRequest.newBuilder()
                .setCells(three.cells())
                .setMorphologies(three.morphologies(ThreeCells.shapes()))
                .setDirectory(folder.toString());
    }

    private SonataCircuit write(ReleaseRequest.Builder request) {
        var result = new ReleaseWriter(three.datasets).write(request.build(), _ -> {});
        return SonataCircuit.open(Path.of(result.getCircuitConfig()));
    }

    private JsonNode config() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("circuit_config.json")));
    }

    /** Every node's ranges hold its edges and no others. */
    private void indexed(String file, String population, String side, long[] nodeOfEdge, int nodes) {
        var group = "edges/%s/indices/%s/".formatted(population, side);
        long[][] ranges = at(file, group + "node_id_to_ranges", Stored::pairs);
        long[][] edges = at(file, group + "range_to_edge_id", Stored::pairs);
        assertThat(ranges).hasNumberOfRows(nodes);
        for (int node = 0; node < nodes; node++) {
            var found = LongStream.builder();
            for (long r = ranges[node][0]; r < ranges[node][1]; r++) {
                LongStream.range(edges[(int) r][0], edges[(int) r][1]).forEach(found);
            }
            long id = node;
            assertThat(found.build().sorted().toArray())
                    .isEqualTo(LongStream.range(0, nodeOfEdge.length)
                            .filter(e -> nodeOfEdge[(int) e] == id)
                            .toArray());
        }
    }

    private String type(String file, String path) {
        return at(file, path, d -> switch (d.getDataType()) {
            case FixedPoint whole -> (whole.isSigned() ? "int" : "uint") + 8 * whole.getSize();
            case FloatingPoint real -> "float" + 8 * real.getSize();
            case Object other -> other.toString();
        });
    }

    private long[] longs(String file, String path) {
        return at(file, path, Stored::longs);
    }

    private <T> T at(String file, String path, Function<Dataset, T> read) {
        return Hdf5File.read(folder.resolve(file), hdf -> read.apply(hdf.getDatasetByPath(path)));
    }
}
