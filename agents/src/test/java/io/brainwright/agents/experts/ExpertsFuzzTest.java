package io.brainwright.agents.experts;

import io.brainwright.testkit.fuzz.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpertsFuzzTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "custom-agent", "agents");

    @TempDir
    private Path folder;

    @Test
    void experts() throws IOException {
        Files.copy(EXAMPLE.resolve("cold-rig-words.yaml"), folder.resolve("cold-rig-words.yaml"));
        Fuzz.check(
                "expert in Markdown",
                List.of(Files.readAllBytes(EXAMPLE.resolve("cold-rig.md"))),
                bytes -> ExpertFile.checked(Files.write(folder.resolve("cold-rig.md"), bytes)));
    }

    @Test
    void theirWords() throws IOException {
        var expert = Files.copy(EXAMPLE.resolve("cold-rig.md"), folder.resolve("cold-rig.md"));
        Fuzz.check("words of an expert", List.of(Files.readAllBytes(EXAMPLE.resolve("cold-rig-words.yaml"))), bytes -> {
            Files.write(folder.resolve("cold-rig-words.yaml"), bytes);
            ExpertFile.checked(expert);
        });
    }
}
