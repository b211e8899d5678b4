package io.brainwright.placement.model.rules;

/** What is asked of a stretch of a cell, e.g. that its tuft lies in layer 1. */
public sealed interface PlacementRule {
    /** chosen by the method's authors: 30 um above the limit the score has fallen to 0. */
    double TOLERANCE_um = 30;

    /** Its name, to which annotations refer. */
    String id();

    /**
     * The stretch stays below a height: {@code L = clip(1 - (a_up - r_up) / tolerance, 0, 1)}. Strict.
     *
     * @param tolerance_um how far above the score has fallen to 0, positive
     */
    record Below(String id, Height limit, double tolerance_um) implements PlacementRule {}

    /** The stretch lies within an interval: {@code I = overlap / min(|a|, |r|)}. */
    record Target(String id, Height low, Height high) implements PlacementRule {}

    /** The stretch fills an interval: {@code I = overlap / max(|a|, |r|)}. */
    record Occupy(String id, Height low, Height high) implements PlacementRule {}
}
