package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.random.Draws;
import java.util.Arrays;

/**
 * A tip that walks from place to place in the atlas, step by step as in {@link Step}; its target is the next place. It never comes nearer to the pia than
 * {@value #LEAST_DEPTH_UM} um.
 */
final class GuidedWalk {
    private static final double REACHED_UM = 10; // chosen: ten steps
    private static final double LEAST_DEPTH_UM = 1; // as tips of local trees
    private static final double MOST_PER_UM = 20; // chosen: a walk that takes more steps than this is lost

    private final CorticalSheet sheet;
    private final CellFrame frame;
    private final double randomness;
    private final Draws draws;
    private final double[] at = new double[3];
    private final double[] direction = new double[3];
    private final double[] own = new double[3];
    private double[] path = new double[3 * 1024];
    private int points;

    GuidedWalk(CorticalSheet sheet, CellFrame frame, double randomness, Draws draws) {
        this.sheet = sheet;
        this.frame = frame;
        this.randomness = randomness;
        this.draws = draws;
    }

    /**
     * Sets out anew.
     *
     * @param start place in the cell's frame
     * @param heading unit vector in the atlas's frame; zeros where there is none yet
     */
    void begin(double[] start, double[] heading) {
        points = 0;
        keep(start);
        frame.toAtlas(start, at);
        System.arraycopy(heading, 0, direction, 0, 3);
    }

    /** Walks until the place is reached. */
    void to(double[] place) {
        double[] target = new double[3];
        double[] move = new double[3];
        double left = aim(place, target);
        long most = (long) (MOST_PER_UM * (left + REACHED_UM));
        for (long step = 0; left > REACHED_UM; step++) {
            assert step < most : "lost on the way, " + left + " um from its place";
            Step.propose(direction, target, randomness, draws, move);
            for (int k = 0; k < 3; k++) {
                at[k] += move[k];
            }
            Step.remember(direction, move);
            sink();
            frame.toCell(at, own);
            keep(own);
            left = aim(place, target);
        }
    }

    private double aim(double[] place, double[] target) {
        for (int k = 0; k < 3; k++) {
            target[k] = place[k] - at[k];
        }
        double length = Turns.norm(target);
        for (int k = 0; k < 3; k++) {
            target[k] /= Math.max(1e-9, length);
        }
        return length;
    }

    private void sink() {
        double above = LEAST_DEPTH_UM - sheet.depth_um(at[0], at[1], at[2]);
        if (above > 0) {
            double[] up = new double[3];
            sheet.direction(at[0], at[1], at[2], up);
            for (int k = 0; k < 3; k++) {
                at[k] -= above * up[k];
            }
        }
    }

    private void keep(double[] place) {
        if (3 * points == path.length) {
            path = Arrays.copyOf(path, 2 * path.length);
        }
        System.arraycopy(place, 0, path, 3 * points++, 3);
    }

    /** Writes the points that are needed to keep the path within the tolerance of axons. */
    void write(GrowthBuffer out) {
        Thinning.write(path, points, TreeGrower.AXONS, out);
    }

    /** The last point, in the cell's frame. */
    double[] end() {
        return Arrays.copyOfRange(path, 3 * points - 3, 3 * points);
    }

    /** The last direction, in the atlas's frame. */
    double[] heading() {
        return direction.clone();
    }

    /** The last point, in the atlas's frame. */
    double[] endInAtlas() {
        return at.clone();
    }
}
