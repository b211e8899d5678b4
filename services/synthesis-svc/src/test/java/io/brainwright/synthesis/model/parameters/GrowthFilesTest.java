package io.brainwright.synthesis.model.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.synthesis.model.growth.Specimens;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthFilesTest {
    @TempDir
    private Path folder;

    private static Path neurots(String name) {
        return Reference.path("anatomy/synthesis/" + name + ".json");
    }

    @ParameterizedTest
    @CsvSource({
        "L5_TPC_A-parameters, L5_TPC_A-distributions, 1",
        "bio_params, bio_distr, 1",
        "bio_path_params, bio_path_distribution, 1",
        "PC_params, PC_distr, 1",
        "IN_params, IN_distr, 0"
    })
    void neuroTsFilesGrowAsTheyAre(String parameters, String distributions, int apical) {
        var read = GrowthFiles.read(neurots(parameters), neurots(distributions), "L5_X");
        assertThat(read.basal().trees()).isNotEmpty();
        assertThat(read.apical().trees().isEmpty()).isEqualTo(apical == 0);
        var cell = new Specimens(1, read, false).grow(0);
        assertThat(cell.sectionCount()).isGreaterThan(5);
    }

    @Test
    void filesByRegionAreAskedForTheMtype() {
        var parameters = neurots("region-grower-test-parameters");
        var distributions = neurots("region-grower-test-distributions");
        assertThat(GrowthFiles.read(parameters, distributions, "L2_TPC:A").apical().trees()).isNotEmpty();
        assertThatThrownBy(() -> GrowthFiles.read(parameters, distributions, "L9_X"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no 'L9_X'");
    }

    @Test
    void parametersWithoutTheirDistributionsAreTold() {
        assertThatThrownBy(() -> GrowthFiles.read(neurots("bio_params"), null, ""))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("need their distributions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"mtype\": \"x\"}",
                "{\"mtype\":\"x\",\"soma_radius_um\":5,\"axon\":{\"trees_per_cell\":[],\"randomness\":0.2,\"terminal_um\":1,\"rall\":1.5,\"trees\":[]},"
                        + "\"basal\":{\"trees_per_cell\":[1],\"randomness\":0.2,\"terminal_um\":1,\"rall\":1.5,\"trees\":[{\"trunk_deg\":90,"
                        + "\"top_um\":1,\"bars\":[[50,80,0,0,0]]}]},\"apical\":{\"trees_per_cell\":[],\"randomness\":0.2,\"terminal_um\":1,"
                        + "\"rall\":1.5,\"trees\":[]},\"sources\":[],\"attribution\":\"\"}"
            })
    void whatCannotBeGrownFromIsOneProblem(String text) throws IOException {
        var file = folder.resolve("p.json");
        Files.writeString(file, text);
        assertThatThrownBy(() -> GrowthFiles.read(file, null, ""))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("p.json");
    }
}
