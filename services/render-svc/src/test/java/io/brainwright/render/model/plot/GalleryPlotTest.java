package io.brainwright.render.model.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.render.model.plot.GalleryPlot.Cell;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryPlotTest {
    private static final Color APICAL = new Color(0x00, 0x9e, 0x73);

    /** A straight apical dendrite of 400 um on a soma at the depth given. */
    private static Cell cell(double depth_um) {
        var shape = new Morphology(
                new float[] {0, 0, 0},
                new float[] {0, 0, 400},
                new float[3],
                new float[] {10, 8, 8},
                new int[] {-1, 0},
                new byte[] {1, 4},
                new int[] {0, 1, 3});
        return new Cell("L5_X", "from L5_Y", true, depth_um, shape);
    }

    private static BufferedImage image(List<Cell> cells, double depthOfTissue_um) {
        return new GalleryPlot(List.of(depthOfTissue_um / 2, depthOfTissue_um / 2), List.of(cells), 4, "", "")
                .sheet(1200)
                .image();
    }

    private static int[] rows(BufferedImage image, Color colour) {
        int least = Integer.MAX_VALUE;
        int most = -1;
        for (int y = 40; y < image.getHeight(); y++) { // below the legend
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == (colour.getRGB() & 0xFFFFFF)) {
                    least = Math.min(least, y);
                    most = Math.max(most, y);
                }
            }
        }
        return new int[] {least, most};
    }

    @Test
    void lengthsAndDepthsAreToOneScale() {
        var shallow = rows(image(List.of(cell(500)), 2000), APICAL);
        var deep = rows(image(List.of(cell(1500)), 2000), APICAL);
        double perUm = (shallow[1] - shallow[0]) / 400.0;
        assertThat(deep[1] - deep[0]).isCloseTo(shallow[1] - shallow[0], org.assertj.core.data.Offset.offset(3));
        assertThat((deep[0] - shallow[0]) / perUm).isBetween(950.0, 1050.0);
    }

    @Test
    void aRowEndsALittleBelowItsDeepestPoint() {
        assertThat(image(List.of(cell(500)), 2000).getHeight())
                .isLessThan(image(List.of(cell(1500)), 2000).getHeight() - 100);
    }
}
