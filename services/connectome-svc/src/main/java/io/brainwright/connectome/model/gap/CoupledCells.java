package io.brainwright.connectome.model.gap;

import io.brainwright.connectome.model.apposition.AppositionFinder;
import io.brainwright.connectome.model.apposition.BoutonSpacing;
import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.tissue.Neurites;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The gap junctions of any cell with a fixed range of target cells of higher id.
 *
 * <p>The soma and dendrites of one cell are followed as an axon is; each stretch that keeps within reach of the other is one place, at a
 * point uniform on it. What is found for a pair depends on that pair alone.
 */
public final class CoupledCells {
    /** Longer than any dendrite: a second place never fits on a stretch. */
    private static final double ONE_PLACE_UM = 1e9;

    private final GapRules rules;
    private final long seed;
    private final Map<Integer, Family> families = new HashMap<>();

    /** The targets of one family, in ascending order of their ids. */
    private record Family(List<PlacedCell> cells, AppositionFinder finder) {}

    /**
     * @param targets in ascending order of their ids
     * @param rules who couples
     * @param seed keys all draws
     */
    public CoupledCells(List<PlacedCell> targets, GapRules rules, long seed) {
        this.rules = rules;
        this.seed = seed;
        var members = new HashMap<Integer, List<PlacedCell>>();
        for (var cell : targets) {
            rules.family(cell.type())
                    .ifPresent(f ->
                            members.computeIfAbsent(f, _ -> new ArrayList<>()).add(cell));
        }
        members.forEach((f, cells) -> families.put(f, family(cells)));
    }

    private Family family(List<PlacedCell> cells) {
        var segments = new Segments();
        for (int i = 0; i < cells.size(); i++) {
            Neurites.addTargets(cells.get(i), i, segments);
        }
        var spacing = new BoutonSpacing(rules.region_um(), ONE_PLACE_UM, ONE_PLACE_UM);
        return new Family(cells, new AppositionFinder(segments, spacing));
    }

    /** Tells of every gap junction of a cell with targets of higher id. */
    public void with(PlacedCell cell, Consumer<GapJunction> found) {
        rules.family(cell.type()).ifPresent(f -> {
            var family = families.get(f);
            if (family != null && family.cells().getLast().nodeId() > cell.nodeId()) {
                find(family, cell, found);
            }
        });
    }

    private void find(Family family, PlacedCell cell, Consumer<GapJunction> found) {
        var targets = family.cells();
        var own = new Segments();
        Neurites.addTargets(cell, 0, own);
        double reach_um = rules.reach_um();
        family.finder()
                .find(
                        own,
                        indexOf(cell, targets),
                        _ -> reach_um,
                        reach_um,
                        i -> draws("connectome.gap_place", cell, targets.get(i)),
                        (i, places) -> {
                            if (targets.get(i).nodeId() > cell.nodeId()) {
                                keep(cell, targets.get(i), places, found);
                            }
                        });
    }

    private void keep(PlacedCell cell, PlacedCell target, List<Contact> places, Consumer<GapJunction> found) {
        var draws = draws("connectome.gap", cell, target);
        for (var place : places) {
            if (draws.nextDouble() < rules.chance()) {
                found.accept(new GapJunction(cell.nodeId(), target.nodeId(), place));
            }
        }
    }

    private static int indexOf(PlacedCell cell, List<PlacedCell> targets) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).nodeId() == cell.nodeId()) {
                return i;
            }
        }
        return -1;
    }

    private Draws draws(String purpose, PlacedCell cell, PlacedCell target) {
        return Draws.of(seed, purpose, cell.nodeId() << 32 | target.nodeId());
    }
}
