package io.brainwright.library.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import io.brainwright.library.model.intake.Library;
import io.brainwright.library.model.search.ShippedRecipes;
import io.brainwright.library.model.search.ValueSearch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.AuditRequest;
import io.brainwright.proto.library.v1.FileReport;
import io.brainwright.proto.library.v1.FileReport.Outcome;
import io.brainwright.proto.library.v1.ImportProgress;
import io.brainwright.proto.library.v1.ImportRequest;
import io.brainwright.proto.library.v1.ListDocumentsRequest;
import io.brainwright.proto.library.v1.SearchRequest;
import io.brainwright.proto.library.v1.SearchResponse;
import io.brainwright.proto.library.v1.ShowPassageRequest;
import io.brainwright.testkit.Reference;
import io.brainwright.testkit.StageHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportsTest {
    @TempDir
    private Path folder;

    private final StageHarness datasets = new StageHarness();
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
    void aFolderIsImportedWithAReportForEachFile() throws IOException {
        var papers = Files.createDirectories(folder.resolve("papers/more"));
        Files.copy(Reference.path("literature/jats/elife-16553.xml"), papers.resolve("a.pdf"));
        Files.writeString(
                papers.resolve("b.swc"),
                "1 1 0 0 0 5 -1\n2 3 6 0 0 1 1\n3 3 26 0 0 1 2\n4 2 0 -6 0 0.5 1\n5 2 0 -36 0 0.5 4\n");
        Files.writeString(papers.resolve("c.docx"), "PK\3\4");
        Files.writeString(papers.resolve(".hidden"), "nothing");
        var reports = take(request(Objects.requireNonNull(papers.getParent())));
        assertThat(reports)
                .extracting(FileReport::getOutcome)
                .containsExactly(Outcome.IMPORTED, Outcome.IMPORTED, Outcome.REFUSED);
        assertThat(reports.getFirst().getDocument().getShortName()).isEqualTo("Eyal et al. 2016");
        assertThat(reports.get(1).getDocument().hasDataset()).isTrue();
        assertThat(reports.get(2).getReason()).isEqualTo("FORMAT_NOT_TAKEN");
        assertThat(take(request(Objects.requireNonNull(papers.getParent()))))
                .extracting(FileReport::getOutcome)
                .containsExactly(Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.REFUSED);
        var listed = new DocumentAnswers(library).list(ListDocumentsRequest.getDefaultInstance());
        assertThat(listed.getDocumentsList()).hasSize(2).allMatch(d -> d.getPassages() > 0);
    }

    @Test
    void aRecordingBecomesADatasetWithOneUnitForEachColumn() throws IOException {
        var file = Files.writeString(folder.resolve("step.csv"), "t_ms,soma (mV),I (pA)\n0,-70,0\n0.1,-69,100\n");
        var report = take(request(file)).getFirst();
        var id = new DatasetId(report.getDocument().getDataset().getId());
        assertThat(datasets.read(id, "channels").texts("unit")).containsExactly("mV", "nA");
        assertThat(datasets.read(id, "voltages").doubles("voltage_mV")).containsExactly(-70, -69);
        assertThat(datasets.read(id, "currents").doubles("current_nA")).containsExactly(0, 0.1);
        assertThat(datasets.read(id, "currents").doubles("time_ms")).containsExactly(0, 0.1);
    }

    @Test
    void valuesOfATableAreFoundWithTheirPlaceNextToThoseOfTheRecipes() throws IOException {
        var table = Files.writeString(folder.resolve("cells.csv"), "cell,layer,Rin,sd\nTTPC,5,42.5,6\nSSC,4,180,20\n");
        var mapping = Files.writeString(folder.resolve("m.yaml"), """
                constants: {species: rat, age: P14, region: S1HL}
                columns:
                  cell: cell_type
                  layer: layer
                  Rin: {quantity: input_resistance, unit: MOhm, spread: sd, spread_kind: sd}
                """);
        take(request(table).toBuilder()
                .setMapping(mapping.toString())
                .setCitation("own, 2026")
                .build());
        var found = search(
                SearchRequest.newBuilder().setWords("input resistance L5 rat").build());
        assertThat(found.getValuesList()).hasSize(1);
        var value = found.getValues(0);
        assertThat(value.getValue()).isEqualTo(42.5);
        assertThat(value.getUnit()).isEqualTo("MOhm");
        assertThat(value.getSd()).isEqualTo(6);
        assertThat(value.getSource()).isEqualTo("own, 2026");
        assertThat(value.getPlace()).isEqualTo("line 2, column 'Rin'");
        assertThat(search(SearchRequest.newBuilder()
                                .setWords("input resistance")
                                .setSpecies("mouse")
                                .build())
                        .getValuesList())
                .isEmpty();
        assertThat(search(SearchRequest.newBuilder()
                                .setWords("layer 4 thickness")
                                .build())
                        .getValues(0)
                        .getPath())
                .isEqualTo("layers.4.thickness_um");
    }

    @Test
    void anEntryOfABibliographyIsJoinedToItsPaperWhicheverComesFirst() throws IOException {
        var bib = Files.writeString(folder.resolve("papers.bib"), """
                @article{eyal, title={Unique membrane properties}, year=2016, doi={10.7554/eLife.16553}, journal={eLife}}
                @article{doe, title={A paper that nobody has as a file}, author={Doe, Jane}, year=1999}
                """);
        var first = take(request(bib)).getFirst();
        assertThat(first.getRead(0)).contains("2 entries: 2 new");
        take(request(Reference.path("literature/jats/elife-16553.xml")));
        assertThat(library.shelf().all()).hasSize(2);
        var again = take(request(Files.writeString(folder.resolve("again.bib"), Files.readString(bib) + "\n")))
                .getFirst();
        assertThat(again.getOutcome()).as(again.toString()).isEqualTo(Outcome.DUPLICATE);
        assertThat(again.getSkipped(0)).contains("2 entries: 0 new", "2 known");
    }

    @Test
    void aPassageIsShownWithItsNeighboursAndQuotedExactly() {
        var id = take(request(Reference.path("literature/jats/elife-18167.xml")))
                .getFirst()
                .getDocument()
                .getId();
        var shown = new DocumentAnswers(library)
                .show(ShowPassageRequest.newBuilder()
                        .setDocumentId(id.substring(0, 8))
                        .setPassage(1)
                        .setAround(1)
                        .build());
        assertThat(shown.getPassagesList()).hasSizeBetween(2, 3);
        shown.getPassagesList()
                .forEach(p ->
                        assertThat(p.getQuote().getText()).hasSize(p.getQuote().getEnd()));
        var found = search(
                        SearchRequest.newBuilder().setWords("vesicular release").build())
                .getPassages(0);
        assertThat(found.getHighlightsList()).isNotEmpty();
        assertThat(found.getDocument().getCitation()).contains("10.7554/elife.18167");
    }

    @Test
    void wrongRequestsAreToldByField() {
        wrong(() -> take(ImportRequest.getDefaultInstance()), "path");
        wrong(() -> take(ImportRequest.newBuilder().setPath("/no/such/thing").build()), "path");
        wrong(
                () -> search(
                        SearchRequest.newBuilder().setKind("songs").setLimit(-1).build()),
                "limit",
                "kind");
        wrong(
                () -> new DocumentAnswers(library)
                        .show(ShowPassageRequest.newBuilder()
                                .setDocumentId("../x")
                                .build()),
                "document_id");
        wrong(
                () -> AuditAnswers.answer(
                        AuditRequest.newBuilder().addGroupBy("mood").build()),
                "group_by");
    }

    @Test
    void theAuditCountsEveryValueOnce() {
        var audit =
                AuditAnswers.answer(AuditRequest.newBuilder().addGroupBy("tier").build());
        assertThat(audit.getGroupsList().stream().mapToInt(g -> g.getValues()).sum())
                .isEqualTo(audit.getValues());
        int all = ShippedRecipes.all().stream().mapToInt(r -> r.values().size()).sum();
        assertThat(audit.getValues()).isEqualTo(all);
        assertThat(audit.getChosen()).isPositive().isLessThan(all);
        assertThat(audit.getGroupsList().stream().map(g -> g.getWords(0)))
                .contains("chosen", "generalised", "measured");
    }

    private static void wrong(Runnable call, String... fields) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults()).extracting("field").containsExactly((Object[]) fields));
    }

    private SearchResponse search(SearchRequest request) {
        return new SearchAnswers(new ValueSearch(ShippedRecipes.all()), library, datasets).answer(request);
    }

    private ImportRequest request(Path path) {
        return ImportRequest.newBuilder()
                .setPath(path.toString())
                .setLicence("unknown")
                .setCitation(path.toString().endsWith(".xml") ? "" : "unknown")
                .build();
    }

    private List<FileReport> take(ImportRequest request) {
        var answers = new ArrayList<ImportProgress>();
        var stages = new KeptDatasets(
                new MorphologyImportStage(folder.resolve("workspace")), new TraceImportStage(library), builds());
        new FileImports(library, stages).answer(request, answers::add);
        assertThat(answers.getLast().hasResult()).isTrue();
        return answers.stream()
                .filter(ImportProgress::hasFile)
                .map(ImportProgress::getFile)
                .toList();
    }

    private Builds builds() {
        return new Builds() {
            @Override
            public <R extends Message> Built build(Stage<R> stage, R request, Consumer<BuildStatus> progress) {
                return new Built(datasets.manifest(datasets.run(stage, request)), false);
            }
        };
    }
}
