package io.brainwright.sonata.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.EnumDataType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written here is read by jhdf, which shares no code with the writer. */
class Hdf5WriterTest {
    @TempDir
    private Path folder;

    @Test
    void theChecksumIsThatOfItsAuthor() {
        byte[] words = "Four score and seven years ago".getBytes(StandardCharsets.US_ASCII);
        assertThat(Lookup3.of(words, words.length)).isEqualTo(0x17770551); // lookup3.c, driver5
        assertThat(Lookup3.of(words, 0)).isEqualTo(0xdeadbeef);
    }

    @Test
    void numbersOfEveryTypeComeBackWithTheirType() {
        read(
                root -> {
                    root.dataset("u8", new byte[] {0, -1});
                    root.dataset("u16", new short[] {0, -1});
                    root.dataset("u32", new int[] {0, -1});
                    root.dataset("u64", new long[] {0, Long.MAX_VALUE});
                    root.signed("i8", new byte[] {-128, 127});
                    root.signed("i16", new short[] {Short.MIN_VALUE, Short.MAX_VALUE});
                    root.signed("i32", new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE});
                    root.signed("i64", new long[] {Long.MIN_VALUE, Long.MAX_VALUE});
                    root.dataset("f32", new float[] {Float.MIN_VALUE, Float.NaN, -0.1f});
                    root.dataset("f64", new double[] {Double.MIN_VALUE, Double.NEGATIVE_INFINITY, 0.1});
                },
                hdf -> {
                    assertThat(hdf.getDatasetByPath("u8").getData()).isEqualTo(new int[] {0, 255});
                    assertThat(hdf.getDatasetByPath("u16").getData()).isEqualTo(new int[] {0, 65535});
                    assertThat(hdf.getDatasetByPath("u32").getData()).isEqualTo(new long[] {0, 4294967295L});
                    assertThat(Stored.longs(hdf.getDatasetByPath("u64"))).containsExactly(0, Long.MAX_VALUE);
                    assertThat(hdf.getDatasetByPath("i8").getData()).isEqualTo(new byte[] {-128, 127});
                    assertThat(hdf.getDatasetByPath("i16").getData()).isEqualTo(new short[] {-32768, 32767});
                    assertThat(hdf.getDatasetByPath("i32").getData())
                            .isEqualTo(new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE});
                    assertThat(hdf.getDatasetByPath("i64").getData())
                            .isEqualTo(new long[] {Long.MIN_VALUE, Long.MAX_VALUE});
                    assertThat(hdf.getDatasetByPath("f32").getData())
                            .isEqualTo(new float[] {Float.MIN_VALUE, Float.NaN, -0.1f});
                    assertThat(hdf.getDatasetByPath("f64").getData())
                            .isEqualTo(new double[] {Double.MIN_VALUE, Double.NEGATIVE_INFINITY, 0.1});
                });
    }

    @Test
    void textsHaveAnyLengthAndAnyLetterAlsoInManyCollections() {
        var texts =
                IntStream.range(0, 5000).mapToObj(i -> "µ".repeat(i % 7) + i).toArray(String[]::new);
        texts[1] = "";
        read(root -> root.dataset("words", texts).attribute("unit", "µm").attribute("none", ""), hdf -> {
            var words = hdf.getDatasetByPath("words");
            assertThat(words.getData()).isEqualTo(texts);
            assertThat(words.isVariableLength()).isTrue();
            assertThat(words.getAttribute("unit").getData()).isEqualTo("µm");
            assertThat(words.getAttribute("none").getData()).isEqualTo("");
        });
    }

    @Test
    void columnsAndTablesMayBeEmpty() {
        read(
                root -> {
                    root.dataset("column", new float[0]);
                    root.dataset("texts", new String[0]);
                    root.table("table", new long[0][], 2).attribute("units", "ms");
                },
                hdf -> {
                    assertThat(dimensions(hdf.getDatasetByPath("column"))).containsExactly(0);
                    assertThat(dimensions(hdf.getDatasetByPath("texts"))).containsExactly(0);
                    assertThat(dimensions(hdf.getDatasetByPath("table"))).containsExactly(0, 2);
                    assertThat(hdf.getDatasetByPath("table")
                                    .getAttribute("units")
                                    .getData())
                            .isEqualTo("ms");
                });
    }

    /** 3 million bytes: more than what is converted at a time, and rows that do not divide it. */
    @Test
    void tablesLargerThanTheBufferKeepTheirOrder() {
        float[][] rows = new float[1000][777];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                rows[r][c] = 1000 * r + c;
            }
        }
        read(
                root -> root.table("rows", rows, 777),
                hdf -> assertThat((float[][]) hdf.getDatasetByPath("rows").getData())
                        .isDeepEqualTo(rows));
    }

    @Test
    void groupsWithHundredsOfMembersAndAttributesCanBeRead() {
        read(
                root -> {
                    for (int i = 0; i < 300; i++) {
                        root.group("g" + i).dataset("n", new int[] {i}).attribute("number", i % 256);
                    }
                    root.attribute("sorting", List.of("none", "by_id", "by_time"), "by_time");
                },
                hdf -> {
                    assertThat(hdf.getChildren()).hasSize(300);
                    var n = hdf.getDatasetByPath("g299/n");
                    assertThat(Stored.longs(n)).containsExactly(299);
                    assertThat(n.getAttribute("number").getData()).isEqualTo(43);
                    var sorting = hdf.getAttribute("sorting");
                    assertThat(((EnumDataType) sorting.getDataType()).getEnumMapping())
                            .isEqualTo(Map.of(0, "none", 1, "by_id", 2, "by_time"));
                    assertThat(sorting.getData()).isEqualTo("by_time");
                });
    }

    @Test
    void aNameCanBeGivenOnlyOnceAndNothingIsLeftOfAFileThatFailed() {
        var file = folder.resolve("twice.h5");
        assertThatThrownBy(() -> Hdf5File.write(file, root -> {
                    root.group("a");
                    root.dataset("a", new int[1]);
                }))
                .hasMessageContaining("'a' already");
        assertThat(file.toFile()).doesNotExist();
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void equalContentGivesEqualBytes() throws Exception {
        Consumer<NewGroup> content = root -> root.group("g").dataset("t", new String[] {"a", "b"});
        Hdf5File.write(folder.resolve("1.h5"), content);
        Hdf5File.write(folder.resolve("2.h5"), content);
        assertThat(folder.resolve("1.h5")).hasSameBinaryContentAs(folder.resolve("2.h5"));
        assertThat(Files.size(folder.resolve("1.h5"))).isLessThan(5000);
    }

    private static long[] dimensions(Dataset dataset) {
        return dataset.getDimensionsAsLong();
    }

    private void read(Consumer<NewGroup> content, Consumer<HdfFile> check) {
        var file = folder.resolve("file.h5");
        Hdf5File.write(file, content);
        Hdf5File.read(file, hdf -> {
            check.accept(hdf);
            return file;
        });
    }
}
