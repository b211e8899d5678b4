package io.brainwright.synthesis.model.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.topology.Barcode;
import io.brainwright.synthesis.model.growth.CellGrower;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.growth.Specimens;
import io.brainwright.synthesis.model.parameters.GrowthFiles;
import io.brainwright.synthesis.model.parameters.GrowthParameters;
import io.brainwright.synthesis.model.parameters.MtypeRule;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFitTest {
    private static final List<String> CELLS_OF_LAYER_5 = List.of(
            "C060109A3", "C060114A2", "C060114A4", "C060114A5", "C060114A6", "C060109A2", "C060110A2", "C060110A5");
    private static final int CELLS = CELLS_OF_LAYER_5.size();

    @TempDir
    private Path folder;

    private GrowthParameters fit() throws IOException {
        for (var name : List.of(
                "C060109A3",
                "C060114A2",
                "C060114A4",
                "C060114A5",
                "C060114A6",
                "C060109A2",
                "C060110A2",
                "C060110A5")) {
            var cell = Reference.path("anatomy/morphologies/" + name + ".h5");
            Files.copy(cell, folder.resolve(name + ".h5"));
        }
        return FolderFit.of(folder, "L5_TPC:A");
    }

    @Test
    void asManyCellsAsWereFittedHaveTheirTreesAndNearlyTheirLengths() throws IOException {
        var fit = fit();
        assertThat(fit.sources()).hasSize(CELLS);
        var grown = new Specimens(1, fit, false);
        int trees = 0;
        double grown_um = 0;
        double asked_um = 0;
        for (int k = 0; k < CELLS; k++) {
            var cell = grown.grow(k);
            for (int s = 1; s < cell.sectionCount(); s++) {
                if (cell.parent(s) == 0 && cell.type(s) == SectionType.BASAL) {
                    trees++;
                    grown_um += total_um(Barcode.ofPath(cell, s));
                }
            }
        }
        for (var tree : fit.basal().trees()) {
            asked_um +=
                    tree.bars().stream().mapToDouble(b -> b.get(0) - b.get(1)).sum();
        }
        assertThat(trees).isEqualTo(fit.basal().trees().size());
        assertThat(grown_um).isCloseTo(asked_um, within(0.1 * asked_um));
    }

    @Test
    void grownBranchesHoldTheirCourseAndThicknessAsTheReconstructionsDo() throws IOException {
        var fit = fit();
        var grown = new Specimens(1, fit, false);
        for (byte type : new byte[] {SectionType.BASAL, SectionType.APICAL}) {
            var real = new Branches();
            var ours = new Branches();
            for (int k = 0; k < CELLS; k++) {
                real.add(MorphologyFile.read(folder.resolve(CELLS_OF_LAYER_5.get(k) + ".h5")), type);
                ours.add(grown.grow(k), type);
            }
            assertThat(median(ours.chordOverPath))
                    .as("type %d", type)
                    .isCloseTo(median(real.chordOverPath), within(0.03));
            assertThat(median(ours.terminal_um)).as("type %d", type).isCloseTo(median(real.terminal_um), within(0.12));
        }
    }

    /** Bars of 100 um or more, straight lines over paths; diameters of terminal sections every 5 um. */
    private static final class Branches {
        private final List<Double> chordOverPath = new ArrayList<>();
        private final List<Double> terminal_um = new ArrayList<>();

        void add(Morphology cell, byte type) {
            for (int s = 1; s < cell.sectionCount(); s++) {
                if (cell.type(s) == type && cell.parent(s) == 0) {
                    bars(cell, Barcode.ofPath(cell, s));
                }
                if (cell.type(s) == type && cell.children(s).length == 0) {
                    diameters(cell, s);
                }
            }
        }

        private void bars(Morphology cell, Barcode code) {
            for (int b = 0; b < code.size(); b++) {
                double path_um = code.tip_um(b) - code.fork_um(b);
                if (path_um > 100) {
                    int from = cell.begin(code.firstSection(b));
                    chordOverPath.add(TreeFit.distance(cell, from, cell.end(code.leafSection(b)) - 1) / path_um);
                }
            }
        }

        private void diameters(Morphology cell, int s) {
            double path = 0;
            for (int p = cell.begin(s); p < cell.end(s) - 1; p++) {
                for (path += cell.segmentLength_um(p); path > 5; path -= 5) {
                    terminal_um.add((double) cell.diameter(p));
                }
            }
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double total_um(Barcode code) {
        double sum = 0;
        for (int b = 0; b < code.size(); b++) {
            sum += code.tip_um(b) - code.fork_um(b);
        }
        return sum;
    }

    @Test
    void aCellGrowsToTheSameBytesAloneAndFromTheWrittenFile() throws IOException {
        var fit = fit();
        var file = folder.resolve("fit.json");
        GrowthFiles.write(fit, file);
        var all = new Specimens(7, fit, true);
        for (int k = 0; k < 3; k++) {
            all.grow(k);
        }
        var inTurn = all.grow(3);
        var alone = new Specimens(7, GrowthFiles.read(file, null, ""), true).grow(3);
        MorphologyFile.write(inTurn, folder.resolve("a.swc"));
        MorphologyFile.write(alone, folder.resolve("b.swc"));
        assertThat(Files.readAllBytes(folder.resolve("b.swc"))).isEqualTo(Files.readAllBytes(folder.resolve("a.swc")));
        assertThat(y(new Specimens(8, fit, true).grow(3))).isNotEqualTo(y(alone));
    }

    @Test
    void inTheTissueTuftsEndInLayerOneAndNothingLeavesThePia() throws IOException {
        var fit = fit();
        double depth_um = 1100;
        var tissue = CorticalLayers.RAT_S1.tissue(depth_um, "L5_TPC:A");
        int inLayer1 = 0;
        int grown = 100;
        for (int k = 0; k < grown; k++) {
            var cell =
                    CellGrower.grow(1, k, new MtypeRule("L5_TPC:A", "L5_TPC:A", "L1", List.of()), fit, tissue, false);
            double top = Arrays.stream(y(cell)).max().orElseThrow();
            assertThat(top).isLessThanOrEqualTo(depth_um + 5);
            inLayer1 += top >= depth_um - 165 ? 1 : 0;
        }
        assertThat(inLayer1).isGreaterThanOrEqualTo(95);
    }

    private static double[] y(Morphology cell) {
        var y = new double[cell.end(cell.sectionCount() - 1)];
        Arrays.setAll(y, cell::y);
        return y;
    }

    @Test
    void aFolderWithoutCellsIsTold() {
        assertThatThrownBy(() -> FolderFit.of(folder, "x"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("holds 0 cells");
    }
}
