package io.brainwright.library.model.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.library.model.document.Document;
import io.brainwright.library.model.document.DocumentKind;
import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.extraction.Extractor;
import io.brainwright.library.model.extraction.papers.PassageValue;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.recipe.RecipeOverlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Document PAPER = new Document(
            "ab".repeat(32),
            DocumentKind.PAPER,
            "text",
            "p.txt",
            "Layers",
            List.of("Doe J"),
            2020,
            "",
            "",
            "unknown",
            "Doe 2020, Layers");

    @TempDir
    private Path workspace;

    @Test
    void aPromotedValueStandsInTheWorkspacesRecipeWithItsQuotation() throws IOException {
        var candidate = keep("In adult mouse V1, the thickness of layer 4 was 0.21 ± 0.02 mm (mean ± SD, n = 9 mice).");

        var done =
                new Promotion(workspace).promote(candidate.id().substring(0, 6), "rat-nbs1.layers.4.thickness_um", NOW);

        assertThat(done.value()).isEqualTo(210);
        assertThat(done.unit()).isEqualTo("um");
        assertThat(done.replaced()).isPresent();
        assertThat(done.generalised()).contains("mouse to rat", "V1 to nbS1").anyMatch(t -> t.startsWith("adult to"));
        try (var in = Files.newInputStream(done.file())) {
            var value = RecipeFile.read("rat-nbs1", in).value("layers.4.thickness_um");
            assertThat(value.value()).isEqualTo(210);
            assertThat(value.sd()).isEqualTo(20);
            assertThat(value.source()).contains("Doe 2020");
            assertThat(value.generalised()).contains("mouse to rat");
        }
        assertThat(Files.readString(done.file())).contains("the thickness of layer 4 was 0.21");
        assertThat(new CandidateShelf(workspace).decision(candidate.id()))
                .hasValueSatisfying(d -> assertThat(d.verdict()).isEqualTo(Decision.Verdict.PROMOTED));
    }

    @Test
    void aPromotedValueTakesPrecedenceOverTheShippedOne() {
        var candidate = keep("In rat S1, the thickness of layer 4 was 201 µm.");

        new Promotion(workspace).promote(candidate.id(), "rat-nbs1.layers.4.thickness_um", NOW);

        assertThat(RecipeOverlay.open("rat-nbs1", workspace).values())
                .filteredOn(RecipeOverlay.Layered::own)
                .hasSize(1)
                .allSatisfy(layered -> {
                    assertThat(layered.value().value()).isEqualTo(201);
                    assertThat(layered.under()).isNotNull();
                });
    }

    @Test
    void aPromotedValueTellsWhoPromotedItWhenFromWhichWordsAndWhichStageBuildsFromIt() {
        var candidate = keep("In rat S1, the thickness of layer 4 was 201 µm.");

        var done = new Promotion(workspace).promote(candidate.id(), "rat-nbs1.layers.4.thickness_um", NOW);

        assertThat(done.stage()).contains("atlas");
        assertThat(RecipeOverlay.open("rat-nbs1", workspace).values())
                .filteredOn(RecipeOverlay.Layered::own)
                .singleElement()
                .satisfies(l -> assertThat(l.value().source())
                        .contains(
                                "Doe 2020, Layers",
                                "the thickness of layer 4 was 201",
                                "promoted 2026-01-02T03:04:05Z by " + System.getProperty("user.name")));
    }

    @Test
    void aValueThatNoStageReadsIsKeptAndSaidToBeSo() {
        var candidate = keep("In rat S1, the thickness of layer 4 was 201 µm.");

        var done = new Promotion(workspace).promote(candidate.id(), "rat-nbs1.layers.4.measured.thickness_um", NOW);

        assertThat(done.stage()).isEmpty();
        assertThat(RecipeOverlay.open("rat-nbs1", workspace).values())
                .anyMatch(l -> l.own() && l.value().path().equals("layers.4.measured.thickness_um"));
    }

    @Test
    void whatIsTakenBackLeavesTheOtherValuesAndTheCandidateWaitsAgain() throws IOException {
        var candidate = keep("In rat S1, the thickness of layer 4 was 201 µm.");
        var promotion = new Promotion(workspace);
        promotion.promote(candidate.id(), "rat-nbs1.layers.4.thickness_um", NOW);
        promotion.promote(candidate.id(), "rat-nbs1.layers.5.thickness_um", NOW);

        promotion.demote("rat-nbs1.layers.4.thickness_um", NOW);

        assertThat(RecipeOverlay.open("rat-nbs1", workspace).values())
                .filteredOn(RecipeOverlay.Layered::own)
                .extracting(l -> l.value().path())
                .containsExactly("layers.5.thickness_um");
        assertThat(Files.readString(workspace.resolve("recipe/rat-nbs1.yaml"))).doesNotContain("\"4\"");
        assertThat(new CandidateShelf(workspace).decision(candidate.id()))
                .hasValueSatisfying(d -> assertThat(d.verdict()).isEqualTo(Decision.Verdict.DEMOTED));
        assertThatThrownBy(() -> promotion.demote("rat-nbs1.layers.4.thickness_um", NOW))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("NOT_PROMOTED"));
    }

    @Test
    void aValueOfAnotherDimensionIsRefusedAndNothingIsWritten() {
        var candidate = keep("The input resistance of rat neurons was 120 MΩ.");

        assertThatThrownBy(
                        () -> new Promotion(workspace).promote(candidate.id(), "rat-nbs1.layers.4.thickness_um", NOW))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("CANDIDATE_UNIT_MISMATCH"));
        assertThat(workspace.resolve("recipe")).doesNotExist();
        assertThat(new CandidateShelf(workspace).decisions()).isEmpty();
    }

    @Test
    void aPathOutsideEveryRecipeIsRefused() {
        var candidate = keep("The input resistance of rat neurons was 120 MΩ.");

        assertThatThrownBy(() -> new Promotion(workspace).promote(candidate.id(), "elsewhere.x", NOW))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aRejectionIsRememberedWhenTheDocumentIsReadAgain() {
        var candidate = keep("The input resistance of rat neurons was 120 MΩ.");
        new Promotion(workspace).reject(candidate.id(), "filled with another solution", NOW);

        var again = keep("The input resistance of rat neurons was 120 MΩ.");

        assertThat(again.id()).isEqualTo(candidate.id());
        assertThat(new CandidateShelf(workspace).all()).hasSize(1);
        assertThat(new CandidateShelf(workspace).decision(again.id()))
                .hasValueSatisfying(d -> assertThat(d.reason()).isEqualTo("filled with another solution"));
    }

    @Test
    void aCandidateComesBackFromItsFileAsItWas() {
        var candidate =
                keep("In rat S1, the input resistance of L5 pyramidal neurons was 120 ± 9 MΩ (mean ± SEM, n = 7).");

        assertThat(new CandidateShelf(workspace).get(candidate.id())).isEqualTo(candidate);
    }

    private Candidate keep(String text) {
        var passage = new Passage(PAPER.id(), 3, PassageKind.PARAGRAPH, "Results", "", 0, text, List.of());
        var value = Extractor.extract(text).values().getFirst();
        var candidate = Candidate.of(PAPER, new PassageValue(passage, value), Extractor.VERSION);
        new CandidateShelf(workspace).replace(PAPER.id(), List.of(candidate));
        return candidate;
    }
}
