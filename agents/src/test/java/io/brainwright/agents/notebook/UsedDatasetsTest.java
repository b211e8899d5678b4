package io.brainwright.agents.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.run.CircuitRecord;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsedDatasetsTest {
    private static final DatasetId SHEET = id("1");
    private static final DatasetId CIRCUIT = id("2");
    private static final DatasetId CIRCUITS_INPUT = id("3");
    private static final DatasetId TRIED_ONCE = id("4");
    private static final DatasetId IMPORTED = id("5");

    @TempDir
    Path workspace;

    @Test
    void whatNoRunNoCircuitAndNoLibraryNeedsIsUnused() throws Exception {
        Studies.write(workspace, 30);
        new CircuitRecord("newest", Map.of("connectome", CIRCUIT.hex()), List.of(), List.of()).write(workspace);
        assertThat(UsedDatasets.unused(workspace, new Notebook(workspace), new Known()))
                .containsExactly(TRIED_ONCE);
    }

    @Test
    void inAnEmptyWorkspaceOnlyImportsAreUsed() {
        assertThat(UsedDatasets.unused(workspace, new Notebook(workspace), new Known()))
                .hasSize(7)
                .doesNotContain(IMPORTED);
    }

    private static DatasetId id(String digit) {
        return new DatasetId(digit.repeat(64));
    }

    private static Manifest made(String stage, DatasetId id, DatasetId... inputs) {
        return new Manifest(id, stage, 1, "{}", List.of(inputs), List.of(), List.of(), Map.of(), Map.of(), 0, 0, 0);
    }

    /** The study's datasets, what its cells were placed in, and others. */
    private static final class Known implements Datasets {
        private final List<Manifest> all = List.of(
                made("atlas", SHEET),
                made("placement", new DatasetId(Studies.CELLS), SHEET),
                made("sim", new DatasetId(Studies.RUN), new DatasetId(Studies.CELLS)),
                made("sim", new DatasetId(Studies.CONTROL), new DatasetId(Studies.CELLS)),
                made("synthesis", CIRCUITS_INPUT),
                made("connectome", CIRCUIT, CIRCUITS_INPUT),
                made("sim", TRIED_ONCE, CIRCUIT),
                made("trace-import", IMPORTED));

        @Override
        public List<Manifest> list() {
            return all;
        }

        @Override
        public Manifest manifest(DatasetId id) {
            return all.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
        }

        @Override
        public Batch read(DatasetId id, String table) {
            throw new AssertionError("no rows are asked for");
        }

        @Override
        public Batch read(DatasetId id, String table, int chunk) {
            throw new AssertionError("no rows are asked for");
        }
    }
}
