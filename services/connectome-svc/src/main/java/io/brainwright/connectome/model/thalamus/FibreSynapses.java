package io.brainwright.connectome.model.thalamus;

import io.brainwright.connectome.model.apposition.Site;
import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The synapses of one nucleus on one cell: places on its dendrites by depth, each from the fibre nearest to a place drawn about it.
 *
 * <p>The place is shifted on the flat map by a normal draw of the fibres' width, so that what is drawn has this distance from its fibre; of it the
 * cut leaves rather the near. The reference draws among the 25 nearest fibres with the same Gaussian weight; 25 of them lie within 60 um, so there fibres far wider than 20 um would not be wider.
 */
public final class FibreSynapses {
    private final DendriteDepths depths;
    private final FibreLattice fibres;
    private final double width_um;
    private final double oversampling;
    private final long seed;

    /**
     * One synapse of a fibre.
     *
     * @param fibre number of the fibre within its nucleus
     * @param site where on the dendrite
     * @param depth_um how deep below the pia
     * @param bin bin of the profile that it was drawn for
     */
    public record Drawn(int fibre, Site site, double depth_um, int bin) {}

    /**
     * @param width_um standard deviation of the distance of a drawn synapse from its fibre, along each axis of the flat map
     * @param oversampling factor by which too many are drawn, before weak connections go
     */
    public FibreSynapses(DendriteDepths depths, FibreLattice fibres, double width_um, double oversampling, long seed) {
        this.depths = depths;
        this.fibres = fibres;
        this.width_um = width_um;
        this.oversampling = oversampling;
        this.seed = seed;
    }

    /** All synapses drawn on a cell, by fibre; a function of the cell and the seed alone. */
    public TreeMap<Integer, List<Drawn>> on(Segments dendrites, long nodeId) {
        var draws = Draws.of(seed, "thalamic.synapse." + depths.profile().nucleus(), nodeId);
        var byFibre = new TreeMap<Integer, List<Drawn>>();
        double[] at = new double[3];
        for (int i = 0; i < dendrites.size(); i++) {
            int bin = depths.bin(dendrites, i, at);
            double mean = bin < 0 ? 0 : oversampling * depths.raised(bin) * depths.perUm(bin) * dendrites.length_um(i);
            long n = mean == 0 ? 0 : draws.poisson(mean);
            for (long k = 0; k < n; k++) {
                var drawn = one(dendrites, i, bin, draws);
                byFibre.computeIfAbsent(drawn.fibre(), _ -> new ArrayList<>()).add(drawn);
            }
        }
        return byFibre;
    }

    /** Whether a connection of n drawn synapses stays. */
    public boolean stays(ConnectionCut cut, int n, int fibre, long nodeId) {
        var draws = Draws.of(seed, "thalamic.cut." + depths.profile().nucleus(), (long) fibre << 32 | nodeId);
        return draws.nextDouble() < cut.survival(n);
    }

    private Drawn one(Segments dendrites, int i, int bin, Draws draws) {
        double fraction = draws.nextDouble();
        double[] at = new double[3];
        double[] side = new double[3];
        double[] uv = new double[2];
        dendrites.at(i, fraction, at);
        depths.tissue().flatten(at, uv);
        int fibre = fibres.nearest(draws.normal(uv[0], width_um), draws.normal(uv[1], width_um));
        fibres.place(fibre, uv);
        double depth_um = depths.tissue().depth_um(at);
        depths.tissue().place(uv, depth_um, side);
        var site = Site.on(dendrites, i, fraction);
        var bouton = new Site(0, 0, 0, 0, (byte) 2, side[0], side[1], side[2], side[0], side[1], side[2]);
        return new Drawn(fibre, site.facing(bouton, dendrites.radius_um()[i]), depth_um, bin);
    }
}
