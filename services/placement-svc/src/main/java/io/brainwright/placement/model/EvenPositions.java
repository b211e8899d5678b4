package io.brainwright.placement.model;

import io.brainwright.neuro.random.Draws;

/**
 * Places that keep their distance: random sequential addition. A place is drawn uniformly and kept if no earlier one lies
 * within the spacing; two layers keep the smaller of their two spacings. A {@link SomaGrid} finds the neighbours.
 *
 * <p>Where {@value #PATIENCE} draws in a row find no room, the spacing of what is yet to come shrinks by a tenth: the count
 * is a promise, evenness an aim.
 *
 * @see <a href="https://doi.org/10.1080/00268979100100981">Talbot, Schaaf &amp; Tarjus 1991, Mol. Phys. 72:1397: random sequential addition jams at a volume
 *     fraction of 0.38</a>
 */
public final class EvenPositions {
    static final int PATIENCE = 10_000;
    private static final double SHRINK = 0.9;

    private final Tissue tissue;
    private final SomaGrid grid;
    private final double widest_um;
    private final double[] spacing_um;
    private double narrowest_um = Double.POSITIVE_INFINITY;

    /**
     * @param tissue where
     * @param widest_um largest spacing that will be asked for
     * @param count how many places will be asked for
     */
    public EvenPositions(Tissue tissue, double widest_um, int count) {
        this.tissue = tissue;
        this.widest_um = widest_um;
        this.grid = new SomaGrid(tissue, widest_um, count);
        this.spacing_um = new double[count];
    }

    /** Adds places in one layer; the index of the first one is {@link #size()} before the call. */
    public void add(int layer, int count, double wanted_um, Draws draws) {
        assert wanted_um <= widest_um : "spacing " + wanted_um + " um, cubes of " + widest_um + " um";
        double own_um = wanted_um;
        var at = new double[3];
        int misses = 0;
        for (int left = count; left > 0; ) {
            tissue.draw(layer, draws, at);
            double asked_um = own_um;
            if (grid.free(at[0], at[1], at[2], i -> Math.min(asked_um, spacing_um[i]))) {
                spacing_um[grid.size()] = own_um;
                grid.add(at[0], at[1], at[2]);
                left--;
                misses = 0;
            } else if (++misses == PATIENCE) {
                own_um *= SHRINK;
                misses = 0;
            }
        }
        narrowest_um = Math.min(narrowest_um, own_um);
    }

    public int size() {
        return grid.size();
    }

    /** The smallest spacing that was used. */
    public double narrowest_um() {
        return narrowest_um;
    }

    public double x(int i) {
        return grid.x(i);
    }

    public double y(int i) {
        return grid.y(i);
    }

    public double z(int i) {
        return grid.z(i);
    }
}
