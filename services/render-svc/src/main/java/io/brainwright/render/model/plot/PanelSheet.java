package io.brainwright.render.model.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Rows of panels on one sheet, all panels of all rows in one scale, keys to the right; pixels, always the same. */
public final class PanelSheet {
    private static final double EM = 17; // chosen: labels of 6 points where the sheet is printed 170 mm wide
    private static final int WIDTH = 1500;
    private static final double KEYS = 330; // room for keys, px
    private static final double GAP = 26;
    private static final double PADDING = 26;

    private final Style style = new Style(EM);
    private final String title;
    private final String caption;
    private final List<PanelRow> rows;
    private final double px_per_um;
    private final double row_px;

    private PanelSheet(String title, String caption, List<PanelRow> rows) {
        this.title = title;
        this.caption = caption;
        this.rows = rows;
        double widest = 0;
        double highest = 0;
        int most = 0;
        for (var row : rows) {
            widest = Math.max(
                    widest, row.panels().stream().mapToDouble(Panel::width_um).sum());
            highest = Math.max(
                    highest,
                    row.panels().stream().mapToDouble(Panel::height_um).max().orElse(0));
            most = Math.max(most, row.panels().size());
        }
        px_per_um = Math.min((WIDTH - 2 * PADDING - KEYS - most * GAP) / widest, 300 / highest);
        row_px = Math.max(highest * px_per_um, 150);
    }

    /**
     * @param caption stands at the foot; lines end with a line feed
     */
    public static BufferedImage draw(String title, String caption, List<PanelRow> rows) {
        return new PanelSheet(title, caption, List.copyOf(rows)).image();
    }

    private BufferedImage image() {
        long lines = caption.isEmpty() ? 0 : caption.lines().count();
        double each = row_px + style.px(4);
        int height = (int) Math.ceil(2 * PADDING + style.px(2) + rows.size() * each + style.px(1.4) * lines);
        var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var g = new PixelGraphics(image, style.font(1));
        g.setPaint(Style.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, WIDTH, height));
        words(g, title, PADDING, PADDING + style.px(1), 1.3);
        double y = PADDING + style.px(2);
        for (int r = 0; r < rows.size(); r++) {
            row(g, rows.get(r), y + r * each, r == 0);
        }
        y += rows.size() * each + style.px(0.6);
        for (var line : caption.lines().toList()) {
            words(g, line, PADDING, y, 0.85);
            y += style.px(1.4);
        }
        g.dispose();
        return image;
    }

    private void row(Graphics2D g, PanelRow row, double top, boolean first) {
        words(g, row.name(), PADDING, top + style.px(1.3), 1.1);
        double y = top + style.px(3.2);
        double x = PADDING;
        for (var panel : row.panels()) {
            words(g, panel.title(), x, y - style.px(0.5), 0.85);
            cells(g, panel, x, y, px_per_um);
            x += panel.width_um() * px_per_um + GAP;
        }
        double keys = Math.max(x, WIDTH - PADDING - KEYS);
        double below = y;
        for (var key : row.keys()) {
            g.setPaint(new Color(key.colour()));
            g.fill(new Rectangle2D.Double(keys, below, style.px(1), style.px(1)));
            frame(g, keys, below, style.px(1), style.px(1));
            words(g, key.name(), keys + style.px(1.5), below + style.px(0.85), 0.9);
            below += style.px(1.45);
        }
        if (row.shades() != null) {
            shades(g, row.shades(), keys, y);
        }
        if (row.inset() != null) {
            inset(g, row.inset(), keys, below + style.px(1.2), y + row_px);
        }
        if (first) {
            ruler(g, keys, y + row_px - style.px(0.3), row.panels().getFirst().width_um());
        }
    }

    private void inset(Graphics2D g, Panel panel, double x, double y, double foot) {
        double scale =
                Math.min((WIDTH - PADDING - x) / panel.width_um(), (foot - y - style.px(0.4)) / panel.height_um());
        words(g, panel.title(), x, y, 0.85);
        cells(g, panel, x, y + style.px(0.4), scale);
    }

    private void cells(Graphics2D g, Panel panel, double x, double y, double scale) {
        double w = panel.cellWidth_um() * scale;
        double h = panel.cellHeight_um() * scale;
        var picture = new BufferedImage(
                (int) Math.ceil(panel.across() * w), (int) Math.ceil(panel.down() * h), BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < picture.getHeight(); j++) {
            int row = Math.min((int) ((j + 0.5) / h), panel.down() - 1);
            for (int i = 0; i < picture.getWidth(); i++) {
                int colour =
                        panel.colours()[row * panel.across() + Math.min((int) ((i + 0.5) / w), panel.across() - 1)];
                picture.setRGB(i, j, colour < 0 ? Style.PAPER.getRGB() : colour);
            }
        }
        g.drawImage(picture, (int) Math.round(x), (int) Math.round(y), null);
        g.setPaint(Style.INK);
        g.setStroke(style.stroke(0.07));
        for (double[] line : panel.strokes()) {
            g.draw(new Line2D.Double(x + line[0] * w, y + line[1] * h, x + line[2] * w, y + line[3] * h));
        }
        g.setPaint(Style.FAINT);
        g.draw(new Rectangle2D.Double(Math.round(x), Math.round(y), picture.getWidth(), picture.getHeight()));
    }

    private void shades(Graphics2D g, PanelRow.Shades shades, double x, double y) {
        double height = Math.min(row_px, 220);
        for (int i = 0; i < height; i++) {
            double value = shades.to() + (i + 0.5) / height * (shades.from() - shades.to());
            g.setPaint(new Color(shades.colours().of(value)));
            g.fill(new Rectangle2D.Double(x, y + i, style.px(1.2), 1));
        }
        frame(g, x, y, style.px(1.2), height);
        var unit = new RoundTicks().getCeilingTickUnit((shades.to() - shades.from()) / 5);
        double step = unit.getSize();
        for (double tick = Math.ceil(shades.from() / step - 1e-9) * step;
                tick <= shades.to() + 1e-9 * step;
                tick += step) {
            double at = y + height * (shades.to() - tick) / (shades.to() - shades.from());
            g.setPaint(Style.INK);
            g.draw(new Line2D.Double(x + style.px(1.2), at, x + style.px(1.6), at));
            words(g, unit.valueToString(tick), x + style.px(1.9), at + style.px(0.33), 0.9);
        }
    }

    /** A bar of a round length. */
    private void ruler(Graphics2D g, double x, double y, double width_um) {
        double ten = Math.pow(10, Math.floor(Math.log10(width_um / 4)));
        double um = width_um / 4 >= 5 * ten ? 5 * ten : width_um / 4 >= 2 * ten ? 2 * ten : ten;
        g.setPaint(Style.INK);
        g.fill(new Rectangle2D.Double(x, y - style.px(0.25), um * px_per_um, style.px(0.25)));
        words(g, um >= 1000 ? Math.round(um / 1000) + " mm" : Math.round(um) + " um", x, y - style.px(0.7), 0.9);
    }

    private void frame(Graphics2D g, double x, double y, double width, double height) {
        g.setPaint(Style.CONTROL);
        g.setStroke(style.stroke(0.05));
        g.draw(new Rectangle2D.Double(x, y, width, height));
    }

    private void words(Graphics2D g, String words, double x, double baseline, double ems) {
        g.setPaint(Style.INK);
        g.setFont(style.font(ems));
        g.drawString(Spelling.of(words), (float) x, (float) baseline);
    }
}
