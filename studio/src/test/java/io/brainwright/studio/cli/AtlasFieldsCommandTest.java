package io.brainwright.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code atlas fields} as a scientist calls it. */
@Timeout(120)
class AtlasFieldsCommandTest {
    private static final int N = 16;

    @TempDir
    Path folder;

    private Path hierarchy;

    @BeforeEach
    void hierarchy() throws IOException {
        hierarchy = Files.writeString(folder.resolve("tree.json"), """
                {"id": 1, "acronym": "C", "name": "cortex", "children": [
                  {"id": 101, "acronym": "C1", "name": "cortex, layer 1"}, {"id": 102, "acronym": "C2", "name": "cortex, layer 2"},
                  {"id": 103, "acronym": "C4", "name": "cortex, layer 4"}, {"id": 9, "acronym": "D", "name": "elsewhere"}]}
                """);
    }

    /** A slab under a pia at +y, with the spacing spelled as given and the upper layer as asked. */
    private Path annotation(String spacing, int upper) throws IOException {
        var header = """
                NRRD0004
                type: uint32
                dimension: 3
                sizes: %1$d %1$d %1$d
                spacings: %2$s %2$s %2$s
                endian: little
                encoding: raw

                """.formatted(N, spacing).getBytes();
        var bytes = ByteBuffer.allocate(header.length + 4 * N * N * N)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        for (int i = 0; i < N * N * N; i++) {
            int x = i % N;
            int y = i / N % N;
            int z = i / N / N;
            boolean inside = x > 2 && x < 13 && z > 2 && z < 13 && y > 2 && y < 12;
            bytes.putInt(!inside ? 0 : y > 8 ? upper : y > 5 ? 102 : 103);
        }
        return Files.write(folder.resolve("a.nrrd"), bytes.array());
    }

    private String told(int code, String annotation, String region) {
        var out = System.out;
        var err = System.err;
        var told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true));
        System.setErr(new PrintStream(told, true));
        try {
            int found = Brainwright.run(new String[] {
                "atlas",
                "fields",
                "--annotation",
                annotation,
                "--hierarchy",
                hierarchy.toString(),
                "--region",
                region,
                "--out",
                folder.resolve("out").toString()
            });
            assertThat(found).as("%s", told).isEqualTo(code);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return told.toString();
    }

    @Test
    void writesVolumesAReportAndAPicture() throws IOException {
        var told = told(0, annotation("20", 101).toString(), "C");
        assertThat(told).contains("0 folds", "12 volumes, report.json and fields.png");
        var report =
                JsonMapper.shared().readTree(folder.resolve("out/report.json").toFile());
        var patch = report.at("/flat_map/patches/0");
        assertThat(patch.at("/folds").intValue()).isZero();
        assertThat(patch.at("/areaRatio/1").doubleValue()).isBetween(0.999, 1.001);
        assertThat(folder.resolve("out/flatmap.nrrd")).isNotEmptyFile();
        BufferedImage picture = ImageIO.read(folder.resolve("out/fields.png").toFile());
        assertThat(picture.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
        assertThat(java.util.Arrays.stream(picture.getRGB(0, 0, 1500, picture.getHeight(), null, 0, 1500))
                        .distinct()
                        .count())
                .isGreaterThan(100);
    }

    @Test
    void refusesInASentenceAndLeavesNothing() throws IOException {
        var good = annotation("20", 101).toString();
        assertThat(told(2, good, "D")).contains("layers");
        assertThat(told(2, good, "C1")).contains("layers");
        assertThat(told(2, good, "nowhere")).contains("nowhere");
        assertThat(told(2, annotation("nan", 101).toString(), "C")).doesNotContain("\tat ");
        assertThat(told(2, annotation("0", 101).toString(), "C")).contains("more than 0 um");
        assertThat(told(2, annotation("20", 9).toString(), "C2")).contains("layers");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
