package io.brainwright.render.model.column;

import java.util.ArrayList;
import java.util.List;

/** Where the layers lie, read off the cells themselves: between the deepest cell of one and the highest of the next. */
public final class LayerBands {
    private LayerBands() {}

    /**
     * A layer's extent along the vertical of the picture.
     *
     * @param layer its number
     * @param top_um y of its upper end
     * @param bottom_um y of its lower end
     */
    public record Band(int layer, double top_um, double bottom_um) {}

    /** Bands of the layers that have cells, the pia first. */
    public static List<Band> of(List<PlacedCell> cells) {
        var bands = new ArrayList<Band>();
        for (int layer = 1; layer <= 6; layer++) {
            int l = layer;
            var ys = cells.stream().filter(c -> c.layer() == l).mapToDouble(PlacedCell::y_um);
            var summary = ys.summaryStatistics();
            if (summary.getCount() > 0) {
                bands.add(new Band(layer, summary.getMax(), summary.getMin()));
            }
        }
        for (int i = 0; i + 1 < bands.size(); i++) {
            var upper = bands.get(i);
            var lower = bands.get(i + 1);
            double middle = (upper.bottom_um() + lower.top_um()) / 2;
            bands.set(i, new Band(upper.layer(), upper.top_um(), middle));
            bands.set(i + 1, new Band(lower.layer(), middle, lower.bottom_um()));
        }
        return bands;
    }
}
