package io.brainwright.neuro.morphometrics;

import io.brainwright.neuro.morphology.Morphology;

/**
 * How often a neurite crosses spheres about the soma's centre.
 *
 * @param step_um distance of the spheres
 * @param first_radius_um radius of the first
 * @param counts crossings of each, up to the first sphere that nothing reaches
 * @see <a href="https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1244622">Sholl 1953, Journal of Anatomy</a>
 */
public record Sholl(double step_um, double first_radius_um, int[] counts) {
    /** chosen: the customary distance of spheres. */
    static final double STEP_UM = 20;

    static Sholl of(Trees t, double[] centre) {
        Morphology cell = t.cell;
        double farthest = 0;
        for (int s : t.sections) {
            for (int p = cell.begin(s); p < cell.end(s); p++) {
                farthest = Math.max(farthest, distance(cell, p, centre));
            }
        }
        int[] counts = new int[(int) Math.ceil((farthest + STEP_UM) / STEP_UM)];
        for (int s : t.sections) {
            for (int p = cell.begin(s); p < cell.end(s) - 1; p++) {
                count(counts, distance(cell, p, centre), distance(cell, p + 1, centre));
            }
        }
        return new Sholl(STEP_UM, 0, counts);
    }

    private static void count(int[] counts, double a, double b) {
        double near = Math.min(a, b);
        double far = Math.max(a, b);
        for (int k = Math.max(1, (int) Math.ceil(near / STEP_UM)); k * STEP_UM <= far; k++) {
            counts[k]++;
        }
    }

    private static double distance(Morphology cell, int p, double[] c) {
        double dx = cell.x(p) - c[0];
        double dy = cell.y(p) - c[1];
        double dz = cell.z(p) - c[2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sholl s
                && s.step_um == step_um
                && s.first_radius_um == first_radius_um
                && java.util.Arrays.equals(s.counts, counts);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(counts);
    }
}
