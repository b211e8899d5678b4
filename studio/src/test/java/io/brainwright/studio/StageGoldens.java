package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.run.Built;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of each stage for one small study. Where they change, the stage's algorithm version must rise: else the catalogue
 * would serve old bytes for a new algorithm. {@code -Dgolden.update=true} writes the file anew.
 */
final class StageGoldens {
    private static final String FILE = "golden/stages/expected.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private StageGoldens() {}

    static void expect(Collection<Built> made, Datasets datasets) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        for (var one : made) {
            if (one.stage().contains("picture")) {
                continue;
            }
            var manifest = datasets.manifest(new DatasetId(one.id()));
            found.put(
                    one.stage(), Map.of("version", manifest.version(), "row_hash", new TreeMap<>(manifest.rowHash())));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(Path.of("src/test/resources", FILE), JSON.writeValueAsString(found) + "\n");
        }
        try (var golden = Objects.requireNonNull(
                StageGoldens.class.getClassLoader().getResourceAsStream(FILE), "no golden " + FILE)) {
            assertThat(JSON.readTree(JSON.writeValueAsString(found)))
                    .as(
                            "bytes changed without a new algorithm version: raise Stage.version() and run with -Dgolden.update=true")
                    .isEqualTo(JSON.readTree(golden));
        }
    }
}
