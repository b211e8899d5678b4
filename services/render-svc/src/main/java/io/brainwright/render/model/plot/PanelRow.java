package io.brainwright.render.model.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Panels of one quantity side by side, with the key to their colours.
 *
 * @param name what is shown, with its unit
 * @param panels drawn in one scale
 * @param keys named colours, from the top
 * @param shades a scale of shades, null where colours are named
 * @param inset a panel beside the key in a scale of its own, null where there is none
 */
public record PanelRow(
        String name,
        List<Panel> panels,
        List<Named> keys,
        @Nullable Shades shades,
        @Nullable Panel inset) {
    public PanelRow {
        panels = List.copyOf(panels);
        keys = List.copyOf(keys);
    }

    /** A colour, 0xRRGGBB, and what it stands for. */
    public record Named(String name, int colour) {}

    /** Numbers as colours. */
    public interface Colours {
        /** 0xRRGGBB of a number. */
        int of(double value);
    }

    /**
     * A scale of shades.
     *
     * @param from number at the foot
     * @param to number at the top
     */
    public record Shades(double from, double to, Colours colours) {}
}
