package io.brainwright.testkit.fuzz;

import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.testkit.SampleCells;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MorphologiesFuzzTest {
    private static final String SWC = """
            # a cell with a soma of three points
            1 1 0 0 0 5 -1
            2 1 0 -5 0 5 1
            3 1 0 5 0 5 1
            4 3 6 0 0 1 1
            5 3 26 0 0 1 4
            6 3 30 4 0 0.5 5
            7 3 30 -4 0 0.5 5
            8 2 0 -6 0 0.5 1
            """;
    private static final String ASC = """
            ; a cell
            ("CellBody" (Color Red) (CellBody)
              (5 0 0 0) (0 5 0 0) (-5 0 0 0) (0 -5 0 0)
            )
            ((Color Blue) (Dendrite)
              (6 0 0 2)
              (26 0 0 2)
              (
                (30 4 0 1) Normal
              |
                (30 -4 0 1) Normal
              )
            )
            ((Axon) (0 -6 0 1) (0 -20 0 1) Generated)
            """;

    @TempDir
    private Path folder;

    @Test
    void swc() {
        check("SWC morphology", "swc", List.of(SWC.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void asc() {
        check("ASC morphology", "asc", List.of(ASC.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void h5() {
        var ours = folder.resolve("whole.h5");
        MorphologyFile.write(SampleCells.axonLast(), ours);
        check("H5 morphology", "h5", List.of(Mutant.bytes(ours)));
    }

    private void check(String reader, String ending, List<byte[]> originals) {
        Fuzz.check(reader, originals, bytes -> {
            var file = Mutant.file(folder, "mutant." + ending, bytes);
            MorphologyFile.read(file);
        });
        Fuzz.check(reader + ", repaired", originals, bytes -> {
            var file = Mutant.file(folder, "mutant." + ending, bytes);
            MorphologyFile.read(file, true);
        });
    }
}
