package io.brainwright.placement.model;

import io.brainwright.neuro.random.Draws;

/**
 * Places that keep their distance: random sequential addition. A place is drawn uniformly and kept if no earlier one lies
 * within the spacing; two layers keep the smaller of their two spacings. A {@link SomaGrid} finds the neighbours.
 *
 * <p>Where the places will be tight (n r³ above {@value #TIGHT}, n their density and r the spacing; addition jams at 0.73), most blind
 * draws would miss: there all but the first are drawn in {@link OpenCubes}, which gives places of the same distribution.
 *
 * <p>Where {@value #PATIENCE} draws in a row find no room, or none is left for certain, the spacing of what is yet to come shrinks by a
 * tenth: the count is a promise, evenness an aim.
 *
 * @see <a href="https://doi.org/10.1080/00268979100100981">Talbot, Schaaf &amp; Tarjus 1991, Mol. Phys. 72:1397: random sequential addition jams at a volume
 *     fraction of 0.38</a>
 */
public final class EvenPositions {
    static final int PATIENCE = 10_000;
    /** chosen: above what the published densities reach at three times their value (0.43), so that all those are drawn blindly. */
    static final double TIGHT = 0.5;

    /** chosen: up to it, blind draws cost less than the cubes (measured at 0.2, 0.3, 0.35 and 0.4: no clear difference between the last three). */
    private static final double EASY = 0.3;

    private static final double SHRINK = 0.9;
    private static final double UM3_PER_MM3 = 1e9;

    private final Space space;
    private final SomaGrid grid;
    private final double widest_um;
    private final double[] spacing_um;
    private double narrowest_um = Double.POSITIVE_INFINITY;

    /**
     * @param space where
     * @param widest_um largest spacing that will be asked for
     * @param count how many places will be asked for
     */
    public EvenPositions(Space space, double widest_um, int count) {
        this.space = space;
        this.widest_um = widest_um;
        this.grid = new SomaGrid(space, widest_um, count);
        this.spacing_um = new double[count];
    }

    /** Adds places in one layer; the index of the first one is {@link #size()} before the call. */
    public void add(int layer, int count, double wanted_um, Draws draws) {
        double most = space.volume_mm3(layer) * UM3_PER_MM3 / (wanted_um * wanted_um * wanted_um);
        int blind = count > TIGHT * most ? (int) (EASY * most) : count;
        addBlindly(layer, blind, wanted_um, draws);
        if (blind < count) {
            addInOpenCubes(layer, count - blind, wanted_um, draws);
        }
    }

    void addBlindly(int layer, int count, double wanted_um, Draws draws) {
        assert wanted_um <= widest_um : "spacing " + wanted_um + " um, cubes of " + widest_um + " um";
        double own_um = wanted_um;
        var at = new double[3];
        int misses = 0;
        for (int left = count; left > 0; ) {
            space.draw(layer, draws, at);
            if (free(at, own_um)) {
                keep(at, own_um);
                left--;
                misses = 0;
            } else if (++misses == PATIENCE) {
                own_um *= SHRINK;
                misses = 0;
            }
        }
        narrowest_um = Math.min(narrowest_um, own_um);
    }

    void addInOpenCubes(int layer, int count, double wanted_um, Draws draws) {
        assert wanted_um <= widest_um : "spacing " + wanted_um + " um, cubes of " + widest_um + " um";
        double own_um = wanted_um;
        var open = open(layer, own_um);
        var at = new double[3];
        int misses = 0;
        for (int left = count; left > 0; ) {
            if (misses == PATIENCE || open.none()) {
                own_um *= SHRINK;
                misses = 0;
                open = open(layer, own_um);
            }
            open.draw(draws, at);
            misses++;
            if (!space.holds(layer, at[0], at[1], at[2])) {
                open.leave();
            } else if (free(at, own_um)) {
                keep(at, own_um);
                open.cover(at[0], at[1], at[2], own_um);
                left--;
                misses = 0;
            }
        }
        narrowest_um = Math.min(narrowest_um, own_um);
    }

    private OpenCubes open(int layer, double own_um) {
        var open = new OpenCubes(space, layer, own_um);
        for (int i = 0; i < grid.size(); i++) {
            open.cover(grid.x(i), grid.y(i), grid.z(i), Math.min(own_um, spacing_um[i]));
        }
        return open;
    }

    private boolean free(double[] at, double own_um) {
        return grid.free(at[0], at[1], at[2], i -> Math.min(own_um, spacing_um[i]));
    }

    private void keep(double[] at, double own_um) {
        spacing_um[grid.size()] = own_um;
        grid.add(at[0], at[1], at[2]);
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
