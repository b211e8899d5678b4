package io.brainwright.sim.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.SimMain;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code sim run CASE.json}. */
class CaseExperimentTest {
    @TempDir
    private Path folder;

    static List<Path> experiments() {
        return CaseCheckTest.everyCase()
                .filter(f -> CaseFile.read(f).root().path("kind").asString().equals("experiment"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theKeysOfEveryCaseOfTheReferenceAreKnown(Path file) {
        var read = CaseFile.read(file);
        read.variants().forEach(v -> CaseKeys.check(read, v.root()));
    }

    @Test
    void spikesAndTracesAreWrittenAndSayWhatTheSummarySays() throws IOException {
        var summary = run(SomaCase.JSON, Backend.JAVA);
        assertThat(summary.spikes()).isBetween(2L, 10L);
        var firing = summary.firing().get(0);
        assertThat(Files.readAllLines(folder.resolve("out/spikes.csv")))
                .hasSize(1 + (int) summary.spikes())
                .contains(firing.first_ms() + ",0");
        var traces = Csv.read(folder.resolve("out/traces.csv"));
        assertThat(Files.readAllLines(folder.resolve("out/traces.csv")).get(0)).isEqualTo("time_ms,v,\"ina, inward\"");
        var v = traces.column("v");
        var extremes = summary.extremes().get(0);
        assertThat(v).hasSize(2001).contains(extremes.least()).contains(extremes.most());
        assertThat(v[(int) Math.round(extremes.most_at_ms() / 0.025)]).isEqualTo(extremes.most());
        assertThat(Traces.crossings(v, 0.025, 0)).hasSize((int) summary.spikes());
        Hdf5File.read(folder.resolve("out/spikes.h5"), hdf -> {
            assertThat(Stored.doubles(hdf.getDatasetByPath("spikes/cells/timestamps")))
                    .hasSize((int) summary.spikes())
                    .contains(firing.last_ms());
            return hdf;
        });
        Hdf5File.read(folder.resolve("out/voltages.h5"), hdf -> {
            var frames = (float[][]) hdf.getDatasetByPath("report/cells/data").getData();
            assertThat(frames[2000][0]).isEqualTo((float) v[2000]);
            return hdf;
        });
    }

    @Test
    void bothBackEndsWriteTheSameBytes() throws IOException {
        CaseCheckTest.needsADevice();
        run(SomaCase.JSON, Backend.JAVA);
        var java = Files.readAllBytes(folder.resolve("out/traces.csv"));
        run(SomaCase.JSON, Backend.OPENCL);
        assertThat(Files.readAllBytes(folder.resolve("out/traces.csv"))).isEqualTo(java);
    }

    @Test
    void variantsHaveFoldersOfTheirOwn() throws IOException {
        var two = SomaCase.JSON.replace("\"records\"", """
                "variants": [{"name": "0 nA", "set": {"/stimuli/0/amplitude_nA": 0}},
                  {"name": "0.3 nA", "set": {"/stimuli/0/amplitude_nA": 0.3}}], "records\"""");
        var file = Files.writeString(folder.resolve("two.json"), two);
        var summaries = CaseExperiment.run(file, Backend.JAVA, 1, folder.resolve("two"), _ -> {});
        assertThat(summaries).extracting("variant").containsExactly("0 nA", "0.3 nA");
        assertThat(summaries.get(0).spikes()).isZero();
        assertThat(summaries.get(1).spikes()).isPositive();
        assertThat(folder.resolve("two/0_nA/traces.csv")).exists();
        assertThat(folder.resolve("two/0.3_nA/spikes.h5")).exists();
    }

    @Test
    void slipsOfThePenAreNamedTogetherBeforeAnythingRuns() {
        var wrong = SomaCase.JSON.replace("\"start_ms\"", "\"strat_ms\"").replace("\"v_init_mV\"", "\"v_init\"");
        assertThatThrownBy(() -> run(wrong, Backend.JAVA))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults())
                                .extracting("field")
                                .containsExactlyInAnyOrder(
                                        "/run/v_init_mV", "/run/v_init", "/stimuli/0/start_ms", "/stimuli/0/strat_ms"));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aRecordThatCannotBeTakenIsRefusedByName() {
        var wrong = SomaCase.JSON.replace("ina_mA_cm2", "ixx_mA_cm2");
        assertThatThrownBy(() -> run(wrong, Backend.JAVA))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("ina, inward", "ixx_mA_cm2"));
    }

    @Test
    void aTableOfFunctionsIsNoExperiment() {
        var gates = Reference.path("sim").resolve("channel_gates/case.json");
        assertThatThrownBy(() -> CaseExperiment.run(gates, Backend.JAVA, 1, null, _ -> {}))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("gates", "sim check"));
    }

    @Test
    void theShellTellsProblemsByExitCodeTwo() throws IOException {
        var good = Files.writeString(folder.resolve("good.json"), SomaCase.JSON);
        assertThat(SimMain.run("run", good.toString(), "--back-end", "java", "--json"))
                .isZero();
        assertThat(SimMain.run("run", folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(SimMain.run("run", good.toString(), "--uot", "x")).isEqualTo(2);
    }

    @Test
    void progressIsToldTenTimes() throws IOException {
        var file = Files.writeString(folder.resolve("case.json"), SomaCase.JSON);
        var lines = new ArrayList<String>();
        CaseExperiment.run(file, Backend.JAVA, 1, null, lines::add);
        assertThat(lines).hasSize(10).last().asString().startsWith("simulated 50.0000 of 50.0000 ms");
    }

    private io.brainwright.sim.run.RunSummary run(String text, Backend backend) throws IOException {
        assert JsonMapper.shared().readTree(text).isObject();
        var file = Files.writeString(folder.resolve("case.json"), text);
        return CaseExperiment.run(file, backend, 2, folder.resolve("out"), _ -> {})
                .get(0);
    }
}
