package io.brainwright.render.model.plot;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.LegendItem;

/**
 * Cells side by side between pia and white matter, to one scale: axons, basal and apical dendrites in three colours, the layers behind them. Cells of one
 * group stand in a row of their own, long groups in several; a row ends a little below its deepest point.
 */
public final class GalleryPlot {
    private static final Color BASAL = Style.VERMILLION;
    private static final Color APICAL = new Color(0x00, 0x9e, 0x73);
    private static final Color AXON = new Color(0x9c, 0xc4, 0xdf);
    private static final double LABEL_EMS = 3.2;
    private static final double NAMES_EMS = 3.5;
    private static final double THICKEST_PX = 2.2; // chosen: trunks are told from tips, and no cell is a blot
    private static final double SCALE_um = 500;
    private static final double BELOW_um = 40;

    private final List<Double> boundaries_um;
    private final List<List<Cell>> rows;
    private final String title;
    private final String caption;

    /**
     * One cell.
     *
     * @param name stands above it
     * @param origin below the name: what it grew from
     * @param marked whether the origin is an assumption; it is then written in another colour
     * @param depth_um of its soma below the pia
     * @param shape soma at the origin, +y to the pia, um
     */
    public record Cell(String name, String origin, boolean marked, double depth_um, Morphology shape) {}

    /**
     * @param thickness_um of the layers, from the pia
     * @param groups cells that stand together
     * @param across how many stand in one row
     */
    public GalleryPlot(List<Double> thickness_um, List<List<Cell>> groups, int across, String title, String caption) {
        var ends = new ArrayList<>(List.of(0.0));
        thickness_um.forEach(t -> ends.add(ends.getLast() + t));
        boundaries_um = List.copyOf(ends);
        var rows = new ArrayList<List<Cell>>();
        for (var group : groups) {
            for (int first = 0; first < group.size(); first += across) {
                rows.add(group.subList(first, Math.min(group.size(), first + across)));
            }
        }
        assert !rows.isEmpty();
        this.rows = rows;
        this.title = title;
        this.caption = caption;
    }

    /** Width of the picture; its height follows from the cells. */
    public Sheet sheet(int width) {
        var style = new Style(Math.max(8, width / 150.0));
        double high =
                rows.stream().mapToDouble(row -> height(row, style, width)).sum()
                        + style.px(title.isEmpty() ? 5 : 8)
                        + style.px(captionLines() * 1.6);
        Panels.Maker cells = (s, w, h) -> new Sheet((g, place) -> draw(g, place, s), s, w, h, "", "");
        return new Panels(style, List.of(List.of(cells)), title, legend(style), caption).sheet(width, (int) high);
    }

    private int captionLines() {
        return 1 + caption.length() / 240;
    }

    private int across() {
        return rows.stream().mapToInt(List::size).max().orElseThrow();
    }

    /** A cell has as much room as 0.42 of the cortex is thick: what of an axon goes farther crosses its neighbour's. */
    private double perUm(Style style, double width) {
        return room(style, width) / (0.42 * boundaries_um.getLast());
    }

    private double room(Style style, double width) {
        return (width - style.px(NAMES_EMS) - style.px(1)) / across();
    }

    private double height(List<Cell> row, Style style, double width) {
        return style.px(LABEL_EMS + 0.8) + depth_um(row) * perUm(style, width);
    }

    /** How deep a row is shown. */
    private double depth_um(List<Cell> row) {
        double deepest = 0;
        for (var cell : row) {
            for (int p = 0; p < cell.shape().pointCount(); p++) {
                deepest = Math.max(deepest, cell.depth_um() - cell.shape().y(p));
            }
        }
        return Math.min(deepest + BELOW_um, boundaries_um.getLast());
    }

    private List<LegendItem> legend(Style style) {
        return List.of(
                Key.line("apical dendrite", style, APICAL, style.stroke(0.2)),
                Key.line("basal dendrite", style, BASAL, style.stroke(0.2)),
                Key.line("axon", style, AXON, style.stroke(0.2)));
    }

    private void draw(Graphics2D g, Rectangle2D place, Style style) {
        double y = place.getY();
        for (var row : rows) {
            double high = height(row, style, place.getWidth());
            row(g, new Rectangle2D.Double(place.getX(), y, place.getWidth(), high), row, style);
            y += high;
        }
    }

