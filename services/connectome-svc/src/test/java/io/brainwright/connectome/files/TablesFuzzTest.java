package io.brainwright.connectome.files;

import io.brainwright.testkit.fuzz.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesFuzzTest {
    private static final String SEGMENTS =
            "id,x0,y0,z0,x1,y1,z1,radius,cell\n1,0,0,0,10,0,0,0.5,1\n2,0,1,0,10,1,0,0.5,1\n3,5,-5,0,5,5,0,0.5,2\n";

    @TempDir
    private Path folder;

    @Test
    void edges() {
        check("edge list", "source,target\n0,1\n1,0\n2,1\n", file -> EdgeList.read(file, 3));
    }

    @Test
    void nodes() {
        check("node table", "id,x,y,z,mtype,layer\n0,1,2,3,0,5\n1,2,3,4,1,4\n", NodeTable::read);
    }

    @Test
    void segments() throws IOException {
        var others = Files.writeString(folder.resolve("dendrites.csv"), SEGMENTS);
        check("segment table", SEGMENTS, file -> PairFile.write(file, others, 2, folder.resolve("pairs.csv")));
    }

    @FunctionalInterface
    private interface Reading {
        void read(Path file);
    }

    private void check(String reader, String original, Reading reading) {
        Fuzz.check(
                reader,
                List.of(original.getBytes(StandardCharsets.UTF_8)),
                bytes -> reading.read(Files.write(folder.resolve("mutant.csv"), bytes)));
    }
}
