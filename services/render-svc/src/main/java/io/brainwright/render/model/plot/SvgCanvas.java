package io.brainwright.render.model.plot;

import java.awt.Color;
import java.util.Locale;

/** Writes SVG 1.1 with text as text, so that a figure can be edited. */
public final class SvgCanvas implements Canvas {
    private static final String FONT = "Liberation Sans, Arial, Helvetica, sans-serif";

    private final StringBuilder out = new StringBuilder();

    public SvgCanvas(int width, int height) {
        out.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"")
                .append(" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n".formatted(width, height, width, height));
        rectangle(0, 0, width, height, Color.WHITE);
    }

    /** The finished document. */
    public String document() {
        return out + "</svg>\n";
    }

    @Override
    public void line(double[] x, double[] y, double width, Color colour) {
        var path = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                down = false;
                continue;
            }
            path.append(down ? 'L' : 'M').append(number(x[i])).append(' ').append(number(y[i]));
            down = true;
        }
        out.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>\n"
                .formatted(path, colour(colour), number(width)));
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color fill) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
                .formatted(number(x), number(y), number(width), number(height), colour(fill)));
    }

    @Override
    public void dot(double x, double y, double diameter, Color colour) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>\n"
                .formatted(number(x), number(y), number(diameter / 2), colour(colour)));
    }

    @Override
    public void text(String words, double x, double y, double size, double align, Color colour) {
        write(words, x, y, size, align == 0 ? "start" : align == 1 ? "end" : "middle", colour, "");
    }

    @Override
    public void textUpwards(String words, double x, double y, double size, Color colour) {
        write(words, x, y, size, "middle", colour, " transform=\"rotate(-90 %s %s)\"".formatted(number(x), number(y)));
    }

    private void write(String words, double x, double y, double size, String anchor, Color colour, String turned) {
        out.append(
                "<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n"
                        .formatted(
                                number(x),
                                number(y),
                                FONT,
                                number(size),
                                anchor,
                                colour(colour),
                                turned,
                                escaped(words)));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String colour(Color c) {
        return "#%02x%02x%02x".formatted(c.getRed(), c.getGreen(), c.getBlue());
    }
}
