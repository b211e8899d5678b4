package io.brainwright.render.model.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnPictureTest {
    @Test
    void cellsOfATiltedColumnStandUpright() {
        double tilt = Math.toRadians(35);
        var cells = column(Quaternion.yTo(Math.sin(tilt), Math.cos(tilt), 0));
        var upright = Upright.turn(cells);
        assertThat(Upright.meanAxis(upright)[1]).isCloseTo(1, within(1e-9));
        assertThat(upright.getFirst().y_um() - upright.getLast().y_um()).isCloseTo(900, within(1e-6));
        assertThat(upright.getFirst().x_um()).isCloseTo(upright.getLast().x_um(), within(1e-6));
    }

    @Test
    void anActiveCellShinesAndARestingOneDoesNot() {
        var cells = column(Quaternion.IDENTITY);
        long active = cells.get(2).node_id();
        float[] v = new float[2 * cells.size()];
        long[] nodes = new long[v.length];
        int[] sections = new int[v.length];
        float[] positions = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            nodes[i] = i / 2;
            sections[i] = i % 2;
            positions[i] = 0.5f;
            v[i] = nodes[i] == active ? 20 : -75;
        }
        var scene = ColumnScene.of(cells, ColourBy.VOLTAGE, new VoltageFrame(1, nodes, sections, positions, v), false);
        assertThat(scene.solid().count()).isEqualTo(2 * cells.size());
        var picture = new ColumnPicture(200, 320)
                .draw(cells, ColourBy.VOLTAGE, new VoltageFrame(1, nodes, sections, positions, v), List.of(), false, 0);
        int bright = 0;
        for (int y = 0; y < 320; y++) {
            for (int x = 60; x < 140; x++) {
                bright += (picture.getRGB(x, y) >> 16 & 0xFF) > 200 ? 1 : 0;
            }
        }
        assertThat(bright).isBetween(10, 6000);
    }

    /** A red pipe 20 um wide beside the cells, whichever way the column stands. */
    @Test
    void aVesselIsDrawnInTheColourOfItsKind() {
        double s = Math.sqrt(0.5);
        for (var stands : List.of(Quaternion.IDENTITY, new Quaternion(s, s, 0, 0))) {
            var start = new double[3];
            var end = new double[3];
            stands.rotate(60, 0, 0, start);
            stands.rotate(60, -900, 0, end);
            var pipe = new VesselPiece(start, end, 10, 10, "arteriole");
            var without = new ColumnPicture(200, 320).draw(column(stands), ColourBy.SECTION, null, List.of(), false, 0);
            var with =
                    new ColumnPicture(200, 320).draw(column(stands), ColourBy.SECTION, null, List.of(pipe), false, 0);
            assertThat(red(with)).isGreaterThan(red(without) + 500);
        }
    }

    private static int red(java.awt.image.BufferedImage picture) {
        int red = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                red += (rgb >> 16 & 0xFF) > 2 * (rgb & 0xFF) + 30 ? 1 : 0;
            }
        }
        return red;
    }

    @Test
    void layersAreDividedBetweenTheirCells() {
        var bands = LayerBands.of(column(Quaternion.IDENTITY));
        assertThat(bands).extracting(LayerBands.Band::layer).containsExactly(1, 2, 3, 4);
        assertThat(bands.get(1).top_um()).isCloseTo(-150, within(1e-9));
    }

    /** Four cells, one per layer, 300 um apart along the axis. */
    private static List<PlacedCell> column(Quaternion orientation) {
        var cells = new ArrayList<PlacedCell>();
        double[] p = new double[3];
        for (int i = 0; i < 4; i++) {
            orientation.rotate(0, -300.0 * i, 0, p);
            cells.add(new PlacedCell(i, p[0], p[1], p[2], orientation, i + 1, "L2_IPC", true, stick()));
        }
        return cells;
    }

    private static Morphology stick() {
        return new Morphology(
                new float[] {0, 0, 0},
                new float[] {0, 6, 120},
                new float[] {0, 0, 0},
                new float[] {12, 3, 2},
                new int[] {-1, 0},
                new byte[] {SectionType.SOMA, SectionType.APICAL},
                new int[] {0, 1, 3});
    }
}