    private void row(Graphics2D g, Rectangle2D place, List<Cell> cells, Style style) {
        double top = place.getY() + style.px(LABEL_EMS);
        double perUm = perUm(style, place.getWidth());
        double left = place.getX() + style.px(NAMES_EMS);
        double room = room(style, place.getWidth());
        var sheet = new Rectangle2D.Double(left, top, room * cells.size(), depth_um(cells) * perUm);
        layers(g, sheet, perUm, style);
        if (cells == rows.getLast()) {
            bar(g, left, top, perUm, style);
        }
        for (boolean axons : new boolean[] {true, false}) {
            for (int c = 0; c < cells.size(); c++) {
                double x = left + (c + 0.5) * room;
                trees(g, cells.get(c), x, top, perUm, axons);
            }
        }
        for (int c = 0; c < cells.size(); c++) {
            name(g, cells.get(c), left + c * room, place.getY(), style);
        }
    }

    private void layers(Graphics2D g, Rectangle2D sheet, double perUm, Style style) {
        for (int l = 0; l + 1 < boundaries_um.size(); l++) {
            double from = sheet.getY() + boundaries_um.get(l) * perUm;
            double to = Math.min(sheet.getMaxY(), sheet.getY() + boundaries_um.get(l + 1) * perUm);
            if (l % 2 == 0 && to > from) {
                g.setPaint(Style.BAND);
                g.fill(new Rectangle2D.Double(sheet.getX(), from, sheet.getWidth(), to - from));
            }
            if (to - from > style.px(0.8)) {
                g.setPaint(Style.INK);
                style.font(0.8).draw(g, "L" + (l + 1), sheet.getX() - style.px(1.6), (from + to) / 2 + style.px(0.3));
            }
        }
        g.setPaint(Style.INK);
        g.setStroke(style.stroke(0.1));
        g.draw(new Line2D.Double(sheet.getX(), sheet.getY(), sheet.getMaxX(), sheet.getY()));
        double white = sheet.getY() + boundaries_um.getLast() * perUm;
        if (white <= sheet.getMaxY() + 0.5) {
            g.setStroke(style.stroke(0.04));
            g.draw(new Line2D.Double(sheet.getX(), white, sheet.getMaxX(), white));
        }
    }

    private static void bar(Graphics2D g, double left, double top, double perUm, Style style) {
        double x = left - style.px(2.6);
        g.setPaint(Style.INK);
        g.setStroke(style.stroke(0.2));
        g.draw(new Line2D.Double(x, top, x, top + SCALE_um * perUm));
        style.font(0.7).draw(g, "0.5 mm", (x - style.px(0.3)), (top - style.px(0.4)));
    }

    private static void name(Graphics2D g, Cell cell, double left, double top, Style style) {
        g.setPaint(Style.INK);
        style.font(0.85).draw(g, cell.name(), (left + style.px(0.2)), (top + style.px(1.3)));
        g.setPaint(cell.marked() ? Style.VERMILLION : Style.CONTROL);
        style.font(0.65).draw(g, cell.origin(), (left + style.px(0.2)), (top + style.px(2.4)));
    }

    /** Sections by the thickness of their first point: few pens, few paths. */
    private static void trees(Graphics2D g, Cell cell, double x0, double top, double perUm, boolean axons) {
        var shape = cell.shape();
        var paths = new TreeMap<Integer, Path2D.Double>();
        for (int s = 1; s < shape.sectionCount(); s++) {
            if (shape.type(s) == SectionType.AXON != axons || shape.end(s) - shape.begin(s) < 2) {
                continue;
            }
            double thick_px = Math.min(THICKEST_PX, shape.diameter(shape.begin(s)) * perUm * 2);
            int pen = (int) Math.ceil(Math.max(0.4, thick_px) * 5);
            var path = paths.computeIfAbsent(10 * pen + shape.type(s), _ -> new Path2D.Double());
            for (int p = shape.begin(s); p < shape.end(s); p++) {
                double x = x0 + shape.x(p) * perUm;
                double y = top + (cell.depth_um() - shape.y(p)) * perUm;
                if (p == shape.begin(s)) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
        }
        paths.forEach((key, path) -> {
            g.setPaint(COLOURS.getOrDefault(key % 10, BASAL));
            g.setStroke(new BasicStroke(key / 10 / 5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(path);
        });
        if (!axons) {
            double r = Math.max(1.3, 9 * perUm);
            g.setPaint(Style.INK);
            g.fill(new java.awt.geom.Ellipse2D.Double(x0 - r, top + cell.depth_um() * perUm - r, 2 * r, 2 * r));
        }
    }

    private static final Map<Integer, Color> COLOURS =
            Map.of((int) SectionType.AXON, AXON, (int) SectionType.BASAL, BASAL, (int) SectionType.APICAL, APICAL);
}
