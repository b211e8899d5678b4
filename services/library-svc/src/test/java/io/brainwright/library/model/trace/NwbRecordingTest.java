package io.brainwright.library.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.library.model.format.FileFormat;
import io.brainwright.library.model.format.FormatDetection;
import io.brainwright.library.model.trace.Channel.Quantity;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NwbRecordingTest {
    @TempDir
    private Path folder;

    @Test
    void aFileOfPynwbIsReadInMillivoltsNanoamperesAndMilliseconds() throws URISyntaxException {
        var file = Path.of(Objects.requireNonNull(getClass().getResource("/golden/nwb/recording.nwb"))
                .toURI());
        assertThat(FormatDetection.of(file, "recording.nwb")).isEqualTo(FileFormat.NWB);
        var recording = NwbRecording.read(file, "recording.nwb");
        assertThat(recording.channels()).extracting(Channel::name).containsExactlyInAnyOrder("soma", "clamp", "step");
        var soma = channel(recording, "soma");
        assertThat(soma.quantity()).isEqualTo(Quantity.VOLTAGE);
        assertThat(soma.values()).containsExactly(new double[] {-69, -68, -64, 31}, within(1e-9));
        assertThat(soma.times_ms()).containsExactly(new double[] {250, 250.05, 250.1, 250.15}, within(1e-9));
        assertThat(soma.interval_ms()).isEqualTo(0.05, within(1e-9));
        assertThat(soma.description()).isEqualTo("response of the soma");
        var clamp = channel(recording, "clamp");
        assertThat(clamp.quantity()).isEqualTo(Quantity.CURRENT);
        assertThat(clamp.values()).containsExactly(new double[] {0.1, 0.2}, within(1e-12));
        assertThat(clamp.times_ms()).containsExactly(new double[] {0, 0.5}, within(1e-12));
        assertThat(channel(recording, "step").values()[1]).isEqualTo(0.1, within(1e-12));
        assertThat(recording.skipped()).anyMatch(s -> s.contains("where") && s.contains("SpatialSeries"));
        assertThat(recording.description())
                .contains("session description: one step of current", "species: Rattus norvegicus");
    }

    @Test
    void aSeriesThatContradictsItselfIsNamed() {
        wrong(
                series -> {
                    data(series, "furlongs");
                    series.putDataset("timestamps", new double[] {0, 1});
                },
                "acquisition/v",
                "furlongs");
        wrong(
                series -> {
                    data(series, "volts");
                    series.putDataset("timestamps", new double[] {0, 1, 2});
                },
                "2 samples and 3 timestamps");
        wrong(
                series -> {
                    data(series, "volts");
                    series.putDataset("timestamps", new double[] {1, 0});
                },
                "not later");
        wrong(series -> data(series, "volts"), "neither timestamps nor a starting time");
        wrong(
                series -> {
                    data(series, "volts");
                    series.putDataset("starting_time", new double[] {0}).putAttribute("rate", 0.0);
                },
                "rate");
        wrong(series -> {}, "no intracellular recording");
    }

    private static void data(WritableGroup series, String unit) {
        series.putDataset("data", new double[] {1, 2}).putAttribute("unit", unit);
    }

    private void wrong(Consumer<WritableGroup> content, String... words) {
        var file = folder.resolve("x.nwb");
        try (var hdf = HdfFile.write(file)) {
            var series = hdf.putGroup("acquisition").putGroup("v");
            series.putAttribute("neurodata_type", "CurrentClampSeries");
            content.accept(series);
        }
        assertThatThrownBy(() -> NwbRecording.read(file, "x.nwb"))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll(words);
    }

    private static Channel channel(Recording recording, String name) {
        return recording.channels().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
