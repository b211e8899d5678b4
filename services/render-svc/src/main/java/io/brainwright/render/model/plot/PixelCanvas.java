package io.brainwright.render.model.plot;

import io.brainwright.render.model.lettering.Lettering;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws into an image. */
public final class PixelCanvas implements Canvas {
    private final BufferedImage image;
    private final Graphics2D g;
    private final Lettering lettering = Lettering.open();

    public PixelCanvas(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        rectangle(0, 0, width, height, Color.WHITE);
    }

    /** The finished image. */
    public BufferedImage image() {
        g.dispose();
        return image;
    }

    @Override
    public void line(double[] x, double[] y, double width, Color colour) {
        var path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                down = false;
            } else if (down) {
                path.lineTo(x[i], y[i]);
            } else {
                path.moveTo(x[i], y[i]);
                down = true;
            }
        }
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        g.draw(path);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color fill) {
        g.setColor(fill);
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void dot(double x, double y, double diameter, Color colour) {
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter));
    }

    @Override
    public void text(String words, double x, double y, double size, double align, Color colour) {
        lettering.draw(g, words, x, y, size, align, colour);
    }

    @Override
    public void textUpwards(String words, double x, double y, double size, Color colour) {
        lettering.drawUpwards(g, words, x, y, size, colour);
    }
}
