package io.brainwright.sonata.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.hdf5.Columns;
import io.jhdf.HdfFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    @TempDir
    private Path folder;

    @Test
    void nodesComeBackAsTheyWereWritten() {
        var file = folder.resolve("nodes.h5");
        NodesWriter.write(file, "cells", SmallCircuit.nodes(), SmallCircuit.dynamics());
        var read = NodePopulation.read(file, "cells");
        SmallCircuit.nodes()
                .arrays()
                .forEach((name, array) ->
                        assertThat(read.nodes().array(name)).as(name).isEqualTo(array));
        assertThat(read.dynamics().floats("threshold_current")).containsExactly(0.1f, Float.NaN, 0.3f);
    }

    @Test
    void edgesComeBackSortedByTargetAndStableWithinIt() {
        var file = folder.resolve("edges.h5");
        write(file);
        var read = EdgePopulation.read(file, "cells__cells__chemical");
        assertThat(read.targets()).containsExactly(0, 0, 1, 1, 2);
        assertThat(read.sources()).containsExactly(1, 2, 0, 0, 0);
        assertThat(read.edges().floats("conductance")).containsExactly(1, 2, 0, 3, 4);
        assertThat(read.edges().ints("syn_type_id")).containsExactly(1, 2, 0, 3, 4);
        assertThat(read.source()).isEqualTo("cells");
    }

    @Test
    void anIndexHasTheNameThatBmtkKnowsToo() {
        var path = folder.resolve("edges.h5");
        write(path);
        try (var file = new HdfFile(path)) {
            for (var side : new String[] {"source_to_target", "target_to_source"}) {
                var index = "/edges/cells__cells__chemical/indices/" + side;
                assertThat(file.getDatasetByPath(index + "/node_id_to_range").getData())
                        .isEqualTo(file.getDatasetByPath(index + "/node_id_to_ranges")
                                .getData());
            }
        }
    }

    @Test
    void writingOverALargerFileLeavesNothingOfIt() throws Exception {
        var file = folder.resolve("edges.h5");
        write(file);
        long once = Files.size(file);
        Files.write(file, new byte[1 << 20]);
        write(file);
        assertThat(Files.size(file)).isEqualTo(once);
        assertThat(file.resolveSibling("edges.h5.part")).doesNotExist();
    }

    @Test
    void cellsThatNothingConnectsHaveAPopulationOfNoEdges() {
        var file = folder.resolve("edges.h5");
        var end = new EdgesWriter.End("cells", 3, new long[0]);
        var none = new Columns(0);
        EdgesWriter.REQUIRED.forEach(name -> none.put(name, name.endsWith("_id") ? new int[0] : new float[0]));
        EdgesWriter.write(file, "e", end, end, none);
        assertThat(EdgePopulation.read(file, "e").targets()).isEmpty();
    }

    @Test
    void allMissingAttributesAreToldTogether() {
        assertThatThrownBy(() ->
                        NodesWriter.write(folder.resolve("n.h5"), "cells", new Columns(1), SmallCircuit.dynamics()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.faults()).hasSize(NodesWriter.REQUIRED.size()));
        assertThat(folder.resolve("n.h5")).doesNotExist();
    }

    @Test
    void anEdgeToANodeThatDoesNotExistIsRefused() {
        var end = new EdgesWriter.End("cells", 2, SmallCircuit.TARGETS);
        assertThatThrownBy(() -> EdgesWriter.write(folder.resolve("e.h5"), "e", end, end, SmallCircuit.edges()))
                .isInstanceOf(Problem.class)
                .satisfies(p -> assertThat(((Problem) p).sentence()).contains("edge 4 names node 2", "0 to 1"));
    }

    private static void write(Path file) {
        EdgesWriter.write(
                file,
                "cells__cells__chemical",
                new EdgesWriter.End("cells", 3, SmallCircuit.SOURCES),
                new EdgesWriter.End("cells", 3, SmallCircuit.TARGETS),
                SmallCircuit.edges());
    }
}
