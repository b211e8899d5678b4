package io.brainwright.placement.model.domains;

import io.brainwright.placement.model.domains.Polyhedron.HalfSpace;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The micro-domains of the astrocytes of a piece of tissue: tiles without hole, or the same grown over their neighbours.
 *
 * <p>Every tile is scaled about its centre of mass by one factor s and cut at the tissue's border; s is found by bisection so that
 *
 * <pre>{@code
 *   Σ volume(domain_i) = (1 + overlap) volume(tissue)
 * }</pre>
 *
 * A convex tile lies within its own enlargement, so that no hole can open.
 */
public final class AstrocyteDomains {
    private static final int HALVINGS = 40;

    private final Polyhedron[] tiles;
    private final double[][] centres;
    private final double[] volumes_um3;
    private final Polyhedron[] domains;
    private final double scale;

    /**
     * @param centres x, y, z of the somata, um
     * @param radius_um of the somata
     * @param tissue convex; cut by {@code border}
     * @param border the half-spaces that bound it
     * @param overlap share of the tissue that is covered more than once, counted as often; 0: tiles
     */
    public AstrocyteDomains(
            double[][] centres, double[] radius_um, Polyhedron tissue, List<HalfSpace> border, double overlap) {
        var cells = new PowerCells(centres, radius_um, tissue);
        int n = centres.length;
        this.tiles = IntStream.range(0, n).parallel().mapToObj(cells::cell).toArray(Polyhedron[]::new);
        this.centres = new double[n][3];
        this.volumes_um3 = new double[n];
        for (int i = 0; i < n; i++) {
            volumes_um3[i] = tiles[i].mass(this.centres[i]);
        }
        this.scale = n == 0 || overlap == 0 ? 1 : scale(border, (1 + overlap) * tissue.volume_um3(), overlap);
        this.domains = IntStream.range(0, n)
                .mapToObj(i -> scale == 1 ? tiles[i] : grown(i, scale, border))
                .toArray(Polyhedron[]::new);
    }

    private double scale(List<HalfSpace> border, double wanted_um3, double overlap) {
        double low = 1;
        double high = 1 + 2 * overlap;
        for (int k = 0; k < HALVINGS; k++) {
            double mid = (low + high) / 2;
            double sum = IntStream.range(0, tiles.length)
                    .mapToDouble(i -> grown(i, mid, border).volume_um3())
                    .sum();
            if (sum < wanted_um3) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }

    private Polyhedron grown(int i, double factor, List<HalfSpace> border) {
        var domain = tiles[i].scaled(centres[i], factor);
        for (var face : border) {
            domain = domain.cut(face);
        }
        return domain;
    }

    public int size() {
        return tiles.length;
    }

    /** s. */
    public double scale() {
        return scale;
    }

    public Polyhedron tile(int i) {
        return tiles[i];
    }

    public Polyhedron domain(int i) {
        return domains[i];
    }

    public double tileVolume_um3(int i) {
        return volumes_um3[i];
    }
}
