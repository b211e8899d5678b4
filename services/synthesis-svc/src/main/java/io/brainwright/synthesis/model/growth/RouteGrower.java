package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Neurite;
import io.brainwright.synthesis.model.projection.Route;
import java.util.List;

/** Walks along a route, forks where it forks, and ends in tufts; writes sections depth-first in the cell's frame. */
final class RouteGrower {
    private final Route route;
    private final List<SheetRegion> regionOf;
    private final Neurite axon;
    private final CellFrame frame;
    private final GuidedWalk walk;
    private final Draws tuftDraws;
    private final GrowthBuffer out;

    /** @param regionOf region of each target of the route */
    RouteGrower(
            Route route,
            List<SheetRegion> regionOf,
            Neurite axon,
            CellFrame frame,
            GuidedWalk walk,
            Draws tuftDraws,
            GrowthBuffer out) {
        this.route = route;
        this.regionOf = regionOf;
        this.axon = axon;
        this.frame = frame;
        this.walk = walk;
        this.tuftDraws = tuftDraws;
        this.out = out;
    }

    /** Grows all that leaves from the route's first place, which is the end of a section that is written. */
    void fromFork(int parent, double[] start, double[] heading) {
        for (int child : route.children(0)) {
            branch(child, parent, start, heading);
        }
    }

    /** Grows the whole route as a tree on the soma. */
    void fromSoma(double[] start, double[] heading) {
        branch(0, 0, start, heading);
    }

    private void branch(int first, int parent, double[] start, double[] heading) {
        int own = out.section(parent, SectionType.AXON);
        walk.begin(start, heading);
        int node = first;
        walk.to(route.places().get(node));
        while (!route.isTarget(node) && route.children(node).size() == 1) {
            node = route.children(node).getFirst();
            walk.to(route.places().get(node));
        }
        walk.write(out);
        double[] end = walk.end();
        double[] last = walk.heading();
        var children = route.children(node);
        if (route.isTarget(node)) {
            tuft(regionOf.get(route.targets().get(node)), walk.endInAtlas(), end, own, children.isEmpty());
        }
        for (int child : children) {
            branch(child, own, end, last);
        }
    }

    /** @param goesOn whether the tuft's trunk is the rest of the section that arrives */
    private void tuft(SheetRegion region, double[] root, double[] rootInCell, int arriving, boolean goesOn) {
        var tuft = new Tuft(region, root);
        var grown = tuft.grow(axon, tuftDraws);
        int[] written = new int[grown.sectionCount()];
        for (int s = 1; s < written.length; s++) {
            boolean trunk = grown.parent(s) == 0;
            written[s] = trunk && goesOn
                    ? arriving
                    : out.section(trunk ? arriving : written[grown.parent(s)], SectionType.AXON);
            if (trunk && !goesOn) {
                out.point(rootInCell[0], rootInCell[1], rootInCell[2], 0);
            }
            points(tuft, grown, s, trunk ? 1 : 0);
        }
    }

    private void points(Tuft tuft, Morphology grown, int section, int skipped) {
        double[] at = new double[3];
        double[] place = new double[3];
        for (int p = grown.begin(section) + skipped; p < grown.end(section); p++) {
            at[0] = grown.x(p);
            at[1] = grown.y(p);
            at[2] = grown.z(p);
            tuft.toAtlas(at, place);
            frame.toCell(place, at);
            out.point(at[0], at[1], at[2], 0);
        }
    }
}
