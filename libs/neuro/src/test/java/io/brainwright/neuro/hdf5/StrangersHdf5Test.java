package io.brainwright.neuro.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with one dataset of 7 numbers and one attribute. */
class StrangersHdf5Test {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = folder.resolve("numbers.h5");
        try (var hdf = HdfFile.write(file)) {
            hdf.putDataset("numbers", new double[] {1, 2, 3, 4, 5, 6, 7}).putAttribute("unit", "mV");
        }
    }

    @Test
    void aWholeFileIsRead() {
        assertThat(numbers(file)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aFileThatIsCutOffIsOneProblemWhereverItIsCut() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var answers = new TreeSet<String>();
        for (int length = 0; length < bytes.length; length += 13) {
            answers.add(answer(Files.write(folder.resolve("cut" + length + ".h5"), Arrays.copyOf(bytes, length))));
        }
        assertThat(answers).contains("BROKEN").isSubsetOf("BROKEN", "HDF5_CLAIMS_TOO_MUCH", "read");
    }

    @Test
    void aLinkToAnotherFileLeadsNowhere() {
        assertThat(StrangersHdf5.<Boolean>read(file, HdfFile::inMemory, StrangersHdf5Test::broken))
                .as("jhdf opens linked files beside the file's path, and has none")
                .isTrue();
    }

    private static String answer(Path file) {
        try {
            numbers(file);
            return "read";
        } catch (Problem problem) {
            return problem.reason();
        }
    }

    private static double[] numbers(Path file) {
        return StrangersHdf5.read(
                file,
                hdf -> {
                    var data = (Dataset) hdf.getChild("numbers");
                    StrangersHdf5.checked(data.getAttribute("unit"));
                    return (double[]) StrangersHdf5.checked(data).getDataFlat();
                },
                StrangersHdf5Test::broken);
    }

    private static Problem broken(Throwable why) {
        return new Problem(Kind.INVALID, "BROKEN", String.valueOf(why), "", Map.of());
    }
}
