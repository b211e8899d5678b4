package io.brainwright.render.model.plot;

import io.brainwright.render.model.lettering.OutlineFont;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.geom.AffineTransform;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGeneratorContext.GraphicContextDefaults;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** SVG with letters as outlines; title and caption also stand in it as words, for search and for screen readers. */
final class SvgGraphics extends SVGGraphics2D {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final int DIGITS = 2;

    private final int width;
    private final int height;

    SvgGraphics(int width, int height, OutlineFont font) {
        super(context(font), true);
        this.width = width;
        this.height = height;
        setSVGCanvasSize(new Dimension(width, height));
        setFont(font);
    }

    private SvgGraphics(SvgGraphics other) {
        super(other);
        width = other.width;
        height = other.height;
    }

    private static SVGGeneratorContext context(OutlineFont font) {
        var context = SVGGeneratorContext.createDefault(empty());
        context.setComment("JFreeChart, Batik");
        context.setPrecision(DIGITS);
        var defaults = new GraphicContextDefaults();
        defaults.setFont(font);
        context.setGraphicContextDefaults(defaults);
        return context;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The finished document. */
    String document(String title, String caption) {
        var root = getRoot();
        root.setAttribute("viewBox", "0 0 %d %d".formatted(width, height));
        root.setAttribute("role", "img");
        describe(root, "desc", caption);
        describe(root, "title", title);
        try (var out = new StringWriter()) {
            stream(root, out, false, false);
            var written = out.toString().replace("\r\n", "\n");
            return HEAD + written.substring(written.indexOf("<svg")); // without a document type on another machine
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void describe(Element root, String tag, String words) {
        if (!words.isEmpty()) {
            var element = root.getOwnerDocument().createElementNS(SVG, tag);
            element.setTextContent(words);
            root.insertBefore(element, root.getFirstChild());
        }
    }

    /** The picture within the document, as PNG. */
    @Override
    public void drawRenderedImage(RenderedImage picture, AffineTransform place) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var element = getDOMFactory().createElementNS(SVG, "image");
        element.setAttribute("x", rounded(place.getTranslateX()));
        element.setAttribute("y", rounded(place.getTranslateY()));
        element.setAttribute("width", rounded(place.getScaleX() * picture.getWidth()));
        element.setAttribute("height", rounded(place.getScaleY() * picture.getHeight()));
        element.setAttribute("preserveAspectRatio", "none");
        element.setAttributeNS(
                "http://www.w3.org/1999/xlink",
                "xlink:href",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
        domGroupManager.addElement(element);
    }

    private static String rounded(double px) {
        return String.format(Locale.ROOT, "%.2f", px);
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
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
}
