package io.brainwright.render.model.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.render.model.plot.PanelRow.Named;
import io.brainwright.render.model.plot.PanelRow.Shades;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelSheetTest {
    private static final int RED = 0xd55e00;
    private static final int GREEN = 0x009e73;

    /** Two panels, of which the second is twice as wide; the upper halves red, the lower ones paper. */
    static BufferedImage sample() {
        var first = panel(10, 10);
        var second = panel(20, 10);
        var named = new PanelRow(
                "Halves",
                List.of(first, second),
                List.of(new Named("upper half", RED), new Named("none", GREEN)),
                null,
                first);
        var shades = new Shades(-200, 900, d -> Ramp.diverging(d / 900));
        return PanelSheet.draw(
                "A sheet",
                "What it shows, in um3.",
                List.of(named, new PanelRow("Shades", List.of(second), List.of(), shades, null)));
    }

    private static Panel panel(int across, int down) {
        int[] colours = new int[across * down];
        Arrays.fill(colours, 0, colours.length / 2, RED);
        Arrays.fill(colours, colours.length / 2, colours.length, -1);
        return new Panel("at z = 5 um", across, down, colours, 50, 50, List.of(new double[] {1, 1, 4, 4}));
    }

    private static long count(BufferedImage image, int colour) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(all).filter(c -> (c & 0xffffff) == colour).count();
    }

    @Test
    void panelsShareOneScaleAndKeepTheirProportions() {
        var image = sample();
        int y = 0;
        while (count(image.getSubimage(0, y, image.getWidth() - 400, 1), RED) == 0) {
            y++;
        }
        int row = y + 3;
        int first = 0;
        int last = 0;
        int runs = 0;
        int[] widths = new int[2];
        for (int x = 0; x < image.getWidth() - 380; x++) {
            boolean red = (image.getRGB(x, row) & 0xffffff) == RED;
            if (red && runs < 2 && (x == 0 || (image.getRGB(x - 1, row) & 0xffffff) != RED)) {
                first = x;
                runs++;
            }
            if (red && runs > 0) {
                last = x;
                widths[runs - 1] = last - first + 1;
            }
        }
        assertThat(runs).isEqualTo(2);
        assertThat(widths[1]).isBetween(2 * widths[0] - 3, 2 * widths[0] + 3);
    }

    @Test
    void theKeyNamesItsColoursAndTheScaleRunsThroughItsShades() {
        var image = sample();
        assertThat(count(image, GREEN)).isGreaterThan(100); // only the key has it
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(Arrays.stream(all)
                        .filter(c -> (c >> 16 & 0xff) < (c & 0xff) - 40)
                        .distinct()
                        .count())
                .as("blue shades of the scale")
                .isGreaterThan(50);
        assertThat(image.getRGB(1, 1) & 0xffffff).isEqualTo(0xffffff);
    }

    @Test
    void rampsEndWhereTheySay() {
        assertThat(Ramp.rising(0)).isEqualTo(0x440154);
        assertThat(Ramp.rising(1)).isEqualTo(0xfde725);
        assertThat(Ramp.rising(-3)).isEqualTo(Ramp.rising(0));
        assertThat(Ramp.diverging(-1)).isEqualTo(0xb2182b);
        assertThat(Ramp.diverging(2)).isEqualTo(0x08519c);
    }
}
