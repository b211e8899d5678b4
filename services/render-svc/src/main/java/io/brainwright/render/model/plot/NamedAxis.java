package io.brainwright.render.model.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** An axis with names at chosen places; where two would overlap, the narrower place goes without. Places may be banded (a vertical axis). */
@SuppressWarnings("serial") // never serialized
final class NamedAxis extends NumberAxis {
    /** A name and the span that it stands for. */
    record Place(String name, double from, double to) {
        double middle() {
            return (from + to) / 2;
        }
    }

    private final transient List<Place> places;
    private final transient @Nullable Color band;

    /** @param band colour of every second place in the plot; null: none */
    NamedAxis(String label, List<Place> places, @Nullable Color band) {
        super(label);
        this.band = band;
        this.places = places;
        setRange(
                places.getFirst().from(),
                Math.max(places.getLast().to(), places.getFirst().from() + 1));
    }

    /** Bands come first, so that gridlines and marks lie on them. */
    @Override
    public AxisState draw(
            Graphics2D g,
            double cursor,
            Rectangle2D room,
            Rectangle2D area,
            RectangleEdge edge,
            @Nullable PlotRenderingInfo info) {
        for (int i = 1; band != null && i < places.size(); i += 2) {
            double from = valueToJava2D(places.get(i).from(), area, edge);
            double to = valueToJava2D(places.get(i).to(), area, edge);
            g.setPaint(band);
            g.fill(new Rectangle2D.Double(area.getX(), Math.min(from, to), area.getWidth(), Math.abs(to - from)));
        }
        return super.draw(g, cursor, room, area, edge, info);
    }

    @Override
    @SuppressWarnings("rawtypes") // the library's signature
    public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean upright = RectangleEdge.isLeftOrRight(edge);
        var metrics = g.getFontMetrics(getTickLabelFont());
        double high = metrics.getStringBounds("L", g).getHeight() * 0.9;
        var kept = new ArrayList<Place>();
        places.stream()
                .sorted(java.util.Comparator.comparingDouble((Place p) -> p.from() - p.to()))
                .filter(p -> kept.stream().allMatch(k -> {
                    double apart =
                            Math.abs(valueToJava2D(p.middle(), area, edge) - valueToJava2D(k.middle(), area, edge));
                    double need = upright || isVerticalTickLabels()
                            ? high
                            : (metrics.getStringBounds(p.name(), g).getWidth()
                                                    + metrics.getStringBounds(k.name(), g)
                                                            .getWidth())
                                            / 2
                                    + high / 3;
                    return apart >= need;
                }))
                .forEach(kept::add);
        var ticks = new ArrayList<ValueTick>();
        for (var p : kept) {
            ticks.add(
                    upright
                            ? new NumberTick(p.middle(), p.name(), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0)
                            : isVerticalTickLabels()
                                    ? new NumberTick(
                                            p.middle(),
                                            p.name(),
                                            TextAnchor.CENTER_RIGHT,
                                            TextAnchor.CENTER_RIGHT,
                                            -Math.PI / 2)
                                    : new NumberTick(
                                            p.middle(), p.name(), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
        }
        return ticks;
    }
}
