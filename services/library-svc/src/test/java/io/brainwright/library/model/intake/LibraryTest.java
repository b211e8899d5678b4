package io.brainwright.library.model.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.intake.Outcome.Duplicate;
import io.brainwright.library.model.intake.Outcome.Imported;
import io.brainwright.library.model.intake.Outcome.Refused;
import io.brainwright.library.model.reading.ReadingProgress;
import io.brainwright.library.model.search.FoundPassage;
import io.brainwright.library.model.search.PassageIndex.Answer;
import io.brainwright.library.model.search.PassageQuery;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    private static final Told UNKNOWN = new Told("unknown", "unknown", null);
    private static final Told NOTHING = new Told("", "", null);

    @TempDir
    private Path folder;

    private Library library = new Library(Path.of(""));

    @BeforeEach
    void open() {
        library = new Library(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void aPaperIsFoundWithItsPlaceAndItsCitation() {
        var imported = (Imported)
                library.take(Reference.path("literature/jats/elife-16553.xml"), NOTHING, ReadingProgress.SILENT);
        assertThat(Objects.requireNonNull(imported.kept()).document().shortName())
                .isEqualTo("Eyal et al. 2016");
        assertThat(imported.kept().document().citation()).contains("(2016)", "doi:10.7554/elife.16553");
        var found = search("membrane capacitance human").passages().getFirst();
        assertThat(found.passage().documentId())
                .isEqualTo(imported.kept().document().id());
        assertThat(found.highlights())
                .isNotEmpty()
                .allSatisfy(h -> assertThat(found.passage()
                                .text()
                                .substring(h.begin(), h.end())
                                .toLowerCase(Locale.ROOT))
                        .containsAnyOf("membrane", "capacitance", "human", "cm", "specific"));
    }

    @Test
    void anIndexThatWasLostIsMadeAgainAndAnswersAlike() throws IOException {
        for (var name : List.of(
                "elife-16553.xml",
                "elife-18167.xml",
                "elife-48373.xml",
                "1471-2180-11-174.nxml",
                "pone.0046493.nxml")) {
            library.take(Reference.path("literature/jats/" + name), UNKNOWN, ReadingProgress.SILENT);
        }
        library.remove(library.shelf().all().stream()
                .filter(k -> k.document().fileName().startsWith("elife-18167"))
                .findFirst()
                .orElseThrow());
        var questions = List.of("synaptic vesicles", "mean and SD of lysis time", "human cortex", "table", "L2/3");
        var before = questions.stream().map(this::search).toList();
        library.close();
        delete(folder.resolve("workspace/library/index"));
        var after = questions.stream().map(this::search).toList();
        assertThat(before.getFirst().passages()).isNotEmpty();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aBrokenIndexIsMadeAgain() throws IOException {
        library.take(Reference.path("literature/jats/elife-16553.xml"), NOTHING, ReadingProgress.SILENT);
        var before = search("capacitance");
        library.close();
        try (var files = Files.list(folder.resolve("workspace/library/index"))) {
            for (var file : files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.writeString(file, "no index at all");
            }
        }
        assertThat(search("capacitance")).isEqualTo(before);
    }

    @Test
    void theSameBytesAndTheSamePaperComeInOnce() throws IOException {
        var paper = Reference.path("literature/jats/elife-16553.xml");
        library.take(paper, NOTHING, ReadingProgress.SILENT);
        assertThat(library.take(paper, NOTHING, ReadingProgress.SILENT)).isInstanceOf(Duplicate.class);
        var other = Files.writeString(folder.resolve("v2.xml"), Files.readString(paper) + "<!-- reprinted -->");
        assertThat(library.take(other, NOTHING, ReadingProgress.SILENT))
                .isInstanceOfSatisfying(
                        Duplicate.class, d -> assertThat(d.why()).contains("same paper"));
        assertThat(library.shelf().all()).hasSize(1);
    }

    @Test
    void licenceAndCitationMayBeUnknownButNotAbsent() throws IOException {
        var note = Files.writeString(folder.resolve("note.md"), "# A note\n\nCells of layer 5.\n");
        assertThat(library.take(note, NOTHING, ReadingProgress.SILENT))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.problem().faults())
                                .extracting("field")
                                .containsExactly("licence", "citation"));
        assertThat(library.take(note, UNKNOWN, ReadingProgress.SILENT)).isInstanceOf(Imported.class);
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() throws IOException {
        for (var bytes : List.of(
                "PK\3\4 a word document",
                "\u001f\u008b gzip",
                "<html><body>page</body></html>",
                "<article><body>",
                "")) {
            var file = Files.write(folder.resolve("paper.pdf"), bytes.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(library.take(file, UNKNOWN, ReadingProgress.SILENT)).isInstanceOf(Refused.class);
        }
        try (var left = Files.walk(folder.resolve("workspace/library"))) {
            assertThat(left.filter(Files::isRegularFile)
                            .filter(f -> !Objects.requireNonNull(f.getParent()).endsWith("index"))
                            .toList())
                    .isEmpty();
        }
    }

    @Test
    void wordsKeepTheirShapeAndNamesFindEachOther() throws IOException {
        var note = Files.writeString(folder.resolve("note.md"), """
                # Notes

                Parvalbumin-positive interneurons of layer 2/3 express GABA-A receptors and Kv1.1.

                The m-type is L5_TPC:A and the marker is 5HT3aR.

                In L6, gaba is released; nothing else.
                """);
        library.take(note, UNKNOWN, ReadingProgress.SILENT);
        assertThat(texts("PV L2/3")).hasSize(1).first().asString().startsWith("Parvalbumin");
        assertThat(texts("GABAA")).hasSize(1).first().asString().contains("GABA-A");
        assertThat(texts("Kv1.1")).hasSize(1);
        assertThat(texts("Kv1.2")).isEmpty();
        assertThat(texts("L5_TPC:A")).hasSize(1).first().asString().contains("L5_TPC:A");
        assertThat(texts("5-HT3aR")).hasSize(1);
        assertThat(texts("layer 6")).hasSize(1).first().asString().startsWith("In L6");
        assertThat(texts("interneuron")).hasSize(1);
        assertThat(texts("gaba")).hasSize(2);
        assertThat(texts("layer II/III")).hasSize(1);
    }

    @Test
    void aSearchIsNarrowedByYearSpeciesRegionAndDocument() {
        var eyal = (Imported)
                library.take(Reference.path("literature/jats/elife-16553.xml"), NOTHING, ReadingProgress.SILENT);
        library.take(Reference.path("literature/jats/elife-48373.xml"), NOTHING, ReadingProgress.SILENT);
        var all = library.index().find(PassageQuery.of("human", 50)).passages();
        assertThat(documents(all)).hasSize(2);
        assertThat(documents(find("human", 2016, "", List.of()))).hasSize(1);
        assertThat(documents(find("human", 2015, "", List.of()))).hasSize(2);
        assertThat(find("human", 0, "macaque", List.of())).isEmpty();
        assertThat(documents(find("human", 0, "Homo sapiens", List.of()))).hasSize(2);
        assertThat(documents(find("human", 0, "", List.of("temporal cortex"))))
                .contains(Objects.requireNonNull(eyal.kept()).document().id());
        assertThat(find("human", 0, "", List.of("cerebellum"))).isEmpty();
    }

    private List<FoundPassage> find(String words, int after, String species, List<String> regions) {
        return library.index()
                .find(new PassageQuery(words, "", after, species, regions, "", 50))
                .passages();
    }

    private static List<String> documents(List<FoundPassage> found) {
        return found.stream()
                .map(f -> f.passage().documentId())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private List<String> texts(String words) {
        return search(words).passages().stream()
                .map(FoundPassage::passage)
                .map(Passage::text)
                .toList();
    }

    private Answer search(String words) {
        return library.index().find(PassageQuery.of(words, 10));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
