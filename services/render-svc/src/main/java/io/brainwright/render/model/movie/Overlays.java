package io.brainwright.render.model.movie;

import io.brainwright.render.model.column.LayerBands;
import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.lettering.Lettering;
import io.brainwright.render.model.scene.View;
import io.brainwright.render.model.scenefile.ColorRule;
import io.brainwright.render.model.scenefile.Layer;
import io.brainwright.render.model.scenefile.Overlay;
import io.brainwright.render.model.scenefile.Scene;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** What is written over the picture: quiet, in one size and one ink, at the edges. */
final class Overlays {
    private static final Color INK = new Color(0xd7, 0xdd, 0xe8);
    private static final Color FAINT = new Color(0x8b, 0x95, 0xa9);
    private static final Color[] TRACES = {
        new Color(0xff, 0xd0, 0x5c),
        new Color(0x8a, 0x93, 0xd8),
        new Color(0x4f, 0x9d, 0xa6),
        new Color(0xcc, 0x79, 0xa7)
    };

    /** chosen: room for the names of the layers between their bracket and the cells. */
    private static final double BESIDE_EM = 7;

    /** chosen: what stands in the left corners, title, colour bar or legend, reaches about so far. */
    private static final double CORNER_EM = 20;

    /** Of a letter of the font, on the generous side. */
    private static final double LETTER_EM = 0.56;

    private final Lettering lettering = Lettering.open();
    private final Scene scene;
    private final List<PlacedCell> cells;
    private final double[] bounds;
    private final TimeMap times;
    private final List<Course> courses;

    /** One traced voltage. */
    record Course(String label, double[] times_ms, float[] v_mV) {}

    Overlays(Scene scene, List<PlacedCell> cells, double[] bounds, TimeMap times, List<Course> courses) {
        this.scene = scene;
        this.cells = cells;
        this.bounds = bounds.clone();
        this.times = times;
        this.courses = courses;
    }

    void draw(BufferedImage image, View view, double samples, double share, double t_ms) {
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        var page = new Page(
                g,
                image.getWidth(),
                image.getHeight(),
                Math.max(9, Math.min(image.getWidth(), image.getHeight()) / 46.0));
        for (var layer : scene.layers()) {
            if (layer.visible() && layer.type().equals("atlas-region")) {
                bands(page, layer, view, samples);
            }
        }
        for (var o : scene.overlays()) {
            if (share < o.t().get(0) || share > o.t().get(1)) {
                continue;
            }
            switch (o.type()) {
                case "title" ->
                    lettering.draw(
                            g,
                            o.text().isEmpty() ? scene.title() : o.text(),
                            page.left(),
                            page.top() + page.em(),
                            1.35 * page.em(),
                            0,
                            INK);
                case "clock" -> clock(page, o, t_ms);
                case "scalebar" -> scaleBar(page, o, view, samples);
                case "colorbar" -> colourBar(page, o);
                case "trace" -> traces(page, o, t_ms);
                case "caption" ->
                    lettering.draw(
                            g,
                            o.text(),
                            page.width() / 2.0,
                            page.height() - page.bottomFree() - 0.4 * page.em(),
                            1.15 * page.em(),
                            0.5,
                            INK);
                case "legend" -> legend(page, o);
                case "layers" -> bandsOf(page, LayerBands.of(cells), view, samples, 1);
                default -> throw new AssertionError("the schema lets only known overlays pass: " + o.type());
            }
        }
        g.dispose();
    }

    /** The sheet, its margins, and the size of its letters. */
    private record Page(Graphics2D g, int width, int height, double em) {
        double left() {
            return 1.6 * em;
        }

        double top() {
            return 1.5 * em;
        }

        double right() {
            return width - 1.6 * em;
        }

        double bottomFree() {
            return 1.6 * em;
        }
    }

    private double traceHeight(Page page) {
        return scene.overlays().stream()
                .filter(o -> o.type().equals("trace") && !courses.isEmpty())
                .mapToDouble(o -> o.height() * page.height())
                .findFirst()
                .orElse(0);
    }

    private void clock(Page page, Overlay o, double t_ms) {
        var text = o.unit().equals("s")
                ? String.format(Locale.ROOT, "%.4f s", t_ms / 1000)
                : String.format(Locale.ROOT, "%.2f ms", t_ms);
        lettering.draw(page.g(), text, page.right(), page.top() + 1.1 * page.em(), 1.5 * page.em(), 1, INK);
        var slow = String.format(Locale.ROOT, "%,.0f× slower", times.slowdown(t_ms))
                .replace(',', ' ');
        lettering.draw(page.g(), slow, page.right(), page.top() + 2.5 * page.em(), 0.95 * page.em(), 1, FAINT);
    }

