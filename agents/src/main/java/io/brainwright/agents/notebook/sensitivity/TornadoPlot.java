package io.brainwright.agents.notebook.sensitivity;

import io.brainwright.agents.notebook.verdict.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** Bars of change about the value of the entry, the assumption that changes most on top; the noise of seeds as a grey band. */
public final class TornadoPlot {
    private static final int WIDTH = 1500;
    private static final int LEFT = 640;
    private static final int RIGHT = 150;
    private static final int TOP = 90;
    private static final int ROW = 44;
    private static final int BOTTOM = 70;
    private static final int BAR = 26;
    private static final Color INK = new Color(0x1d2228);
    private static final Color SOFT = new Color(0x5b6570);
    private static final Color BAND = new Color(0xe4e7ea);
    private static final Color LESS = new Color(0x3b6fb6);
    private static final Color MORE = new Color(0xc8642b);

    private final Sensitivity s;
    private final Map<String, List<Sensitivity.Effect>> rows = new LinkedHashMap<>();
    private final double reach;

    private TornadoPlot(Sensitivity s) {
        this.s = s;
        double most = s.noise() == null ? 0 : s.noise();
        for (var e : s.effects()) {
            if (e.change() != null && !e.seed()) {
                rows.computeIfAbsent(e.path(), _ -> new ArrayList<>()).add(e);
                most = Math.max(most, Math.abs(e.change()));
            }
        }
        this.reach = most == 0 ? 1 : most * 1.4;
    }

    /** The plot as PNG. */
    public static byte[] png(Sensitivity s) {
        return new TornadoPlot(s).draw();
    }

    private byte[] draw() {
        int height = TOP + Math.max(1, rows.size()) * ROW + BOTTOM;
        var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, height);
        frame(g, height);
        int y = TOP;
        for (var row : rows.entrySet()) {
            row(g, row.getKey(), row.getValue(), y);
            y += ROW;
        }
        g.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void frame(Graphics2D g, int height) {
        int foot = height - BOTTOM;
        if (s.noise() != null) {
            g.setColor(BAND);
            g.fillRect(x(-s.noise()), TOP - 8, Math.max(1, x(s.noise()) - x(-s.noise())), foot - TOP + 8);
        }
        g.setColor(INK);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 22));
        g.drawString("Change of " + s.number(), 30, 42);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        g.setColor(SOFT);
        g.drawString(
                (s.noise() == null
                                ? "noise of seeds not known"
                                : s.noise() == 0
                                        ? "%d seeds change nothing".formatted(s.seeds())
                                        : "grey: ± 1 sd over %d seeds".formatted(s.seeds()))
                        + "; blue: lower values, orange: higher values than the plan's",
                30,
                68);
        g.setStroke(new BasicStroke(1.5f));
        g.drawLine(x(0), TOP - 8, x(0), foot);
        g.drawLine(LEFT, foot, WIDTH - RIGHT, foot);
        for (double at : new double[] {-reach, 0, reach}) {
            var label = at == 0 ? "as in the entry" + entry() : (at > 0 ? "+" : "") + Numbers.text(at) + Numbers.unit(s.unit());
            g.drawLine(x(at), foot, x(at), foot + 6);
            g.drawString(label, x(at) - g.getFontMetrics().stringWidth(label) / 2, foot + 28);
        }
    }

    private void row(Graphics2D g, String path, List<Sensitivity.Effect> effects, int y) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        g.setColor(INK);
        g.drawString(path, LEFT - 20 - g.getFontMetrics().stringWidth(path), y + BAR - 6);
        for (boolean up : new boolean[] {false, true}) {
            var side = effects.stream()
                    .filter(e -> change(e) < 0 != up)
                    .sorted(Comparator.comparingDouble(e -> -Math.abs(change(e))))
                    .toList();
            side.forEach(e -> bar(g, e, y));
            if (!side.isEmpty()) {
                label(g, side, up, y);
            }
        }
    }

    private void bar(Graphics2D g, Sensitivity.Effect e, int y) {
        g.setColor(Double.parseDouble(e.to()) > Double.parseDouble(e.from()) ? MORE : LESS);
        int end = x(change(e));
        g.fillRect(Math.min(x(0), end), y, Math.max(2, Math.abs(end - x(0))), BAR);
    }

    /** One label beside the longest bar of a side: the values that lead there, that of the longest bar first. */
    private void label(Graphics2D g, List<Sensitivity.Effect> side, boolean up, int y) {
        var words = side.stream()
                        .map(e -> Numbers.text(Double.parseDouble(e.to())))
                        .distinct()
                        .collect(Collectors.joining(", "))
                + Numbers.unit(side.getFirst().unit());
        int end = x(change(side.getFirst()));
        g.setColor(SOFT);
        g.drawString(words, up ? end + 8 : end - g.getFontMetrics().stringWidth(words) - 8, y + BAR - 7);
    }

    private static double change(Sensitivity.Effect e) {
        return e.change() == null ? 0 : e.change();
    }

    private String entry() {
        return s.base() == null ? "" : " (" + Numbers.text(s.base()) + Numbers.unit(s.unit()) + ")";
    }

    private int x(double change) {
        double middle = (LEFT + WIDTH - RIGHT) / 2.0;
        return (int) Math.round(middle + change / reach * (WIDTH - RIGHT - LEFT) / 2);
    }
}
