package io.brainwright.synthesis.model.growth;

/**
 * A plane across +y.
 *
 * @param height_um above the soma
 */
record FlatPia(double height_um) implements Pia {
    private static final double BOUNCE =
            0.2; // chosen: a tip that meets the pia leaves it by a fifth of what it would have crossed it by

    @Override
    public void slide(double[] at, double[] move, double[] target, double[] direction) {
        if (at[1] + move[1] > height_um) {
            move[1] = -BOUNCE * move[1];
            target[1] = 0;
            direction[1] = 0;
        }
    }

    @Override
    public void settle(double[] point) {
        point[1] = Math.min(height_um, point[1]);
    }
}
