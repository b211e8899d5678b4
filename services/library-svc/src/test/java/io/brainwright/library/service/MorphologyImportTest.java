package io.brainwright.library.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Message;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.ImportMorphologyRequest;
import io.brainwright.testkit.SampleCells;
import io.brainwright.testkit.StageHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MorphologyImportTest {
    private static final String CELL = """
            # a cell, lengths in µm
            1 1 100 200 0 5 -1
            2 3 106 200 0 1 1
            3 3 126 200 0 1 2
            4 2 100 194 0 0.5 1
            5 2 100 164 0 0.5 4
            """;

    @TempDir
    private Path folder;

    private final StageHarness datasets = new StageHarness();

    @Test
    void aFileBecomesADatasetWithTheSomaAtTheOriginAndTheAxonFirst() throws IOException {
        var answer = imports().answer(request(write("my cell.swc", CELL)));
        assertThat(answer.getName()).isEqualTo("my cell");
        assertThat(answer.getSections()).isEqualTo(3);
        assertThat(answer.getPoints()).isEqualTo(5);
        assertThat(answer.getDendriteLengthUm()).isEqualTo(20, within(1e-9));
        assertThat(answer.getAxonLengthUm()).isEqualTo(30, within(1e-9));
        assertThat(answer.getNotesList()).anyMatch(n -> n.contains("from (100.000, 200.000, 0.000) um"));
        var rows = datasets.read(new DatasetId(answer.getDataset().getId()), MorphologyTable.NAME);
        var cell = MorphologyTable.morphology(rows, 0);
        assertThat(rows.longs("node_id")).containsExactly(0);
        assertThat(cell.type(1)).isEqualTo((byte) 2);
        assertThat(cell.y(cell.begin(1))).isEqualTo(-6);
        assertThat(cell.x(cell.begin(2))).isEqualTo(6);
    }

    @Test
    void theWorkspaceKeepsTheBytesAndWhoseTheyAre() throws IOException {
        imports().answer(request(write("cell.swc", CELL)));
        try (var kept = Files.list(folder.resolve("workspace/library"))) {
            var files = kept.sorted().toList();
            assertThat(files).hasSize(2);
            assertThat(files.getFirst()).content().contains("CC BY 4.0", "Doe 2020", "\"name\" : \"cell\"");
            assertThat(files.getLast()).hasSameBinaryContentAs(folder.resolve("cell.swc"));
        }
    }

    @Test
    void sectionsOfAnHdf5FileArePutInOrder() {
        var file = folder.resolve("cell.h5");
        H5Morphology.write(SampleCells.axonLast(), file);
        var answer = imports().answer(request(file));
        assertThat(answer.getNotesList()).anyMatch(n -> n.startsWith("Sections were put in the order"));
        var rows = datasets.read(new DatasetId(answer.getDataset().getId()), MorphologyTable.NAME);
        assertThat(MorphologyTable.morphology(rows, 0).type(1)).isEqualTo((byte) 2);
        assertThat(answer.getAxonLengthUm()).isEqualTo(8, within(1e-6));
    }

    @Test
    void aBrokenFileIsNamedWithItsLineAndNotKept() throws IOException {
        var file = write("broken.swc", CELL.replace("126 200", "126 oops"));
        assertThatThrownBy(() -> imports().answer(request(file)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("broken.swc")
                .hasMessageContaining("line 4")
                .hasMessageContaining("oops");
        assertThat(folder.resolve("workspace/library")).doesNotExist();
    }

    @Test
    void licenceAndCitationMustBeToldAndMayBeUnknown() throws IOException {
        var bare = ImportMorphologyRequest.newBuilder()
                .setPath(folder.resolve("none.swc").toString())
                .build();
        assertThatThrownBy(() -> imports().answer(bare))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults()).extracting("field").containsExactly("path", "licence", "citation"));
        var unknown = request(write("cell.swc", CELL)).toBuilder()
                .setLicence("unknown")
                .setCitation("unknown")
                .build();
        assertThat(imports().answer(unknown).hasDataset()).isTrue();
    }

    @Test
    void aKeptFileThatWasChangedIsNotUsed() throws IOException {
        var shelf = new MorphologyShelf(folder.resolve("workspace"));
        var kept = shelf.keep(write("cell.swc", CELL), "unknown", "unknown");
        Files.writeString(folder.resolve("workspace/library/" + kept.getSha256() + ".swc"), "1 1 0 0 0 5 -1\n");
        assertThatThrownBy(() -> shelf.read(kept)).hasMessageContaining("is not the file that was imported");
    }

    private MorphologyImports imports() {
        return new MorphologyImports(new MorphologyImportStage(folder.resolve("workspace")), new Builds() {
            @Override
            public <R extends Message> Built build(Stage<R> stage, R request, Consumer<BuildStatus> progress) {
                return new Built(datasets.manifest(datasets.run(stage, request)), false);
            }
        });
    }

    private static ImportMorphologyRequest request(Path file) {
        return ImportMorphologyRequest.newBuilder()
                .setPath(file.toString())
                .setLicence("CC BY 4.0")
                .setCitation("Doe 2020")
                .build();
    }

    /** In an old encoding, as many files on the net are. */
    private Path write(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
