package io.brainwright.sonata.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.SonataCircuit;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    @Test
    void theFirstReferenceCircuitIsToldAsItIs() {
        var found = Inspection.of(reference("usecase1/circuit_sonata.json")).populations();
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().sentence()).startsWith("nodeA: 2 biophysical nodes, 21 attributes: etype");
        assertThat(found.getLast().sentence()).startsWith("nodeA__nodeA__chemical: 4 chemical edges nodeA -> nodeA");
    }

    @Test
    void reportsAndSpikesAreToldToo() {
        assertThat(Inspection.of(reference("usecase1/reporting/spikes.h5"))
                        .populations()
                        .getFirst()
                        .count())
                .isEqualTo(5);
        assertThat(Inspection.of(reference("usecase1/reporting/soma_report.h5"))
                        .populations()
                        .getFirst()
                        .count())
                .isEqualTo(10);
    }

    @Test
    void circuitsWithSeveralPopulationsGliaAndVesselsCanBeRead() {
        for (var usecase : new String[] {"usecase3", "usecase4", "usecase5"}) {
            assertThat(Inspection.of(reference(usecase + "/circuit_sonata.json"))
                            .populations())
                    .as(usecase)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(p -> assertThat(p.count()).isPositive());
        }
    }

    @Test
    void valuesOfTheReferenceAreReadWithTheirWords() {
        var circuit = SonataCircuit.open(reference("usecase1/circuit_sonata.json"));
        var nodes = circuit.nodes("nodeA");
        assertThat(nodes.nodes().texts("mtype")).containsExactly("L5_PC", "L4_MC");
        assertThat(nodes.nodes().floats("x")[0]).isEqualTo(97.62701f);
        assertThat(circuit.edges("nodeA__nodeA__chemical").targets()).containsExactly(1, 1, 0, 0);
        assertThatThrownBy(() -> circuit.nodes("nodeB")).hasMessageContaining("no population 'nodeB'");
    }

    @Test
    void aFileThatIsNotSonataIsRefusedWithItsName(@TempDir Path folder) throws Exception {
        var file = folder.resolve("broken.json");
        Files.writeString(file, "{\n \"networks\": [,]\n}");
        assertThatThrownBy(() -> Inspection.of(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining("line 2");
        Files.writeString(folder.resolve("text.h5"), "no");
        assertThatThrownBy(() -> Inspection.of(folder.resolve("text.h5"))).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Inspection.of(folder.resolve("none.h5"))).hasMessageContaining("There is no file");
    }

    private static Path reference(String name) {
        var path = Path.of(System.getProperty("reference.dir", "../shared/reference"))
                .resolve("sonata/bbp-usecases")
                .resolve(name);
        if (!Files.exists(path)) {
            assertThat(System.getenv("CI"))
                    .as("reference data is missing in CI: " + path)
                    .isNull();
            Assumptions.abort("SKIPPED: no reference data at " + path);
        }
        return path;
    }
}
