package io.brainwright.render.model.plot;

/**
 * A stretch of the y axis that has a name, as a layer has.
 *
 * @param from where it begins, in the unit of the axis
 * @param to where it ends
 * @param name what stands at its right edge
 */
public record Band(double from, double to, String name) {
    public Band {
        assert from <= to : name + " " + from + " " + to;
    }
}
