package io.brainwright.render.model.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.render.model.raster.SpikeRaster;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SheetTest {
    @Test
    void everyKindIsAWellFormedSvgWithTitleAndCaptionInWordsAndNoTextElement() throws Exception {
        for (var sample : Samples.all(800, 500).entrySet()) {
            var document = document(sample.getValue());
            var root = document.getDocumentElement();
            assertThat(root.getAttribute("viewBox")).as(sample.getKey()).isEqualTo("0 0 800 500");
            assertThat(words(document, "desc")).as(sample.getKey()).isEqualTo(Samples.CAPTION);
            assertThat(words(document, "title")).as(sample.getKey()).isNotEmpty();
            assertThat(document.getElementsByTagName("text").getLength())
                    .as(sample.getKey())
                    .isZero();
        }
    }

    @Test
    void everyKindGivesEqualBytesTwiceAndFitsTheSmallestPicture() {
        var first = Samples.all(640, 400);
        var second = Samples.all(640, 400);
        first.forEach((kind, sheet) -> {
            assertThat(sheet.svg()).as(kind).isEqualTo(of(second, kind).svg());
            assertThat(pixels(sheet.image()))
                    .as(kind)
                    .isEqualTo(pixels(of(second, kind).image()));
        });
        Samples.all(64, 64).forEach((kind, sheet) -> {
            assertThat(sheet.image().getWidth()).as(kind).isEqualTo(64);
            assertThat(sheet.svg()).as(kind).isNotEmpty();
        });
    }

    @Test
    void anSvgHoldsEveryPointOfItsCurvesAtItsPlace() throws Exception {
        double[] x = {0, 1, 2, 4};
        double[] y = {0, 3, 1, 2};
        var figure =
                Samples.figure(Drawing.LINES, "current (nA)", "rate (Hz)", List.of(), List.of(new Curve("all", x, y)));
        var d = paths(document(Sheet.of(figure, 800, 500)), Style.BLUE).stream()
                .filter(p -> p.split("[ML]").length == x.length + 1)
                .findFirst()
                .orElseThrow();
        double[] at = Arrays.stream(d.replaceAll("[ML]", " ").trim().split("[ ,]+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (int i = 1; i < x.length; i++) {
            assertThat((at[2 * i] - at[0]) / (at[6] - at[0])).isCloseTo(x[i] / 4, within(1e-3));
            assertThat((at[2 * i + 1] - at[1]) / (at[3] - at[1])).isCloseTo(y[i] / 3, within(1e-3));
        }
    }

    @Test
    void aSpikeIsDrawnWhereItsTimeAndRowSay() {
        var quarter = spike(50, 25);
        var half = spike(100, 25);
        var deep = spike(50, 75);
        assertThat(quarter[2]).isBetween(1.0, 12.0);
        assertThat(half[0] - quarter[0]).isBetween(150.0, 200.0); // a quarter of the time axis
        assertThat(half[1]).isCloseTo(quarter[1], within(1.0));
        assertThat(deep[0]).isCloseTo(quarter[0], within(1.0));
        assertThat(deep[1] - quarter[1]).isBetween(100.0, 200.0); // half of the cells, downwards
    }

    @Test
    void theCaptionIsDrawnBelowThePlotAndWrapped() {
        var without = Sheet.of(captioned(""), 800, 500).image();
        var with = Sheet.of(captioned("mean of n = 12 cells; ".repeat(12)), 800, 500)
                .image();
        assertThat(lowestFrame(with)).isLessThan(lowestFrame(without) - 30); // the plot made room
        int rows = 0;
        boolean ink = false;
        for (int y = lowestFrame(with) + 3; y < 500; y++) {
            boolean now = inked(with, y);
            rows += now && !ink ? 1 : 0;
            ink = now;
        }
        assertThat(rows).isGreaterThanOrEqualTo(4); // ticks, label, and the caption on more than one line
    }

    @Test
    void aMatrixShadesItsCellsFromWhiteToBlueAndLeavesTheUnknownGrey() {
        var image = of(Samples.all(1200, 800), "matrix").image();
        var colours = IntStream.range(0, 6)
                .mapToObj(c -> new Color(image.getRGB(125 + c * 155, 100)))
                .toList();
        assertThat(colours.getFirst()).isEqualTo(new Color(0xc4, 0xc8, 0xcf));
        for (int c = 2; c < 6; c++) {
            assertThat(colours.get(c).getRed()).isGreaterThan(colours.get(c - 1).getRed());
        }
    }

    @Test
    void populationsOfBarsStandSideBySideAndEqualOnesDifferNowhere() throws Exception {
        var some = Samples.bars("12 reconstructions", 120, 1);
        var others = Samples.bars("60 grown cells", 600, 2);
        var pictures = images(document(Sheet.of(pair(some, others), 1200, 400)));
        assertThat(pictures).hasSize(3); // each, and the difference
        assertThat(darkest(pictures.get(0))).isEqualTo(new Color(8, 81, 148).getRGB()); // where the density is 1
        assertThat(darkest(pictures.get(1))).isEqualTo(new Color(8, 81, 148).getRGB());
        var equal = images(document(Sheet.of(pair(some, some), 1200, 400)));
        assertThat(darkest(equal.get(2))).isEqualTo(Color.WHITE.getRGB());
    }

    private static Figure pair(Curve one, Curve other) {
        return new Figure(
                Drawing.PERSISTENCE, "", "", "tip (um)", "fork (um)", "density", List.of(one, other), List.of(), false);
    }

    private static List<BufferedImage> images(Document document) throws IOException {
        var found = new ArrayList<BufferedImage>();
        var all = document.getElementsByTagName("image");
        for (int i = 0; i < all.getLength(); i++) {
            var data = ((Element) all.item(i)).getAttribute("xlink:href").split(",")[1];
            found.add(ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data))));
        }
        return found;
    }

    private static int darkest(BufferedImage image) {
        return Arrays.stream(pixels(image))
                .boxed()
                .min(Comparator.comparingInt(p -> new Color(p).getRed()))
                .orElseThrow();
    }

    @Test
    void ticksAreRoundAndSpelledTheSameEverywhere() {
        var ticks = new RoundTicks();
        assertThat(ticks.getCeilingTickUnit(0.13).getSize()).isEqualTo(0.2);
        assertThat(ticks.getCeilingTickUnit(0.2).getSize()).isEqualTo(0.2);
        assertThat(ticks.getCeilingTickUnit(34).getSize()).isEqualTo(50);
        assertThat(ticks.getCeilingTickUnit(61).valueToString(300)).isEqualTo("300");
        assertThat(ticks.getCeilingTickUnit(0.13).valueToString(-0.6000001)).isEqualTo("−0.6");
        assertThat(ticks.getCeilingTickUnit(2e-7).valueToString(1.2e-6)).isEqualTo("1.2e−6");
        assertThat(ticks.getCeilingTickUnit(2e6).valueToString(1.2e7)).isEqualTo("1.2e7");
        assertThat(ticks.getCeilingTickUnit(0.1).valueToString(-1e-17)).isEqualTo("0.0");
    }

    @Test
    void unitsAreSpelledAsAPaperPrintsThem() {
        assertThat(Spelling.of("depth (um)")).isEqualTo("depth (µm)");
        assertThat(Spelling.of("cells per mm3")).isEqualTo("cells per mm³");
        assertThat(Spelling.of("power (Hz^2/Hz)")).isEqualTo("power (Hz²/Hz)");
        assertThat(Spelling.of("number of bumps in L2")).isEqualTo("number of bumps in L2");
    }

    private static Sheet of(Map<String, Sheet> sheets, String kind) {
        return Objects.requireNonNull(sheets.get(kind), kind);
    }

    private static Figure captioned(String caption) {
        return new Figure(
                Drawing.LINES,
                "",
                caption,
                "time (ms)",
                "rate (Hz)",
                "",
                List.of(new Curve("all", new double[] {0, 1}, new double[] {0, 1})),
                List.of(),
                false);
    }

    /** Centre x, centre y and width of the one spike that is drawn, pixels. */
    private static double[] spike(double time_ms, int row) {
        int[] layers = new int[100];
        boolean[] excitatory = new boolean[100];
        Arrays.fill(layers, 4);
        Arrays.fill(excitatory, true);
        var image = RasterPlot.draw(
                        new SpikeRaster(new double[] {time_ms}, new int[] {row}, layers, excitatory, 200),
                        List.of(),
                        null,
                        "",
                        "",
                        800,
                        600)
                .image();
        var xs = new ArrayList<Integer>();
        var ys = new ArrayList<Integer>();
        for (int y = 60; y < 400; y++) {
            for (int x = 0; x < 800; x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == (Style.BLUE.getRGB() & 0xFFFFFF)) {
                    xs.add(x);
                    ys.add(y);
                }
            }
        }
        var x = xs.stream().mapToInt(i -> i).summaryStatistics();
        return new double[] {
            x.getAverage(), ys.stream().mapToInt(i -> i).average().orElse(Double.NaN), x.getMax() - x.getMin() + 1
        };
    }

    /** The lowest row of pixels that is ink over most of its width: the foot of the plot. */
    private static int lowestFrame(BufferedImage image) {
        return IntStream.range(0, image.getHeight())
                .filter(y -> IntStream.range(0, image.getWidth())
                                .filter(x -> new Color(image.getRGB(x, y)).getRed() < 200)
                                .count()
                        > image.getWidth() / 2)
                .max()
                .orElseThrow();
    }

    private static boolean inked(BufferedImage image, int y) {
        return IntStream.range(0, image.getWidth()).anyMatch(x -> new Color(image.getRGB(x, y)).getRed() < 120);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static Document document(Sheet sheet) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(sheet.svg()));
    }

    private static String words(Document document, String tag) {
        return document.getElementsByTagName(tag).item(0).getTextContent();
    }

    /** Data of the paths that are stroked in a colour, on themselves or on a group around them. */
    private static List<String> paths(Document document, Color colour) {
        var found = new ArrayList<String>();
        var rgb = "rgb(%d,%d,%d)".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
        var all = document.getElementsByTagName("path");
        for (int i = 0; i < all.getLength(); i++) {
            for (var e = (Element) all.item(i); ; e = (Element) e.getParentNode()) {
                if (!e.getAttribute("stroke").isEmpty()) {
                    if (e.getAttribute("stroke").equals(rgb)) {
                        found.add(((Element) all.item(i)).getAttribute("d"));
                    }
                    break;
                }
                if (!(e.getParentNode() instanceof Element)) {
                    break;
                }
            }
        }
        return found;
    }
}
