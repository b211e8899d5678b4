package io.brainwright.studio.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.testkit.fuzz.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesFuzzTest {
    private static final String OWN = """
            {"schema": "brainwright-page/1", "title": "Mine", "areas": ["raster notes"],
             "panels": [{"kind": "raster", "area": "raster"}, {"kind": "text", "area": "notes", "text": "Look here."}]}
            """;

    @TempDir
    private Path workspace;

    @Test
    void layouts() throws IOException {
        var pages = new PageFiles(workspace);
        Files.createDirectories(workspace.resolve("pages"));
        Fuzz.check("page layout", List.of(OWN.getBytes(StandardCharsets.UTF_8)), bytes -> {
            Files.write(workspace.resolve("pages").resolve("mine.json"), bytes);
            var page = pages.own("mine");
            if (!page.faults().isEmpty()) {
                assertThat(page.faults()).allSatisfy(f -> assertThat(f.fault()).isNotBlank());
                throw new Problem(Kind.INVALID, "FAULTS", "told in the page itself", "", Map.of());
            }
        });
    }
}
