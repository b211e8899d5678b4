package io.brainwright.library.model.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.library.model.intake.Library;
import io.brainwright.library.model.intake.Told;
import io.brainwright.library.model.reading.ReadingProgress;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryExtractionTest {
    @TempDir
    private Path workspace;

    @Test
    void valuesOfTheLibrarysPapersBecomeCandidatesThatCanBeMadeAgain() throws IOException {
        try (var library = new Library(workspace)) {
            library.take(
                    Reference.path("literature/jats/elife-16553.xml"), new Told("", "", null), ReadingProgress.SILENT);
            library.take(
                    Reference.path("literature/jats/1471-2180-11-174.nxml"),
                    new Told("", "", null),
                    ReadingProgress.SILENT);
            var shelf = new CandidateShelf(workspace);

            var found = new LibraryExtraction(library, shelf).extract("");

            assertThat(found.documents()).isEqualTo(2);
            assertThat(found.outside()).hasSize(1);
            assertThat(shelf.all()).isEqualTo(found.candidates()).isNotEmpty();
            assertThat(shelf.all()).extracting(Candidate::name).containsOnly("Eyal et al. 2016");
            var before = shelf.all();
            Files.delete(workspace.resolve("library/candidates.jsonl"));
            new LibraryExtraction(library, shelf).extract("");
            assertThat(shelf.all()).isEqualTo(before);
        }
    }

    @Test
    void candidatesAreAskedForByQuantityRegionAndCells() {
        assertThat(RegionMatch.within("S1", "Isocortex")).isTrue();
        assertThat(RegionMatch.within("temporal cortex", "cortex")).isTrue();
        assertThat(RegionMatch.within("CA1", "neocortex")).isFalse();
        assertThat(RegionMatch.within("", "cortex")).isFalse();
        assertThatThrownBy(() -> new CandidateSearch(List.of("colour of eyes"), List.of(), "", ""))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults().getFirst().fault()).contains("colour of eyes"));
    }
}
