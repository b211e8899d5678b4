package io.brainwright.agents.run;

import io.brainwright.testkit.fuzz.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CircuitRecordFuzzTest {
    @TempDir
    private Path workspace;

    @Test
    void theRecordOfACircuit() throws IOException {
        new CircuitRecord("S1HL, 60 neurons", Map.of("cells", "ab".repeat(32)), List.of(), List.of()).write(workspace);
        var file = CircuitRecord.file(workspace);
        Fuzz.check("circuit.json", List.of(Files.readAllBytes(file)), bytes -> {
            Files.write(file, bytes);
            CircuitRecord.read(workspace);
        });
    }
}
