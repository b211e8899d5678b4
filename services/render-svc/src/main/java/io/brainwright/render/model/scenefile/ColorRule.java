package io.brainwright.render.model.scenefile;

import org.jspecify.annotations.Nullable;

/**
 * How a thing gets its colour.
 *
 * @param by "constant", "column", "section", "class", "report", "spikes" or "path-distance"
 * @param value the constant, "#rrggbb"
 * @param column of the cells: "layer", "mtype", "etype", "region", "gid" or "synapse_class"
 * @param source name of the report or the spikes; null elsewhere
 * @param map "spike-fire", "viridis" or "cividis"
 * @param low value (mV, or um of path) at the cold end
 * @param high value at the hot end
 * @param rest value at and below which a neurite has its plain colour
 * @param base the plain colour: "section", "layer", "class" or "mtype"
 * @param tail_ms how long a spike is seen
 */
public record ColorRule(
        String by,
        String value,
        String column,
        @Nullable String source,
        String map,
        double low,
        double high,
        double rest,
        String base,
        double tail_ms) {
    /** Whether it changes with time. */
    public boolean moves() {
        return by.equals("report") || by.equals("spikes");
    }
}
