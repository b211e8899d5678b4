package io.brainwright.sonata.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.check.CircuitCheck;
import io.brainwright.sonata.check.Finding;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Hdf5Copy;
import io.brainwright.sonata.inspect.Inspection;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitEditTest {
    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void allen() throws IOException {
        config = AllenCircuit.in(Files.createDirectory(folder.resolve("allen")));
    }

    @Test
    void groupsAndTablesOfTypesAreAttributesLikeOthers() {
        var circuit = SonataCircuit.open(config);
        var nodes = circuit.nodes("v1").nodes();
        assertThat((double[]) nodes.array("tuning_angle")).containsExactly(30, 90, Double.NaN);
        assertThat((double[]) nodes.array("x")).containsExactly(Double.NaN, Double.NaN, 5);
        assertThat(nodes.texts("pop_name")).containsExactly("Scnn1a \"wide\" cells", "Scnn1a \"wide\" cells", "");
        var edges = circuit.edges("v1_v1").edges();
        assertThat((double[]) edges.array("delay")).containsExactly(1.5, 2, 1.5);
        assertThat((double[]) edges.array("syn_weight")).containsExactly(Double.NaN, 0.25, Double.NaN);
        assertThat(edges.ints("nsyns")).containsExactly(3, 1, 2);
        assertThat(Inspection.of(config).populations().getFirst().sentence())
                .isEqualTo("v1: 3 biophysical nodes, 5 attributes: tuning_angle x model_type ei pop_name");
    }

    @Test
    void aCopyHoldsEveryFileAndKey() throws IOException {
        var copy = CircuitEdit.write(config, folder.resolve("copy"), List.of());
        for (var name : List.of("nodes.h5", "edges.h5", "node_types.csv", "edge_types.csv")) {
            assertThat(copy.resolveSibling(name)).hasSameBinaryContentAs(config.resolveSibling(name));
        }
        assertThat(Files.readString(copy)).contains("unheard_of");
    }

    @Test
    void whatLiesOutsideComesAlong() throws IOException {
        Files.createDirectory(folder.resolve("shapes"));
        Files.writeString(folder.resolve("shapes/a.swc"), "1 1 0 0 0 1 -1\n");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace(
                                "\"unheard_of\"",
                                "\"components\": {\"morphologies_dir\": \"../shapes\"}, \"unheard_of\""));
        var copy = CircuitEdit.write(config, folder.resolve("copy"), List.of());
        assertThat(copy.resolveSibling("outside/shapes/a.swc")).hasContent("1 1 0 0 0 1 -1\n");
        assertThat(Files.readString(copy)).contains("./outside/shapes");
    }

    @Test
    void aPropertyGoesToTheGroupsAndAllElseIsCarried() throws IOException {
        var table = Files.writeString(folder.resolve("p.csv"), "node_id,rate,kind\n2,0.5,b\n0,1.5,a\n1,2.5,\"b,c\"\n");
        var copy = CircuitEdit.write(config, folder.resolve("new"), List.of(new AddedProperty("v1", table)));
        var nodes = SonataCircuit.open(copy).nodes("v1").nodes();
        assertThat((double[]) nodes.array("rate")).containsExactly(1.5, 2.5, 0.5);
        assertThat(nodes.texts("kind")).containsExactly("a", "b,c", "b");
        var before = contents(config.resolveSibling("nodes.h5"));
        assertThat(contents(copy.resolveSibling("nodes.h5"))).containsAllEntriesOf(before);
        assertThat(before).containsKey("/unheard_of/kept").containsKey("/nodes/v1@note");
    }

    @Test
    void completionMakesIndicesAndNamesPopulations() {
        var copy = CircuitEdit.write(config, folder.resolve("new"), List.of(new Completion()));
        assertThat(reasons(copy)).doesNotContain("INDEX_MISSING", "POPULATIONS_NOT_LISTED");
        assertThat(reasons(config)).contains("INDEX_MISSING", "POPULATIONS_NOT_LISTED", "EDGES_NOT_SORTED");
        assertThat(contents(copy.resolveSibling("edges.h5")))
                .containsAllEntriesOf(contents(config.resolveSibling("edges.h5")))
                .containsKey("/edges/v1_v1/indices/target_to_source/node_id_to_ranges");
    }

    @Test
    void populationsAreAdded() throws IOException {
        var nodes = Files.writeString(folder.resolve("n.csv"), "node_id,x\n1,2.5\n0,1.5\n");
        var edges = Files.writeString(folder.resolve("e.csv"), "source_node_id,target_node_id,delay\n1,2,3\n0,0,1\n");
        var copy = CircuitEdit.write(
                config,
                folder.resolve("new"),
                List.of(
                        new AddedNodes("lgn", "virtual", nodes),
                        new AddedEdges("lgn_v1", "chemical", "lgn", "v1", edges)));
        var circuit = SonataCircuit.open(copy);
        assertThat(circuit.nodes("lgn").nodes().floats("x")).containsExactly(1.5f, 2.5f);
        assertThat(circuit.edges("lgn_v1").targets()).containsExactly(0, 2);
        assertThat(circuit.edges("v1_v1").targets()).containsExactly(0, 1, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node_id,w;0,1;1,2|node_id 2 is missing",
                "node_id,w;0,1;1,2;9,3|line 4 names node_id 9; ids run from 0 to 2",
                "node_id,w;0,1;1,2;1,3|line 4 names node_id 1 again",
                "id,w;0,1;1,2;2,3|must be 'node_id'",
                "node_id,w:uint32;0,1;1,2;2,-3|line 4 has '-3' under 'w:uint32'",
                "node_id,w;0,1;1;2,3|line 3 has 1 fields, the first line 2",
                "node_id,x;0,1;1,2;2,3|has [x] already"
            })
    void aTableThatDoesNotFitLeavesNothing(String lines, String told) throws IOException {
        var table = Files.writeString(folder.resolve("p.csv"), lines.replace(';', '\n') + "\n");
        assertThatThrownBy(
                        () -> CircuitEdit.write(config, folder.resolve("new"), List.of(new AddedProperty("v1", table))))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains(told));
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(folder.resolve("new.part")).doesNotExist();
    }

    @Test
    void edgesToNobodyAreRefusedAndNothingIsLeft() throws IOException {
        var edges = Files.writeString(folder.resolve("e.csv"), "source_node_id,target_node_id\n0,3\n");
        assertThatThrownBy(() -> CircuitEdit.write(
                        config, folder.resolve("new"), List.of(new AddedEdges("e", "chemical", "v1", "v1", edges))))
                .hasMessageContaining("cannot be written")
                .satisfies(p -> assertThat(((Problem) p).sentence()).contains("names node 3", "0 to 2"));
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void faultsOfACircuitAreFoundWithTheirPlace() throws IOException {
        var table =
                Files.writeString(folder.resolve("d.csv"), "source_node_id,target_node_id,delay\n0,1,3000\n1,0,2000\n");
        assertThatThrownBy(() -> CircuitEdit.write(
                        config, folder.resolve("new"), List.of(new AddedEdges("slow", "chemical", "v1", "v1", table))))
                .hasMessageContaining("below 10 um/ms");
        Files.writeString(config.resolveSibling("edge_types.csv"), "edge_type_id delay\n7 1\n");
        assertThatThrownBy(() -> SonataCircuit.open(config).edges("v1_v1")).hasMessageContaining("of type 8");
        var whole = Files.readAllBytes(config.resolveSibling("edges.h5"));
        Files.write(config.resolveSibling("edges.h5"), java.util.Arrays.copyOf(whole, whole.length - 200));
        assertThatThrownBy(() -> SonataCircuit.open(config)).hasMessageContaining("edges.h5");
    }

    /** Each of the published files, written again by our own writer: the same objects, types, shapes and values. */
    @Test
    @EnabledIfSystemProperty(named = "reference.dir", matches = ".+", disabledReason = "needs -Dreference.dir")
    void publishedFilesAreWrittenAgainWithoutLoss() throws IOException {
        try (var files = Files.walk(Path.of(System.getProperty("reference.dir"), "sonata"))) {
            var all = files.filter(f -> f.toString().endsWith(".h5")).toList();
            assertThat(all).hasSizeGreaterThan(30);
            for (var file : all) {
                var again = folder.resolve("again.h5");
                Hdf5Copy.write(file, again, Map.of());
                assertThat(contents(again)).as(file.toString()).isEqualTo(contents(file));
            }
        }
    }

    private static List<String> reasons(Path config) {
        return CircuitCheck.of(SonataCircuit.open(config)).stream()
                .map(Finding::reason)
                .toList();
    }

    /** Everything in a file by its path: type, shape and values. */
    private static SortedMap<String, String> contents(Path file) {
        var all = new TreeMap<String, String>();
        try (var hdf = new HdfFile(file)) {
            list(hdf, "", all);
        }
        return all;
    }

    private static void list(Group group, String path, Map<String, String> all) {
        group.getAttributes().forEach((name, a) -> all.put(path + "@" + name, told(a.getJavaType(), a.getData())));
        group.getChildren().forEach((name, child) -> {
            var at = path + "/" + name;
            if (child instanceof Group inner) {
                list(inner, at, all);
            } else if (child instanceof Dataset data) {
                data.getAttributes().forEach((n, a) -> all.put(at + "@" + n, told(a.getJavaType(), a.getData())));
                all.put(
                        at,
                        "class %d, %d bytes, %s %s"
                                .formatted(
                                        data.getDataType().getDataClass(),
                                        data.getDataType().getSize(),
                                        List.of(java.util.Arrays.stream(data.getDimensionsAsLong())
                                                .boxed()
                                                .toArray()),
                                        told(data.getJavaType(), data.getSize() == 0 ? "" : data.getData())));
            }
        });
    }

    private static String told(Class<?> type, Object data) {
        return type + java.util.Arrays.deepToString(new Object[] {data});
    }
}
