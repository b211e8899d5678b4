package io.brainwright.synthesis.model.parameters;

/**
 * How the branches of a neurite hold their course.
 *
 * @param heading share of its turn at a fork that a branch keeps as its course, 0 to 1: branches that part widely bend back
 * @param wander how fast the course strays, rad per square root of a um; it is drawn back over {@value #RECALL_UM} um
 */
public record Habit(double heading, double wander) {
    /** chosen: long against a section, short against an apical trunk; chord over path then stays the same from 100 to 700 um, as in reconstructions. */
    public static final double RECALL_UM = 100;

    /** Branches that keep their turns and their course. */
    public static final Habit STRAIGHT = new Habit(1, 0);

    /** Whether branches do anything but run straight on. */
    public boolean strays() {
        return wander > 0;
    }
}
