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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFitTest {
    private static final int CELLS = 8;

    @TempDir
    private Path folder;

    private GrowthParameters fit() throws IOException {
        for (var name : List.of("C060109A3", "C060114A2", "C060114A4", "C060114A5", "C060114A6", "C060109A2", "C060110A2", "C060110A5")) {
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
            asked_um += tree.bars().stream().mapToDouble(b -> b.get(0) - b.get(1)).sum();
        }
        assertThat(trees).isEqualTo(fit.basal().trees().size());
        assertThat(grown_um).isCloseTo(asked_um, within(0.1 * asked_um));
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
            var cell = CellGrower.grow(1, k, new MtypeRule("L5_TPC:A", "L5_TPC:A", "L1", List.of()), fit, tissue, false);
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
