package io.brainwright.sim.sonata;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.sim.model.cell.ImportedCable;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Places of synapses that BMTK draws, held to golden/imported-swc; the generator to NumPy's RandomState(seed).random_sample(). */
class SynapseDrawsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/imported-swc");
    private static final int EACH = 5;

    @Test
    void theGeneratorIsMersennesTwister() {
        var seven = new MersenneTwister(7);
        assertThat(seven.nextDouble()).isEqualTo(0.07630828937395717);
        assertThat(seven.nextDouble()).isEqualTo(0.7799187922401146);
        var large = new MersenneTwister((int) 4_000_000_000L);
        for (int i = 0; i < 1000; i++) {
            large.nextDouble(); // past the first 624 words
        }
        assertThat(large.nextDouble()).isEqualTo(0.5590003467211192);
    }

    @Test
    void placesAreThoseOfBmtk() throws IOException {
        var lines = Files.readAllLines(GOLDEN.resolve("places.csv"));
        SynapseDraws draws = null;
        var seed = "";
        int drawn = 0;
        for (int at = 1; at < lines.size(); at += EACH) {
            var fields = lines.get(at).split(",");
            if (!fields[0].equals(seed)) {
                seed = fields[0];
                draws = draws(Long.parseLong(seed));
            }
            boolean limit = !fields[2].startsWith("[");
            int[] nodes = java.util.Objects.requireNonNull(draws)
                    .nodes(
                            0,
                            fields[1],
                            limit ? "" : fields[2],
                            limit ? Double.parseDouble(fields[2]) : Double.NaN,
                            EACH);
            for (int k = 0; k < EACH; k++) {
                var expected = lines.get(at + k).split(",");
                int node = shape().compartmentAt(Integer.parseInt(expected[3]), Double.parseDouble(expected[4]));
                assertThat(nodes[k]).as(lines.get(at + k)).isEqualTo(node);
                drawn++;
            }
        }
        assertThat(drawn).isEqualTo(60);
    }

    @Test
    void aRangeWithoutCompartmentsHasNoPlace() {
        assertThat(draws(0).nodes(0, "['apic']", "[5000.0, 6000.0]", Double.NaN, 2))
                .isEmpty();
        assertThat(draws(0).nodes(0, "['spine']", "[0.0, 100.0]", Double.NaN, 2))
                .isEmpty();
    }

    private static io.brainwright.sim.model.cell.Compartments shape() {
        return ImportedCable.of(GOLDEN.resolve("cell.swc"), 6, _ -> 100, ImportedCable.AxonStub.THIN);
    }

    /** One cell whose number among all nodes is the seed. */
    private static SynapseDraws draws(long number) {
        var cells = new SonataCells();
        cells.add(new SonataCell(
                "cortex",
                0,
                new PlacedCell(0, 0, 0, 0, Quaternion.IDENTITY, 0, "", "", ""),
                Optional.empty(),
                shape(),
                new CellModel(Map.of(), Ions.cortical()),
                new BitSet(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0,
                0));
        return new SynapseDraws(cells, Map.of("cortex", number));
    }
}
