package io.brainwright.library.model.paper.pdf;

/**
 * A character at its place on a page, in points from the upper left corner.
 *
 * @param text one character, or a ligature spelled out
 * @param x its left edge
 * @param y its baseline, downwards
 * @param width how wide it is
 * @param size of its font
 * @param space width of a space in its font, 0 where the font does not say
 * @param bold whether its font is called bold
 */
record Glyph(String text, double x, double y, double width, double size, double space, boolean bold) {
    double right() {
        return x + width;
    }
}
