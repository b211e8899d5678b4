package io.brainwright.neuro.morphology.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SomaShape;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class MorphologyFilesTest {
    /** A soma, an axon, and a dendrite that forks. */
    private static final String FORK = """
            1 1 0 0 0 5 -1
            2 2 0 -5 0 0.5 1
            3 2 0 -20 0 0.5 2
            4 3 0 5 0 1 1
            5 3 0 15 0 1 4
            6 3 5 25 0 0.5 5
            7 3 -5 25 0 0.5 5
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("cell.swc"), text);
    }

    @Test
    void sectionsOfAnSwcAreCutAtForks() throws IOException {
        var cell = SwcMorphology.read(file(FORK));
        assertThat(cell.sectionCount()).isEqualTo(5);
        assertThat(new int[] {cell.parent(1), cell.parent(2), cell.parent(3), cell.parent(4)})
                .containsExactly(0, 0, 2, 2);
        assertThat(cell.length_um(3)).isCloseTo(StrictMath.sqrt(125), within(1e-6));
        assertThat(cell.diameter(cell.begin(2))).isEqualTo(2);
    }

    @Test
    void aCellSurvivesHdf5AndSwc() throws IOException {
        var cell = SwcMorphology.read(file(FORK));
        H5Morphology.write(cell, folder.resolve("cell.h5"));
        same(cell, H5Morphology.read(folder.resolve("cell.h5")));
        SwcMorphology.write(cell, folder.resolve("again.swc"));
        same(cell, SwcMorphology.read(folder.resolve("again.swc")));
        AscMorphology.write(cell, folder.resolve("again.asc"));
        same(cell, AscMorphology.read(folder.resolve("again.asc")));
    }

    @Test
    void threePointsOfASomaAreTheSphereOfTheSameArea() throws IOException {
        var cell = SwcMorphology.read(file("1 1 0 0 0 5 -1\n2 1 0 -5 0 5 1\n3 1 0 5 0 5 1\n4 3 0 8 0 1 1\n"));
        assertThat(cell.somaShape()).isEqualTo(SomaShape.SPHERE);
        assertThat(cell.somaRadius_um()).isEqualTo(5);
        assertThat(cell.parent(1)).isZero();
    }

    @Test
    void aChainOfSomaPointsIsARowOfConesAndSurvivesSwc() throws IOException {
        var cell = SwcMorphology.read(file("1 1 0 0 0 3 -1\n2 1 0 4 0 3 1\n3 1 0 8 0 3 2\n4 3 0 12 0 1 3\n"));
        assertThat(cell.somaShape()).isEqualTo(SomaShape.CYLINDERS);
        assertThat(cell.somaRadius_um()).isCloseTo(Math.sqrt(2 * Math.PI * 3 * 8 / (4 * Math.PI)), within(1e-6));
        SwcMorphology.write(cell, folder.resolve("again.swc"));
        var again = SwcMorphology.read(folder.resolve("again.swc"));
        assertThat(again.end(0)).isEqualTo(3);
        same(cell, again);
    }

    @Test
    void aChainOfSomaPointsWithoutRadiusIsAnOutlineAndIsTold() throws IOException {
        var read = MorphologyFile.read(
                file("1 1 4 0 0 0 -1\n2 1 0 4 0 0 1\n3 1 -4 0 0 0 2\n4 1 0 -4 0 0 3\n5 3 0 8 0 1 2\n"), false);
        assertThat(read.cell().somaShape()).isEqualTo(SomaShape.CONTOUR);
        assertThat(read.cell().somaRadius_um()).isEqualTo(4);
        assertThat(read.findings()).extracting(Finding::code).containsExactly("SOMA_OUTLINE");
    }

    @Test
    void aSomaThatForksIsTheSphereOfItsAreaAndIsTold() throws IOException {
        var read = MorphologyFile.read(
                file("1 1 0 0 0 3 -1\n2 1 0 4 0 3 1\n3 1 0 -4 0 3 1\n4 1 4 0 0 3 1\n5 3 0 12 0 1 2\n"), false);
        assertThat(read.cell().somaRadius_um())
                .isCloseTo(Math.sqrt(3 * 2 * Math.PI * 3 * 4 / (4 * Math.PI)), within(1e-6));
        assertThat(read.findings()).extracting(Finding::code).containsExactly("SOMA_FORKS");
    }

    @Test
    void neurolucidaMarkersSpinesAndRepeatedForksAreUnderstood() throws IOException {
        var file = Files.writeString(folder.resolve("cell.asc"), """
                ; drawn by hand
                (ImageCoords Filename "a (b).tif")
                ("CellBody"
                  (Color Red) (CellBody) (FillDensity 0)
                  (4 0 0 0 S1) (0 4 0 0 S1) (-4 0 0 0 S1) (0 -4 0 0 S1) )
                ( (Color Blue) (Dendrite)
                  (0 5 0 2) (0, 10, 0, 2)  ; Root, 1
                  <( (Color Green) (1 10 0 0.5) )>
                  (Dot (Color White) (Name "Marker 3") (9 9 9 1))
                  ( (0 10 0 1) (5 20 0 1) Normal
                  | (-5 20 0 1) High ) )
                """);
        var cell = AscMorphology.read(file);
        assertThat(cell.sectionCount()).isEqualTo(4);
        assertThat(cell.somaRadius_um()).isEqualTo(4);
        assertThat(cell.y(cell.begin(3))).isEqualTo(10); // not repeated in the file
        assertThat(cell.length_um(2)).isEqualTo(cell.length_um(3));
    }

    @Test
    @EnabledIfSystemProperty(named = "reference.dir", matches = ".+", disabledReason = "needs -Dreference.dir")
    void everyReferenceCellSurvivesAscAndHdf5() throws IOException {
        var cells = Path.of(System.getProperty("reference.dir"), "anatomy", "morphologies");
        try (var files = Files.list(cells)) {
            for (var file : files.filter(f -> f.toString().endsWith(".h5")).toList()) {
                var cell = MorphologyFile.read(file);
                var again = folder.resolve("again.h5");
                MorphologyFile.write(cell, again);
                same(cell, MorphologyFile.read(again));
                var asc = folder.resolve("again.asc");
                MorphologyFile.write(cell, asc); // orders trees by type and has no fork of one
                for (byte type = 2; type <= 4; type++) {
                    assertThat(length_um(MorphologyFile.read(asc), type))
                            .isCloseTo(length_um(cell, type), within(1e-6));
                }
            }
        }
    }

    @Test
    void aFaultNamesTheLineWhatWasFoundAndWhatIsAllowed() throws IOException {
        var broken = file(FORK.replace("6 3 5 25 0 0.5 5", "6 3 5 25 0 0.5 99"));
        assertThatThrownBy(() -> SwcMorphology.read(broken))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.sentence())
                                .contains("cell.swc", "line 6", "parent 99", "the id of a point in the file"));
        var notH5 = broken;
        assertThatThrownBy(() -> H5Morphology.read(notH5)).isInstanceOf(Problem.class);
    }

    private static double length_um(Morphology cell, byte type) {
        return IntStream.range(1, cell.sectionCount())
                .filter(s -> cell.type(s) == type)
                .mapToDouble(cell::length_um)
                .sum();
    }

    private static void same(Morphology a, Morphology b) {
        assertThat(b.somaRadius_um()).isCloseTo(a.somaRadius_um(), within(1e-5));
        assertThat(b.sectionCount()).isEqualTo(a.sectionCount());
        int shift = b.end(0) - a.end(0); // HDF5 knows somata as contours only
        for (int s = 1; s < a.sectionCount(); s++) {
            assertThat(b.parent(s)).isEqualTo(a.parent(s));
            assertThat(b.type(s)).isEqualTo(a.type(s));
            assertThat(b.begin(s)).isEqualTo(a.begin(s) + shift);
        }
        for (int p = a.end(0); p < a.pointCount(); p++) {
            assertThat(b.x(p + shift)).isEqualTo(a.x(p));
            assertThat(b.y(p + shift)).isEqualTo(a.y(p));
            assertThat(b.diameter(p + shift)).isEqualTo(a.diameter(p));
        }
    }
}
