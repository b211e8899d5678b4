package io.brainwright.sonata.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.jhdf.object.datatype.EnumDataType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    private Path folder;

    @Test
    void spikesComeBackWithTheWordThatTheyAreSortedByTime() {
        var file = folder.resolve("spikes.h5");
        SpikesWriter.write(file, "cells", new double[] {1.025, 1.025, 7.5}, new long[] {1, 2, 0});
        Hdf5File.read(file, hdf -> {
            var group = hdf.getByPath("spikes/cells");
            var sorting = group.getAttribute("sorting");
            assertThat(((EnumDataType) sorting.getDataType()).getEnumMapping())
                    .isEqualTo(Map.of(0, "none", 1, "by_id", 2, "by_time"));
            assertThat(sorting.getData()).isEqualTo("by_time");
            assertThat(Stored.doubles(hdf.getDatasetByPath("spikes/cells/timestamps")))
                    .containsExactly(1.025, 1.025, 7.5);
            return Stored.longs(hdf.getDatasetByPath("spikes/cells/node_ids"));
        });
    }

    @Test
    void aRunWithoutSpikesGivesAFileWithoutSpikes() {
        var file = folder.resolve("spikes.h5");
        SpikesWriter.write(file, "cells", new double[0], new long[0]);
        long spikes = Hdf5File.read(
                file, hdf -> hdf.getDatasetByPath("spikes/cells/timestamps").getSize());
        assertThat(spikes).isZero();
    }

    @Test
    void spikesOutOfOrderAreRefused() {
        assertThatThrownBy(() ->
                        SpikesWriter.write(folder.resolve("s.h5"), "cells", new double[] {2, 1}, new long[] {0, 0}))
                .hasMessageContaining("spike 1 at 1.0 ms");
    }

    @Test
    void compartmentsAreMappedToTheirNodes() {
        var mapping = ReportWriter.Mapping.of(new long[] {3, 3, 3, 8}, new int[] {0, 1, 1, 0});
        assertThat(mapping.node_ids()).containsExactly(3, 8);
        assertThat(mapping.index_pointers()).containsExactly(0, 3, 4);
        assertThatThrownBy(() -> ReportWriter.Mapping.of(new long[] {3, 8, 3}, new int[3]))
                .hasMessageContaining("side by side");
    }

    @Test
    void framesComeBackWithTheirTimes() {
        var file = folder.resolve("report.h5");
        float[][] frames = {{-65, -64, -63, -62}, {-60, -59, -58, -57}, {1, 2, 3, 4}};
        var mapping = ReportWriter.Mapping.of(new long[] {0, 0, 0, 1}, new int[] {0, 1, 1, 0});
        ReportWriter.write(file, "cells", mapping, new ReportWriter.Clock(5, 0.5), "mV", frames);
        Hdf5File.read(file, hdf -> {
            assertThat((float[][]) hdf.getDatasetByPath("report/cells/data").getData())
                    .isDeepEqualTo(frames);
            assertThat(Stored.doubles(hdf.getDatasetByPath("report/cells/mapping/time")))
                    .containsExactly(5, 6.5, 0.5);
            return hdf.size();
        });
    }
}
