package io.brainwright.library.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageFileTest {
    @TempDir
    private Path folder;

    @Test
    void aLineThatIsNoJsonIsToldWithItsNumber() throws IOException {
        var file = file("{\"id\":\"a\",\"text\":\"x\",\"expected\":[]}\n{\"id\":\n");

        assertThatThrownBy(() -> PassageFile.read(file)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.reason()).isEqualTo("PASSAGE_MALFORMED");
            assertThat(problem.facts()).containsEntry("line", "2");
        });
    }

    @Test
    void anExpectedValueWithoutAUnitIsToldWithItsNumber() throws IOException {
        var file = file("{\"id\":\"a\",\"text\":\"x\",\"expected\":[{\"parameter\":\"cv\",\"value\":1}]}\n");

        assertThatThrownBy(() -> PassageFile.read(file))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.facts()).containsEntry("line", "1"));
    }

    @Test
    void anEmptyFileAndAMissingOneAreProblems() throws IOException {
        var empty = file("\n");

        assertThatThrownBy(() -> PassageFile.read(empty)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> PassageFile.read(folder.resolve("none"))).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsMissedInventedOrWrongInKindIsCounted() throws IOException {
        var file = file(
                "{\"id\":\"a\",\"text\":\"The input resistance was 53 ± 12 MΩ (mean ± SD) and the resting potential −70 mV.\","
                        + "\"expected\":[{\"parameter\":\"rin\",\"value\":0.053,\"unit\":\"GOhm\",\"sem\":0.012},"
                        + "{\"parameter\":\"rheobase\",\"value\":100,\"unit\":\"pA\"}]}\n");

        var score = ExtractionScorer.score(PassageFile.read(file));

        assertThat(score.right()).isEqualTo(1);
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.precision()).isEqualTo(0.5);
        assertThat(score.spreads()).isZero();
        assertThat(score.failures())
                .extracting(ExtractionScore.Failure::what)
                .containsExactlyInAnyOrder("missed", "invented", "spread");
        assertThat(ExtractionBars.KNOWN.missed(score, java.util.List.of())).hasSize(3);
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("passages.jsonl"), lines);
    }
}
