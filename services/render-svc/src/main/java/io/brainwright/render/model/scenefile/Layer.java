package io.brainwright.render.model.scenefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing to draw.
 *
 * @param id its name, for overlays, clips and edits
 * @param type "morphology", "soma", "synapses", "pathway", "atlas-region" or "label"
 * @param source name of the cells; null for labels, and for regions, which stand about the first circuit
 * @param parts of a morphology; default all four
 * @param radius factor on every radius, and the least drawn radius, px
 * @param opacity 0..1
 * @param axonOpacity 0..1, of axons alone
 * @param highlight cells that keep their colours; empty: all
 * @param radius_um fixed radius; NaN: the cell's own
 * @param from presynaptic cells of a pathway
 * @param to postsynaptic cells of a pathway
 * @param side of synapses, "afferent" or "efferent"
 * @param regions "L1" to "L6"; empty: all that have cells
 * @param at place of a label; null where it is none
 */
public record Layer(
        String id,
        String type,
        @Nullable String source,
        boolean visible,
        List<String> parts,
        Radius radius,
        ColorRule color,
        @Nullable Glow glow,
        double opacity,
        double axonOpacity,
        List<Long> highlight,
        double radius_um,
        Select select,
        Select from,
        Select to,
        String side,
        List<String> regions,
        boolean labels,
        @Nullable JsonNode at,
        String text,
        double textSize) {
    public Layer {
        parts = List.copyOf(parts);
        highlight = List.copyOf(highlight);
        regions = List.copyOf(regions);
    }

    /** Factor on every radius, and the least drawn radius in px. */
    public record Radius(double scale, double minPx) {}

    /**
     * What shines.
     *
     * @param threshold value (mV) above which it does
     * @param strength of the brightest
     * @param radius blur radii in px of a picture 1400 wide
     */
    public record Glow(double threshold, double strength, List<Double> radius) {
        public Glow {
            radius = List.copyOf(radius);
        }
    }
}