    private void scaleBar(Page page, Overlay o, View view, double samples) {
        double[] p = new double[4];
        view.project((bounds[0] + bounds[3]) / 2, (bounds[1] + bounds[4]) / 2, (bounds[2] + bounds[5]) / 2, p);
        double pxPerUm = p[3] / samples;
        double length = o.um();
        if (Double.isNaN(length)) {
            length = 1;
            for (int candidate : new int[] {2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000}) {
                length = candidate * pxPerUm < page.width() / 6.0 ? candidate : length;
            }
        }
        double y = page.height() - page.bottomFree() - traceHeight(page);
        page.g().setColor(INK);
        page.g().setStroke(new BasicStroke((float) (page.em() / 6), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        page.g().draw(new Line2D.Double(page.right() - length * pxPerUm, y, page.right(), y));
        var text = length == Math.rint(length) ? (long) length + " µm" : length + " µm";
        lettering.draw(page.g(), text, page.right(), y - 0.55 * page.em(), page.em(), 1, INK);
    }

    private void colourBar(Page page, Overlay o) {
        var layer = scene.layer(o.layer())
                .or(() -> scene.layers().stream().filter(l -> l.color().moves()).findFirst());
        if (layer.isEmpty()) {
            return;
        }
        var rule = layer.get().color();
        double x = page.left();
        double length = Math.min(page.width() / 6.0, 14 * page.em());
        double y = page.height() - page.bottomFree() - 0.5 * page.em() - traceHeight(page);
        int steps = 160;
        for (int i = 0; i < steps; i++) {
            page.g().setColor(display(Ramps.at(rule.map(), (i + 0.5) / steps)));
            page.g().fill(new Rectangle2D.Double(x + i * length / steps, y, length / steps + 1, 0.5 * page.em()));
        }
        boolean voltage = rule.by().equals("report");
        label(page, rule, x, y, length, rule.rest(), 0, voltage ? "" : "silent");
        label(page, rule, x, y, length, rule.high() - 10, 1, voltage ? " mV" : "spike");
    }

    private void label(
            Page page, ColorRule rule, double x, double y, double length, double value, double align, String words) {
        var text = rule.by().equals("report")
                ? String.format(Locale.ROOT, "%.0f", value).replace('-', '−') + words
                : words;
        lettering.draw(page.g(), text, x + align * length, y - 0.45 * page.em(), 0.9 * page.em(), align, FAINT);
    }

    private void traces(Page page, Overlay o, double t_ms) {
        double h = o.height() * page.height();
        double top = page.height() - h - 0.6 * page.em();
        double left = page.left() + 3 * page.em();
        double width = page.right() - left - 8 * page.em();
        double from = times.begin_ms();
        double to = times.end_ms();
        if (courses.isEmpty() || to <= from) {
            return;
        }
        float low = -85;
        float high = 40;
        page.g()
                .setStroke(new BasicStroke(
                        (float) Math.max(1.1, page.em() / 12), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int k = 0; k < courses.size(); k++) {
            var course = courses.get(k);
            var line = new Path2D.Double();
            boolean begun = false;
            double lastY = top + h;
            for (int i = 0; i < course.times_ms().length; i++) {
                double t = course.times_ms()[i];
                if (t < from || t > Math.min(to, t_ms)) {
                    continue;
                }
                double x = left + (t - from) / (to - from) * width;
                lastY = top + h - (Math.clamp(course.v_mV()[i], low, high) - low) / (high - low) * h;
                if (begun) {
                    line.lineTo(x, lastY);
                } else {
                    line.moveTo(x, lastY);
                    begun = true;
                }
            }
            page.g().setColor(TRACES[k % TRACES.length]);
            page.g().draw(line);
            lettering.draw(
                    page.g(),
                    course.label(),
                    page.right(),
                    top + (1.1 + 1.25 * k) * page.em(),
                    0.95 * page.em(),
                    1,
                    TRACES[k % TRACES.length]);
        }
        page.g().setColor(FAINT);
        page.g().setStroke(new BasicStroke(1));
        for (int mV : new int[] {0, -70}) {
            double y = top + h - (mV - low) / (high - low) * h;
            lettering.draw(
                    page.g(),
                    String.valueOf(mV).replace('-', '−') + (mV == 0 ? " mV" : ""),
                    left - 0.6 * page.em(),
                    y + 0.3 * page.em(),
                    0.85 * page.em(),
                    1,
                    FAINT);
        }
        double now = left + Math.clamp((t_ms - from) / (to - from), 0.0, 1.0) * width;
        page.g().setColor(new Color(0xd7, 0xdd, 0xe8, 0x60));
        page.g().draw(new Line2D.Double(now, top, now, top + h));
    }

    private void legend(Page page, Overlay o) {
        var layer = scene.layer(o.layer()).or(() -> scene.layers().stream().findFirst());
        if (layer.isEmpty()) {
            return;
        }
        double y = page.height() - page.bottomFree() - traceHeight(page);
        for (var entry : Legend.of(layer.get(), cells).reversed()) {
            page.g().setColor(display(entry.colour()));
            page.g().fill(new Rectangle2D.Double(page.left(), y - 0.7 * page.em(), 0.7 * page.em(), 0.7 * page.em()));
            lettering.draw(page.g(), entry.words(), page.left() + 1.2 * page.em(), y, 0.95 * page.em(), 0, INK);
            y -= 1.35 * page.em();
        }
    }

    private void bands(Page page, Layer layer, View view, double samples) {
        var bands = LayerBands.of(cells).stream()
                .filter(b -> layer.regions().isEmpty() || layer.regions().contains("L" + b.layer()))
                .toList();
        bandsOf(page, bands, view, samples, layer.opacity());
    }

    private void bandsOf(Page page, List<LayerBands.Band> bands, View view, double samples, double opacity) {
        double x = beside(page, view, samples);
        double highest = x < page.left() + titleWidth(page) ? topCorner(page) : 0;
        double lowest = page.height() - (x < page.left() + CORNER_EM * page.em() ? bottomCorner(page) : 0);
        var faint = new Color(
                FAINT.getRed(), FAINT.getGreen(), FAINT.getBlue(), (int) Math.clamp(60 + 195 * opacity, 0, 255));
        page.g().setStroke(new BasicStroke((float) (page.em() / 16)));
        for (var band : bands) {
            double top = Math.max(highest, pixelY(view, band.top_um(), samples));
            double bottom = Math.min(lowest, pixelY(view, band.bottom_um(), samples));
            if (bottom < 0 || top > page.height() || bottom - top < 0.4 * page.em()) {
                continue;
            }
            page.g().setColor(faint);
            page.g().draw(new Line2D.Double(x, top + 2, x, bottom - 2));
            lettering.draw(
                    page.g(),
                    "L" + band.layer(),
                    x + 0.6 * page.em(),
                    (top + bottom) / 2 + 0.33 * page.em(),
                    0.95 * page.em(),
                    0,
                    FAINT);
        }
    }

    /** Left of the cells, wherever the camera stands about them. */
    private double beside(Page page, View view, double samples) {
        double[] p = new double[4];
        view.project((bounds[0] + bounds[3]) / 2, (bounds[1] + bounds[4]) / 2, (bounds[2] + bounds[5]) / 2, p);
        double half_um = Math.hypot(bounds[3] - bounds[0], bounds[5] - bounds[2]) / 2;
        return Math.max(page.left(), p[0] / samples - half_um * p[3] / samples - BESIDE_EM * page.em());
    }

    /** Width that a title takes, by the mean width of its letters, and a space after it. */
    private double titleWidth(Page page) {
        int letters = scene.overlays().stream()
                .filter(o -> o.type().equals("title"))
                .mapToInt(o -> (o.text().isEmpty() ? scene.title() : o.text()).length())
                .max()
                .orElse(0);
        return letters == 0 ? 0 : (letters * LETTER_EM * 1.35 + 2) * page.em();
    }

    /** Height that a title takes. */
    private double topCorner(Page page) {
        return has("title") ? page.top() + 2 * page.em() : 0;
    }

    /** Height that a colour bar or a legend takes. */
    private double bottomCorner(Page page) {
        double bar = has("colorbar") ? page.bottomFree() + 2.4 * page.em() : 0;
        double legend = scene.overlays().stream()
                .filter(o -> o.type().equals("legend"))
                .mapToDouble(o -> page.bottomFree()
                        + 1.35
                                * page.em()
                                * scene.layer(o.layer())
                                        .or(() -> scene.layers().stream().findFirst())
                                        .map(l -> Legend.of(l, cells).size() + 1)
                                        .orElse(0))
                .findFirst()
                .orElse(0);
        return Math.max(bar, legend) + traceHeight(page);
    }

    private boolean has(String type) {
        return scene.overlays().stream().anyMatch(o -> o.type().equals(type));
    }

    private double pixelY(View view, double y_um, double samples) {
        double[] p = new double[4];
        view.project((bounds[0] + bounds[3]) / 2, y_um, (bounds[2] + bounds[5]) / 2, p);
        return p[1] / samples;
    }

    /** Labels that stand at places of the scene. */
    void labels(BufferedImage image, View view, double samples, List<double[]> places, List<Layer> labels) {
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double unit = Math.min(image.getWidth(), image.getHeight()) / 60.0;
        double[] p = new double[4];
        for (int i = 0; i < labels.size(); i++) {
            double[] at = places.get(i);
            view.project(at[0], at[1], at[2], p);
            var colour = display(Ramps.hex(labels.get(i).color().value()));
            lettering.draw(
                    g,
                    labels.get(i).text(),
                    p[0] / samples,
                    p[1] / samples,
                    labels.get(i).textSize() * unit * 1.3,
                    0.5,
                    colour);
        }
        g.dispose();
    }

    static Color display(float[] linear) {
        int[] rgb = new int[3];
        for (int i = 0; i < 3; i++) {
            double v = linear[i];
            double s = v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
            rgb[i] = (int) Math.rint(255 * Math.clamp(s, 0.0, 1.0));
        }
        return new Color(rgb[0], rgb[1], rgb[2]);
    }
}
