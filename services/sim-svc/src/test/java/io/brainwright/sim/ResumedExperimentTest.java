package io.brainwright.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.cases.SomaCase;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sim run FILE --checkpoint-every MS --out DIR}, stopped, then {@code --resume}: the same files, byte for byte. */
class ResumedExperimentTest {
    @TempDir
    private Path folder;

    private static final String CASE = SomaCase.JSON.replace("\"records\"", """
            "variants": [{"name": "a", "set": {"/stimuli/0/amplitude_nA": 0.15}},
               {"name": "b", "set": {"/stimuli/0/amplitude_nA": 0.3}}],
             "records\"""");

    @Test
    void aCaseOfTwoVariantsWritesTheSameBytes() throws IOException {
        var file = Files.writeString(folder.resolve("case.json"), CASE);
        Experiments.run(file, RunOptions.plain(Backend.JAVA, 1, folder.resolve("whole"), _ -> {}));
        var out = folder.resolve("paused");
        pausedAfter(75, file, out); // of two times 50 epochs: in the second variant
        assertThat(out.resolve("b/checkpoint/state")).exists();
        assertThat(out.resolve("b/spikes.csv")).doesNotExist();
        assertThat(SimMain.run(
                        "run",
                        file.toString(),
                        "--out",
                        out.toString(),
                        "--resume",
                        "--backend",
                        "java",
                        "--threads",
                        "2"))
                .isZero();
        assertThat(files(out)).isEqualTo(files(folder.resolve("whole"))).hasSize(8);
    }

    @Test
    void nothingToResumeIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("case.json"), CASE);
        assertThat(SimMain.run(
                        "run", file.toString(), "--out", folder.resolve("none").toString(), "--resume"))
                .isEqualTo(2);
        assertThat(SimMain.run("run", file.toString(), "--checkpoint-every", "5"))
                .isEqualTo(2);
        assertThat(SimMain.run("run", file.toString(), "--checkpoint-every", "0"))
                .isEqualTo(2);
    }

    private static void pausedAfter(int epochs, Path file, Path out) {
        int[] asked = {0};
        Assertions.assertThatThrownBy(() -> Experiments.run(
                        file, new RunOptions(Backend.JAVA, 1, out, 5, false, () -> asked[0]++ > epochs, _ -> {})))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("paused at", "--resume"));
    }

    /** Name and content of every file below a folder. */
    static TreeMap<String, String> files(Path folder) throws IOException {
        var found = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                found.put(
                        folder.relativize(file).toString(),
                        java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return found;
    }
}
