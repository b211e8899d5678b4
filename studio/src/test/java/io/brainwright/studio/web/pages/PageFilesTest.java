package io.brainwright.studio.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PageFilesTest {
    private static final String OWN = """
            {"schema": "brainwright-page/1", "title": "Mine", "areas": ["raster notes"],
             "panels": [{"kind": "raster", "area": "raster"}, {"kind": "text", "area": "notes", "text": "Look here."}]}
            """;

    @TempDir
    Path workspace = Path.of("");

    @Test
    void theBuiltInPagesAreFilesThatKeepToTheSchema() {
        var pages = new PageFiles(workspace).all();
        assertThat(pages).extracting(Layout::name).containsExactlyElementsOf(PageFiles.BUILT_IN);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.faults()).as(page.name()).isEmpty());
    }

    @Test
    void everyKindOfPanelInTheSchemaHasItsModule() {
        var kinds =
                JsonMapper.shared().readTree(new PageFiles(workspace).schema()).at("/$defs/panel/properties/kind/enum");
        assertThat(kinds.size()).isGreaterThan(20);
        assertThat(kinds)
                .allSatisfy(
                        kind -> assertThat(PageFiles.class.getResource("/static/js/panels/" + kind.asString() + ".js"))
                                .as(kind.asString())
                                .isNotNull());
    }

    @Test
    void aPageOfTheScientistAppearsAsSoonAsItsFileIsThere() throws IOException {
        var files = new PageFiles(workspace);
        assertThat(files.all()).noneMatch(Layout::own);
        put("my-view.json", OWN);
        assertThat(files.all().getLast().title()).isEqualTo("Mine");
        assertThat(files.own("my-view").faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\": \"raster\" | \"kind\": \"rastr\" | /panels/0/kind",
                "\"title\": \"Mine\" | \"titel\": \"Mine\" | ",
                "\"area\": \"notes\" | \"area\": \"note\" | /panels/1/area",
                "\"raster notes\" | \"raster notes\", \"raster\" | /areas/1",
                "\"area\": \"notes\" | \"area\": \"raster\" | /panels/1/area"
            })
    void aFaultIsToldWithItsPlaceInTheFile(String change) throws IOException {
        var parts = change.split(" \\| ", -1);
        put("broken.json", OWN.replace(parts[0], parts[1]));
        assertThat(new PageFiles(workspace).own("broken").faults())
                .extracting(Layout.Fault::pointer)
                .contains(parts[2]);
    }

    @Test
    void whatIsNoJsonSaysWhere() throws IOException {
        put("broken.json", "{\"title\": ");
        var page = new PageFiles(workspace).own("broken");
        assertThat(page.layout()).isNull();
        assertThat(page.faults().getFirst().fault()).contains("line 1");
    }

    @Test
    void aPageThatCannotBeDrawnIsNotWritten() {
        var files = new PageFiles(workspace);
        assertThatThrownBy(() -> files.write("bad", JsonMapper.shared().readTree("{\"title\": \"x\"}")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults())
                                .extracting(FieldFault::fault)
                                .anyMatch(f -> f.contains("panels")));
        assertThat(workspace.resolve("pages/bad.json")).doesNotExist();
        assertThatThrownBy(() -> files.write("../evil", JsonMapper.shared().readTree(OWN)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("PAGE_NAME"));
    }

    private void put(String name, String text) throws IOException {
        Files.createDirectories(workspace.resolve("pages"));
        Files.writeString(workspace.resolve("pages").resolve(name), text);
    }
}
