package io.brainwright.sim.model.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.ImportedCable.AxonStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sections and compartments of an SWC file are NEURON's, held to golden/imported-swc. */
class ImportedCableTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/imported-swc");
    private static final double SAME_PERCENT = 1e-4; // single precision of points, six digits of coordinates
    private static final double DL_UM = 6;
    private static final ToDoubleFunction<String> RA =
            Map.of("soma", 100.0, "axon", 80.0, "basal", 150.0, "apical", 200.0)::get;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(AxonStub.class)
    void compartmentsAreThoseOfNeuron(AxonStub stub) throws IOException {
        var shape = ImportedCable.of(GOLDEN.resolve("cell.swc"), DL_UM, RA, stub);
        double soma_um = shape.sections().getFirst().length_um();
        int compartments = 0;
        for (var line : Files.readAllLines(GOLDEN.resolve("compartments.csv"))) {
            var fields = line.split(",");
            if (!fields[0].equals(stub.name())) {
                continue;
            }
            compartments++;
            int section = Integer.parseInt(fields[1]);
            double x = Double.parseDouble(fields[2]);
            int node = shape.compartmentAt(section, x);
            assertThat(shape.x(node)).as(line).isCloseTo(x, withinPercentage(SAME_PERCENT));
            assertThat(shape.area_um2(node))
                    .as(line)
                    .isCloseTo(Double.parseDouble(fields[3]), withinPercentage(SAME_PERCENT));
            assertThat(shape.toParent_uS(node))
                    .as(line)
                    .isCloseTo(Double.parseDouble(fields[4]), withinPercentage(SAME_PERCENT));
            assertThat(shape.diameter_um(node))
                    .as(line)
                    .isCloseTo(Double.parseDouble(fields[5]), withinPercentage(SAME_PERCENT));
            double distance_um = section == 0 ? x * soma_um : shape.pathDistance_um(node) + soma_um / 2;
            assertThat(distance_um).as(line).isCloseTo(Double.parseDouble(fields[6]), withinPercentage(SAME_PERCENT));
        }
        long ours = java.util.stream.IntStream.range(0, shape.count())
                .filter(node -> shape.area_um2(node) > 0)
                .count();
        assertThat(ours).isEqualTo(compartments).isGreaterThan(50);
    }

    @Test
    void aStubAsThickAsTheAxonNeedsAnAxon() {
        refused("1 1 0 0 0 5 -1\n2 3 9 0 0 1 1\n3 3 20 0 0 1 2\n", AxonStub.AS_AXON, "no axon");
    }

    @Test
    void whatNeuronWouldReadOtherwiseIsNamed() {
        refused("1 3 0 0 0 5 -1\n2 3 9 0 0 1 1\n", AxonStub.THIN, "no soma");
        refused(
                "1 1 0 0 0 5 -1\n2 1 0 5 0 5 1\n3 1 0 -5 0 5 1\n4 3 9 0 0 1 1\n5 3 19 0 0 1 4\n",
                AxonStub.THIN,
                "branches");
        refused("1 1 0 0 0 5 -1\n2 3 9 0 0 1 1\n", AxonStub.THIN, "branch of one point");
        refused("1 1 0 0 0 5 -1\n2 3 9 0 0 1 3\n3 3 19 0 0 1 1\n", AxonStub.THIN, "point 1", "point 2", "parent");
        refused("1 1 0 0 0 5 -1\n2 7 9 0 0 1 1\n3 7 19 0 0 1 2\n", AxonStub.THIN, "type 7");
        refused(
                "1 1 0 0 0 5 -1\n2 2 9 0 0 1 1\n3 2 19 0 0 1 2\n4 3 29 0 0 1 3\n5 3 39 0 0 1 4\n",
                AxonStub.THIN,
                "from the axon");
    }

    private void refused(String swc, AxonStub stub, String... oneOf) {
        var file = folder.resolve("wrong.swc");
        assertThatThrownBy(() -> {
                    Files.writeString(file, swc);
                    ImportedCable.of(file, DL_UM, RA, stub);
                })
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(oneOf).as(p.sentence()).anyMatch(p.sentence()::contains));
    }
}
