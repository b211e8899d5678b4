package io.brainwright.placement.model.endfeet;

import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.domains.AstrocyteDomains;
import io.brainwright.placement.model.endfeet.VesselSites.Site;
import io.brainwright.placement.model.vessels.VesselGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * End-feet of astrocytes: each reaches the vessels in its domain.
 *
 * <p>Of the places on vessels within the domain the nearest to the soma is taken, then the nearest that lies in another direction, as many as were
 * drawn or found. An astrocyte without a vessel in its domain reaches for the nearest one. Feet then spread over the walls ({@link Spread}).
 *
 * @see <a href="https://doi.org/10.1093/cercor/bhab254">Zisis et al. 2021</a>
 */
public final class Endfeet {
    private Endfeet() {}

    /**
     * @param centres x, y, z of the somata, um
     * @param ids of the astrocytes, which key their draws
     * @return by astrocyte, nearest foot first
     */
    public static List<Endfoot> grow(
            AstrocyteDomains domains,
            double[][] centres,
            long[] ids,
            VesselGraph graph,
            EndfootRecipe recipe,
            long seed) {
        var sites = new VesselSites(graph, recipe.sites_per_um());
        var feet = new ArrayList<Endfoot>();
        for (int i = 0; i < centres.length; i++) {
            var draws = Draws.of(seed, "endfeet", ids[i]);
            int count = recipe.count(draws);
            for (var site : chosen(domains, i, centres[i], sites, count, recipe.leastAngle_deg())) {
                var c = site.centre();
                feet.add(new Endfoot(
                        i,
                        site.segment(),
                        site.along(),
                        site.facing(centres[i]),
                        Math.max(0, site.wall_um(centres[i])),
                        domains.domain(i).holds(c[0], c[1], c[2]),
                        recipe.area_um2(draws),
                        0,
                        0));
            }
        }
        return Spread.over(graph, feet);
    }

    private static List<Site> chosen(
            AstrocyteDomains domains, int i, double[] soma, VesselSites sites, int count, double least_deg) {
        var domain = domains.domain(i);
        double widest = StrictMath.cos(StrictMath.toRadians(least_deg));
        var chosen = new ArrayList<Site>();
        for (var site : sites.near(soma, domain.reach_um(soma))) {
            var c = site.centre();
            if (chosen.stream().allMatch(other -> cosine(soma, other.centre(), c) <= widest)
                    && domain.holds(c[0], c[1], c[2])) {
                chosen.add(site);
                if (chosen.size() == count) {
                    break;
                }
            }
        }
        return chosen.isEmpty() ? List.of(sites.nearest(soma)) : chosen;
    }

    private static double cosine(double[] o, double[] p, double[] q) {
        double dot = 0;
        double pp = 0;
        double qq = 0;
        for (int k = 0; k < 3; k++) {
            dot += (p[k] - o[k]) * (q[k] - o[k]);
            pp += (p[k] - o[k]) * (p[k] - o[k]);
            qq += (q[k] - o[k]) * (q[k] - o[k]);
        }
        return dot / Math.sqrt(pp * qq);
    }
}
