package io.brainwright.agents.dialogue;

import io.brainwright.agents.plan.SmallPlan;
import io.brainwright.testkit.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogueFuzzTest {
    @TempDir
    private Path folder;

    @Test
    void keptDialogues() {
        var dialogue = "{\"schema\": \"brainwright-dialogue/1\", \"language\": \"de\", \"versions\": [%s]}"
                .formatted(SmallPlan.JSON);
        Fuzz.check(
                "kept dialogue",
                List.of(dialogue.getBytes(StandardCharsets.UTF_8)),
                bytes -> new DialogueFile(Files.write(folder.resolve("current.json"), bytes)).read());
    }
}
