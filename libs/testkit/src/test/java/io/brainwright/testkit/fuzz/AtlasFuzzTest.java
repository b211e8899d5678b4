package io.brainwright.testkit.fuzz;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.atlas.fields.Annotation;
import io.brainwright.neuro.atlas.nrrd.NrrdReader;
import io.brainwright.neuro.recipe.RecipeOverlay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasFuzzTest {
    private static final String HEADER = """
            NRRD0004
            # a small volume
            type: %s
            dimension: %d
            space: left-posterior-superior
            sizes: %s
            space directions: %s
            endian: little
            encoding: %s
            space origin: (0,0,0)

            """;
    private static final String HIERARCHY = """
            {"msg": [{"id": 997, "acronym": "root", "name": "root", "children": [
              {"id": 1, "acronym": "S1", "name": "primary somatosensory", "color_hex_triplet": "FFFFFF", "children": [
                {"id": 2, "acronym": "S1L1", "name": "layer 1", "children": []},
                {"id": 3, "acronym": "S1L2", "name": "layer 2", "children": []}]}]}]}
            """;
    private static final String RECIPE = """
            sources: {M15: 'Markram et al. 2015', OWN: "measured here"}
            layers:
              L1:
                thickness_um: {value: 165, unit: um, source: M15}
              L4: {thickness_um: {value: 190, unit: um, source: OWN, tags: [generalised]}}
            synapses:
              delay_ms: {value: 0.8, source: 'M15 (Figure 3)'}
            """;

    @TempDir
    private Path folder;

    @Test
    void nrrd() throws IOException {
        byte[] values = new byte[4 * 3 * 2 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % 4 == 0 ? i / 4 : 0);
        }
        var axes = "(25,0,0) (0,25,0) (0,0,25)";
        var raw = file(HEADER.formatted("uint32", 3, "4 3 2", axes, "raw"), values);
        var gzip = file(HEADER.formatted("float", 4, "2 3 2 2", "none " + axes, "gzip"), gzip(values));
        Fuzz.check("NRRD volume", List.of(raw, gzip), bytes -> {
            try (var nrrd = new NrrdReader(Mutant.file(folder, "mutant.nrrd", bytes))) {
                long count = nrrd.header().components();
                for (int size : nrrd.header().sizes()) {
                    count *= size;
                }
                for (long i = 0; i < count; i++) {
                    nrrd.next();
                }
            }
        });
    }

    @Test
    void annotation() throws IOException {
        var tree = RegionTree.read(Files.writeString(folder.resolve("tree.json"), HIERARCHY));
        byte[] ids = new byte[4 * 3 * 2];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = (byte) (i % 4);
        }
        var axes = "(25,0,0) (0,25,0) (0,0,25)";
        var raw = file(HEADER.formatted("uint8", 3, "4 3 2", axes, "raw"), ids);
        var gzip = file(HEADER.formatted("uint8", 3, "4 3 2", axes, "gzip"), gzip(ids));
        Fuzz.check(
                "annotation volume",
                List.of(raw, gzip),
                bytes -> new Annotation(Mutant.file(folder, "mutant.nrrd", bytes), tree).notInHierarchy());
    }

    @Test
    void hierarchy() {
        Fuzz.check(
                "region hierarchy",
                List.of(HIERARCHY.getBytes(StandardCharsets.UTF_8)),
                bytes -> RegionTree.read(Mutant.file(folder, "mutant.json", bytes))
                        .query("root"));
    }

    @Test
    void recipe() throws IOException {
        Files.createDirectories(folder.resolve("recipe"));
        Fuzz.check("recipe of a workspace", List.of(RECIPE.getBytes(StandardCharsets.UTF_8)), bytes -> {
            Mutant.file(folder.resolve("recipe"), "rat-nbs1.yaml", bytes);
            RecipeOverlay.open("rat-nbs1", folder);
        });
    }

    private static byte[] file(String header, byte[] data) throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(header.getBytes(StandardCharsets.US_ASCII));
        file.write(data);
        return file.toByteArray();
    }

    private static byte[] gzip(byte[] data) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(data);
        }
        return packed.toByteArray();
    }
}
