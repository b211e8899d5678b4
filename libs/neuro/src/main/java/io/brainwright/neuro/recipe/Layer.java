package io.brainwright.neuro.recipe;

/**
 * One layer of the cortex.
 *
 * @param number 1 at the pia
 * @param fullName its name in words
 * @param top_um depth of its upper boundary below the pia
 * @param thickness_um from its upper to its lower boundary
 */
public record Layer(int number, String fullName, double top_um, double thickness_um) {
    /** Depth of its lower boundary below the pia. */
    public double bottom_um() {
        return top_um + thickness_um;
    }
}
