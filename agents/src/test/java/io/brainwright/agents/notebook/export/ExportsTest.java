package io.brainwright.agents.notebook.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.notebook.Studies;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportsTest {
    @TempDir
    Path workspace;

    private String export(Format format) throws IOException {
        var entry = Studies.write(workspace, 30);
        return Files.readString(Exports.write(entry, format, Exports.target(entry, format)));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void markdownIsThePage() throws Exception {
        assertThat(export(Format.MARKDOWN)).startsWith("# Layer 4 fires more");
    }

    @Test
    void htmlStandsAloneAndRunsNothing() throws Exception {
        var html = export(Format.HTML);
        assertThat(html)
                .contains(
                        "<h1>Layer 4 fires more | when stimulated</h1>",
                        "data:image/png;base64,",
                        "prefers-color-scheme: dark")
                .contains("&lt;b&gt;60 cells", "width=device-width")
                .doesNotContain("<script", "<link", "src=\"http", "<b>60", "{{");
        var fetched = Pattern.compile("(?:src|href)=\"(?!data:|https://)").matcher(html);
        assertThat(fetched.find()).as("nothing is fetched").isFalse();
    }

    @Test
    void aPictureThatIsMissingIsNamed() throws Exception {
        var entry = Studies.write(workspace, 30);
        Files.delete(entry.folder().resolve("raster.png"));
        assertThatThrownBy(() -> Exports.write(entry, Format.HTML, workspace.resolve("x.html")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("raster.png");
    }

    @Test
    void aPictureOutsideTheEntryIsNotRead() throws Exception {
        var entry = Studies.write(workspace, 30);
        Files.write(workspace.resolve("secret.png"), new byte[] {1});
        Files.writeString(entry.folder().resolve("notebook.md"), "![x](../../secret.png)");
        assertThatThrownBy(() -> Exports.write(entry, Format.HTML, workspace.resolve("x.html")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void theJupyterNotebookAsksForEveryDatasetByVariablesAndComparesTheIds() throws Exception {
        var notebook = json(export(Format.IPYNB));
        assertThat(notebook.path("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.path("nbformat_minor").asInt()).isEqualTo(5);
        var ids = new HashSet<String>();
        var code = new StringBuilder();
        for (var cell : notebook.path("cells")) {
            assertThat(cell.path("id").asString()).matches("[a-zA-Z0-9-_]{1,64}");
            assertThat(ids.add(cell.path("id").asString())).as("ids are unique").isTrue();
            var source = new StringBuilder();
            cell.path("source").forEach(line -> source.append(line.asString()));
            if (cell.path("cell_type").asString().equals("code")) {
                assertThat(cell.path("outputs").isArray()).isTrue();
                assertThat(cell.has("execution_count")).isTrue();
                code.append(source).append('\n');
            }
        }
        assertThat(code)
                .contains("placement = bw.build(\"placement\", {\"cell_count\": \"60\", \"seed\": \"7\"})")
                .contains("sim_control = bw.build(\"sim\", {\"cells\": {\"id\": placement}, \"duration_ms\": 40})")
                .contains("\"sim_control\": (\"" + Studies.CONTROL + "\"")
                .contains("runs = {\"sim\": (sim, placement), \"sim control\": (sim_control, placement)}")
                .contains("assert made[name] == dataset");
    }

    @Test
    void theSameEntryGivesTheSameFiles() throws Exception {
        var entry = Studies.write(workspace, 30);
        for (var format : Format.values()) {
            var one = Exports.write(entry, format, workspace.resolve("1" + format.ending()));
            var two = Exports.write(entry, format, workspace.resolve("2" + format.ending()));
            assertThat(one).as(format.word()).hasSameBinaryContentAs(two);
        }
    }

    @Test
    void anUnknownFormatNamesThoseThereAre() {
        assertThatThrownBy(() -> Format.of("pdf"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.remedy()).contains("ro-crate"));
    }

    @Test
    void theCrateDescribesEachOfItsFilesAndNothingElse() throws Exception {
        var entry = Studies.write(workspace, 30);
        var folder = Exports.write(entry, Format.RO_CRATE, workspace.resolve("crate"));
        var graph = new Crate(json(Files.readString(folder.resolve("ro-crate-metadata.json"))));
        graph.isSound();
        var root = graph.at("./");
        for (var part : root.path("hasPart")) {
            var file = folder.resolve(part.path("@id").asString());
            assertThat(file).isRegularFile();
            assertThat(graph.at(part.path("@id").asString()).path("sha256").asString())
                    .isEqualTo(Checksums.sha256(file));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())
                            .filter(f -> !f.startsWith("ro-crate-"))
                            .toList())
                    .as("every file is described")
                    .allMatch(f -> graph.has(f));
        }
    }

    @Test
    void aRunIsAnActionThatThePlanWasTheInstrumentOf() throws Exception {
        var entry = Studies.write(workspace, 30);
        var zip = Exports.write(entry, Format.RO_CRATE, workspace.resolve("study.crate.zip"));
        try (var file = new ZipFile(zip.toFile())) {
            var text = new String(
                    file.getInputStream(file.getEntry("ro-crate-metadata.json")).readAllBytes(),
                    StandardCharsets.UTF_8);
            var graph = new Crate(json(text));
            graph.isSound();
            var run = graph.at("#run-1");
            assertThat(run.path("@type").asString()).isEqualTo("CreateAction");
            assertThat(run.path("instrument").path("@id").asString()).isEqualTo("plan.json");
            assertThat(run.path("agent").path("@id").asString()).isEqualTo("#person-ada");
            assertThat(run.path("startTime").asString()).isEqualTo("2026-01-02T09:59:47.500Z");
            assertThat(run.path("result").toString()).contains(Studies.RUN, "raster.png", "findings.json");
            assertThat(graph.at("plan.json").path("@type").toString()).contains("ComputationalWorkflow");
            assertThat(graph.at("urn:brainwright:dataset:" + Studies.RUN)
                            .path("isBasedOn")
                            .toString())
                    .contains(Studies.CELLS);
            assertThat(file.getEntry("findings.json")).isNotNull();
            assertThat(file.getEntry("ro-crate-preview.html")).isNotNull();
        }
    }
}
