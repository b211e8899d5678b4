package io.brainwright.render.model.plot;

import io.brainwright.render.model.lettering.OutlineFont;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;
import org.jspecify.annotations.Nullable;

/** Pixels with letters as outlines: shapes go to the image, text is filled by {@link OutlineFont}, and AWT's fonts are never asked. */
final class PixelGraphics extends AbstractGraphics2D {
    private final BufferedImage image;
    private final Graphics2D pixels;
    private boolean clipChanged = true;

    PixelGraphics(BufferedImage image, OutlineFont font) {
        super(true);
        this.image = image;
        gc = new GraphicContext();
        pixels = image.createGraphics();
        pixels.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pixels.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        setFont(font);
        setColor(Color.BLACK);
    }

    private PixelGraphics(PixelGraphics other) {
        super(other);
        image = other.image;
        pixels = (Graphics2D) other.pixels.create();
    }

    @Override
    public Graphics create() {
        return new PixelGraphics(this);
    }

    @Override
    public void dispose() {
        pixels.dispose();
    }

    @Override
    public void draw(Shape shape) {
        state().draw(shape);
    }

    @Override
    public void fill(Shape shape) {
        state().fill(shape);
    }

    /** The image's graphics with transform, clip, paint, stroke and composite of this. */
    private Graphics2D state() {
        pixels.setTransform(gc.getTransform());
        if (clipChanged) {
            pixels.setClip(rectangle(gc.getClip()));
            clipChanged = false;
        }
        pixels.setPaint(gc.getPaint());
        pixels.setStroke(gc.getStroke());
        pixels.setComposite(gc.getComposite());
        return pixels;
    }

    /** The same clip, as a rectangle where it is one: Java draws much faster within. */
    private static @Nullable Shape rectangle(@Nullable Shape clip) {
        var area = clip == null ? null : new Area(clip);
        return area != null && area.isRectangular() ? area.getBounds2D() : clip;
    }

    @Override
    public void setClip(@Nullable Shape clip) {
        super.setClip(clip);
        clipChanged = true;
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        super.setClip(x, y, width, height);
        clipChanged = true;
    }

    @Override
    public void clip(Shape clip) {
        super.clip(clip);
        clipChanged = true;
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        super.clipRect(x, y, width, height);
        clipChanged = true;
    }

    @Override
    public void drawString(String text, float x, float y) {
        Letters.font(getFont()).draw(this, text, x, y);
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return Letters.font(font).metrics();
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        throw Letters.unused("text with attributes");
    }

    @Override
    public void setXORMode(Color colour) {
        throw Letters.unused("XOR mode");
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw Letters.unused("a copied area");
    }

    @Override
    public boolean drawImage(Image picture, int x, int y, @Nullable ImageObserver observer) {
        return state().drawImage(picture, x, y, observer);
    }

    @Override
    public boolean drawImage(Image picture, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        return state().drawImage(picture, x, y, width, height, observer);
    }

    @Override
    public void drawRenderedImage(RenderedImage picture, AffineTransform place) {
        var surface = state();
        surface.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        surface.drawRenderedImage(picture, place);
    }

    @Override
    public void drawRenderableImage(RenderableImage picture, AffineTransform place) {
        state().drawRenderableImage(picture, place);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return pixels.getDeviceConfiguration();
    }
}
