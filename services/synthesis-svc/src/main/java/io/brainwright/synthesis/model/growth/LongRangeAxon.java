package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Neurite;
import io.brainwright.synthesis.model.projection.Route;
import io.brainwright.synthesis.model.projection.RoutePlanner;
import io.brainwright.synthesis.model.projection.TargetPlaces;
import io.brainwright.synthesis.model.projection.TractCost;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a grown cell an axon to other regions of the sheet. The local axon stays where it is; the long-range part leaves from the lowest place of its main
 * path, or from below the soma where the cell has no axon. Diameters of the whole axon tree follow from its tips. Draws are keyed by the cell. One thread at a
 * time.
 */
public final class LongRangeAxon {
    private static final double HILLOCK_UM = 30; // chosen: about the length of an initial segment, straight down

    /**
     * R of the walk between regions, 1; chosen: over 200 um of path it is then 1.10 times as long as its chord, as are four mouse axons of this kind (1.11 to
     * 1.16). Local trees keep the R of their m-type.
     */
    static final double RANDOMNESS = 0.31;

    private final CorticalSheet sheet;
    private final TargetPlaces places;
    private final RoutePlanner planner;
    private final TractCost tract;

    public LongRangeAxon(CorticalSheet sheet) {
        this.sheet = sheet;
        this.places = new TargetPlaces(sheet);
        this.planner = new RoutePlanner(sheet);
        this.tract = new TractCost(sheet);
    }

    /**
     * @param seed the scientist's seed
     * @param nodeId id of the cell
     * @param cell as it was grown, with or without local axon
     * @param frame where it stands
     * @param home region of its soma
     * @param targets other regions
     * @param tufts in each
     * @param axon what axons of its m-type grow from
     */
    public Morphology extend(
            long seed,
            long nodeId,
            Morphology cell,
            CellFrame frame,
            SheetRegion home,
            List<SheetRegion> targets,
            int tufts,
            Neurite axon) {
        double[] soma = {frame.x(), frame.y(), frame.z()};
        var ends = new ArrayList<double[]>();
        var regionOf = new ArrayList<SheetRegion>();
        for (var target : targets) {
            var draws =
                    Draws.of(seed, "synthesis.long_range.place." + target.node().acronym(), nodeId);
            for (var place : places.draw(home, soma, target, tufts, draws)) {
                ends.add(place);
                regionOf.add(target);
            }
        }
        double[] at = new double[3];
        var fork = AxonFork.of(cell, own -> {
            frame.toAtlas(own, at);
            return tract.allows(at);
        });
        double[] source =
                fork.isPresent() ? fork.get().place(cell) : new double[] {0, -cell.somaRadius_um() - HILLOCK_UM, 0};
        double[] sourceInAtlas = new double[3];
        frame.toAtlas(source, sourceInAtlas);
        var route = planner.route(sourceInAtlas, ends, Draws.of(seed, "synthesis.long_range.way", nodeId));
        var out = new GrowthBuffer(cell.somaRadius_um());
        var grower = new RouteGrower(
                route,
                regionOf,
                axon,
                frame,
                new GuidedWalk(sheet, frame, RANDOMNESS, Draws.of(seed, "synthesis.long_range.walk", nodeId)),
                Draws.of(seed, "synthesis.long_range.tuft", nodeId),
                out);
        var copy = new AxonCopy(cell, out);
        if (fork.isPresent()) {
            copy.withFork(
                    fork.get(),
                    stem -> grower.fromFork(stem, source, heading(route)),
                    first -> out.thicken(first, axon.terminal_um(), axon.rall()));
        } else {
            grower.fromSoma(new double[] {0, -cell.somaRadius_um(), 0}, heading(route));
            out.thicken(1, axon.terminal_um(), axon.rall());
            copy.all(out.sections() - 1);
        }
        return out.morphology();
    }

    /** Away from the pia at the route's first place. */
    private double[] heading(Route route) {
        double[] at = route.places().getFirst();
        double[] up = new double[3];
        sheet.direction(at[0], at[1], at[2], up);
        return new double[] {-up[0], -up[1], -up[2]};
    }
}
