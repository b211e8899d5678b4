package io.brainwright.neuro.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import org.junit.jupiter.api.Test;

class CorticalSheetTest {
    private final CorticalSheet sheet = CorticalSheet.open("rat-nbs1");

    @Test
    void theApexOfThePiaIsTheOriginAndUpIsY() {
        var d = new double[3];
        sheet.direction(0, -100, 0, d);
        assertThat(d).containsExactly(0, 1, 0);
        assertThat(sheet.depth_um(0, -100, 0)).isEqualTo(100);
        assertThat(sheet.layerAt(-0.1)).isZero();
        assertThat(sheet.layerAt(0)).isEqualTo(1);
        assertThat(sheet.layerAt(666.9)).isEqualTo(3);
        assertThat(sheet.layerAt(667)).isEqualTo(4);
        assertThat(sheet.layerAt(2082)).isZero();
    }

    @Test
    void theFlatMapGivesBackWhatItFlattenedAndKeepsAreas() {
        var map = new FlatMap(7000);
        var d = new double[3];
        var uv = new double[2];
        map.direction(2500, -1200, d);
        assertThat(Math.hypot(Math.hypot(d[0], d[1]), d[2])).isCloseTo(1, within(1e-12));
        map.flatten(d[0], d[1], d[2], uv);
        assertThat(uv[0]).isCloseTo(2500, within(1e-9));
        assertThat(uv[1]).isCloseTo(-1200, within(1e-9));
        // A cap of half-angle t covers 2 pi r² (1 - cos t); its map is a disc of that area.
        double cap_um2 = 2 * Math.PI * 7000 * 7000 * (1 - d[1]);
        assertThat(Math.PI * (2500. * 2500 + 1200. * 1200)).isCloseTo(cap_um2, within(1e-3));
    }

    @Test
    void subregionsTileTheSheetAndHoldTheNeuronsOfTheRecipe() {
        double volume = 0;
        double neurons = 0;
        for (var subregion : sheet.recipe().regions()) {
            var region = sheet.region(subregion.acronym());
            volume += region.volume_mm3();
            for (int layer : region.layers()) {
                neurons += sheet.recipe().neurons_per_mm3(layer) * region.volume_mm3(layer);
            }
        }
        assertThat(volume).isCloseTo(sheet.region("nbS1").volume_mm3(), within(1e-9));
        // Curvature gives the dense upper layers more room than a flat sheet does.
        assertThat(neurons).isCloseTo(sheet.recipe().file().number("totals.neurons"), within(0.05 * 4.2e6));
    }

    @Test
    void drawnPlacesLieInTheirLayerAndFillItEvenly() {
        var region = sheet.region("S1ULp");
        var draws = Draws.of(1, "test", 0);
        var at = new double[3];
        int n = 20_000;
        double sumCube = 0;
        for (int i = 0; i < n; i++) {
            region.draw(5, 0, draws, at);
            assertThat(region.contains(at[0], at[1], at[2])).isTrue();
            assertThat(sheet.layerAt(sheet.depth_um(at[0], at[1], at[2]))).isEqualTo(5);
            double r = (8000 - sheet.depth_um(at[0], at[1], at[2])) / 8000;
            sumCube += r * r * r;
        }
        double outer = Math.pow((8000 - 857) / 8000., 3);
        double inner = Math.pow((8000 - 1382) / 8000., 3);
        double sd = (outer - inner) / Math.sqrt(12. * n);
        assertThat(sumCube / n).isCloseTo((outer + inner) / 2, within(4 * sd));
    }

    @Test
    void theWidestColumnTouchesTheSideOfItsPatch() {
        double widest = sheet.region("S1HL").widestColumn_um();
        assertThat(widest)
                .isBetween(1400., 1600.); // the patch is 1771 um wide at half depth, 1506 um at the white matter
        assertThat(sheet.region("nbS1").widestColumn_um()).isGreaterThan(widest * 1.8);
    }

    @Test
    void aLayerOfASubregionIsARegionOfItsOwn() {
        var leaf = sheet.region("S1HL;L4");
        assertThat(leaf.layers()).containsExactly(4);
        assertThat(leaf.volume_mm3()).isEqualTo(sheet.region("S1HL").volume_mm3(4));
        assertThat(sheet.hierarchy().nodes()).hasSize(1 + 8 + 48);
        assertThat(sheet.hierarchy().json()).contains("\"acronym\":\"S1HL;L4\"");
    }

    @Test
    void anUnknownRegionIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> sheet.region("S1XL"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("S1XL", "S1FL", "S1HL"));
        assertThatThrownBy(() -> CorticalSheet.open("rat-nbs2"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.remedy()).contains("rat-nbs1"));
    }
}
