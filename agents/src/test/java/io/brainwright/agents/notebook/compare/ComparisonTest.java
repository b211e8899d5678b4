package io.brainwright.agents.notebook.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.Studies;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    Path workspace;

    @Test
    void anEntryEqualsItself() throws Exception {
        var entry = Studies.write(workspace, 30);
        var comparison = Comparison.of(entry, entry);
        assertThat(comparison.patch()).isEmpty();
        assertThat(ComparisonText.of(comparison))
                .contains("  the same")
                .anyMatch(line -> line.startsWith("  sim") && line.endsWith("the same"))
                .noneMatch(line -> line.contains("higher"));
    }

    @Test
    void plansDatasetsNumbersAndVerdictsStandSideBySide() throws Exception {
        var a = Studies.write(workspace, 30);
        var notebook = new Notebook(workspace);
        var draft = Studies.draft();
        var folder = notebook.folder(draft, LocalDate.of(2026, 1, 3));
        notebook.write(folder, List.of(draft), Studies.result(folder, 0), Studies.STAMP);
        var text = ComparisonText.of(Comparison.of(a, notebook.find(draft.hash().substring(0, 8))));
        assertThat(text)
                .contains("  sim.run (step s2): duration_ms was 40, is 20")
                .anyMatch(
                        line -> line.contains("placement") && line.contains("the same id; the entry holds no checksum"))
                .anyMatch(line -> line.contains("mean rate")
                        && line.contains("stimulated")
                        && line.contains("B is 42.86 Hz lower"))
                .anyMatch(line -> line.contains("A  Supported."))
                .anyMatch(line -> line.contains("B  Refuted."));
    }
}
