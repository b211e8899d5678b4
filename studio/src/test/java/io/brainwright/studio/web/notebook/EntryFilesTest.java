package io.brainwright.studio.web.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryFilesTest {
    @TempDir
    Path workspace = Path.of("");

    private Entry entry = new Entry(Path.of(""));

    @BeforeEach
    void anEntryBesideASecret() throws IOException {
        var folder = Files.createDirectories(workspace.resolve("studies/2026-01-01-study/plots"));
        Files.writeString(folder.resolve("rate.png"), "picture");
        Files.writeString(workspace.resolve("secret.txt"), "key");
        Files.createSymbolicLink(folder.resolveSibling("link.png"), workspace.resolve("secret.txt"));
        entry = new Entry(Objects.requireNonNull(folder.getParent()));
    }

    @Test
    void aFileWithinTheEntryIsFound() {
        assertThat(EntryFiles.find(entry, "plots/rate.png")).hasContent("picture");
        assertThat(EntryFiles.type(EntryFiles.find(entry, "plots/rate.png"))).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret.txt",
                "plots/../../../secret.txt",
                "/etc/passwd",
                "link.png",
                "..",
                "plots",
                "",
                "plots/rate.png\0.txt"
            })
    void whatLiesOutsideIsNot(String name) {
        assertThatThrownBy(() -> EntryFiles.find(entry, name))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("FILE_NOT_FOUND"));
    }
}
