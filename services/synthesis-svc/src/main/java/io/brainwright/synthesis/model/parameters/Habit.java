package io.brainwright.synthesis.model.parameters;

/**
 * How the branches of a neurite hold their course.
 *
 * @param heading share of its turn at a fork that a branch keeps as its course, 0 to 1: branches that part widely bend back
 * @param wander how fast the course strays, rad per square root of a um; it is drawn back over {@value #RECALL_UM} um
 */
public record Habit(double heading, double wander) {
    /** chosen: long against a section, short against an apical trunk, which keeps its height. */
    public static final double RECALL_UM = 300;
}
