package io.brainwright.render.model.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import org.jfree.chart.LegendItem;

/** Entries of legends. */
final class Key {
    private Key() {}

    static LegendItem line(String name, Style style, Color colour, BasicStroke stroke) {
        return new LegendItem(name, null, null, null, style.dash(), stroke, colour);
    }

    static LegendItem dot(String name, Style style, Color colour) {
        return filled(name, style.dot(0.6), colour);
    }

    static LegendItem filled(String name, Shape shape, Color colour) {
        return new LegendItem(name, null, null, null, shape, colour);
    }
}
