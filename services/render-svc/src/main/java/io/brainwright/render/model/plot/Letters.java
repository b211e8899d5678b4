package io.brainwright.render.model.plot;

import io.brainwright.render.model.lettering.OutlineFont;
import java.awt.Font;

/** What both surfaces promise of text: it is drawn with our outlines or not at all. */
final class Letters {
    private Letters() {}

    /** The font as ours; any other would be drawn by the machine's own fonts, and differ from machine to machine. */
    static OutlineFont font(Font font) {
        if (font instanceof OutlineFont outlines) {
            return outlines;
        }
        throw new IllegalStateException("a plot asks for the platform's font " + font.getName());
    }

    static IllegalStateException unused(String what) {
        return new IllegalStateException("no plot of ours draws " + what);
    }
}
