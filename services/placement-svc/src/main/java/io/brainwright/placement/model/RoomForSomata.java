package io.brainwright.placement.model;

/** Somata of different sizes that may not overlap: two keep the sum of their radii, two of one kind also the distance that their kind keeps. */
final class RoomForSomata {
    private final SomaGrid grid;
    private final double[] radius_um;
    private final int[] kind;

    /**
     * A soma.
     *
     * @param kind what keeps a distance to its like
     */
    record Soma(double x, double y, double z, double radius_um, int kind) {}

    /**
     * @param space where they lie
     * @param largestRadius_um of all somata to come
     * @param widest_um largest distance that like somata keep
     * @param count how many will stand
     */
    RoomForSomata(Space space, double largestRadius_um, double widest_um, int count) {
        this.grid = new SomaGrid(space, Math.max(2 * largestRadius_um, widest_um), count);
        this.radius_um = new double[count];
        this.kind = new int[count];
    }

    void add(Soma soma) {
        radius_um[grid.size()] = soma.radius_um();
        kind[grid.size()] = soma.kind();
        grid.add(soma.x(), soma.y(), soma.z());
    }

    /** Whether a soma has room where its like keep this far. */
    boolean free(Soma soma, double likes_um) {
        return grid.free(soma.x(), soma.y(), soma.z(), i -> {
            double touch_um = soma.radius_um() + radius_um[i];
            return soma.kind() == kind[i] ? Math.max(touch_um, likes_um) : touch_um;
        });
    }
}
