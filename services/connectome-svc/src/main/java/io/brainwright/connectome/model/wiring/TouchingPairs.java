package io.brainwright.connectome.model.wiring;

import io.brainwright.connectome.model.apposition.AppositionFinder;
import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.specificity.Landings;
import io.brainwright.connectome.model.tissue.Neurites;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The appositions of any axon with a fixed range of target cells, after the touch rules.
 *
 * <p>What is found for a pair depends on that pair alone: not on the other targets, nor on the order of the axons.
 */
public final class TouchingPairs {
    private final List<PlacedCell> targets;
    private final Map<Long, Integer> indexOf = new HashMap<>();
    private final TouchRules rules;
    private final long seed;
    private final AppositionFinder finder;
    private final AppositionFinder segmentFinder;
    private final Landings landings;

    public TouchingPairs(List<PlacedCell> targets, TouchRules rules, long seed) {
        this.targets = List.copyOf(targets);
        this.rules = rules;
        this.seed = seed;
        landings = new Landings(rules.specificity().proximal_um());
        for (int i = 0; i < targets.size(); i++) {
            indexOf.put(targets.get(i).nodeId(), i);
        }
        finder = finder(false);
        segmentFinder = finder(true);
    }

    private AppositionFinder finder(boolean initialSegments) {
        var segments = new Segments();
        for (int i = 0; i < targets.size(); i++) {
            rules.addTargets(initialSegments, targets.get(i), i, segments);
        }
        return new AppositionFinder(segments, rules.spacing());
    }

    /** Tells of every target that the axon of one cell touches. */
    public void onto(PlacedCell source, Consumer<TouchingPair> found) {
        each(source, (target, contacts) -> found.accept(filtered(source, target, contacts)));
    }

    /**
     * A touching pair with all that was found for it.
     *
     * @param pair what the rules leave
     * @param found every apposition, those that the rules allow as synapses to be
     */
    record Sorted(TouchingPair pair, List<PairHistory.Judged> found) {}

    /** The same, with the appositions that the rules removed. */
    void sorted(PlacedCell source, Consumer<Sorted> found) {
        each(source, (target, contacts) -> {
            var fates = fates(source, target, contacts);
            var judged = new ArrayList<PairHistory.Judged>();
            for (int i = 0; i < contacts.size(); i++) {
                judged.add(new PairHistory.Judged(contacts.get(i), fates.get(i)));
            }
            found.accept(new Sorted(filtered(source, target, contacts), judged));
        });
    }

    private void each(PlacedCell source, BiConsumer<PlacedCell, List<Contact>> found) {
        var axon = new Segments();
        Neurites.addAxon(source, 0, axon);
        double[] reach_um = new double[targets.size()];
        for (int i = 0; i < reach_um.length; i++) {
            reach_um[i] = rules.reach_um(source.type(), targets.get(i).type());
        }
        (rules.seeksInitialSegments(source.type()) ? segmentFinder : finder)
                .find(
                        axon,
                        indexOf.getOrDefault(source.nodeId(), -1),
                        i -> reach_um[i],
                        rules.widest_um(source.type()),
                        i -> draws("connectome.bouton", source, targets.get(i)),
                        (i, contacts) -> found.accept(targets.get(i), contacts));
    }

    /** What the touch rules make of an apposition of this pair. */
    private Function<Contact, AppositionFate> rule(PlacedCell source, PlacedCell target) {
        var parts = rules.parts(source.type(), target.type());
        double leastPath_um = rules.leastPath_um(target.type());
        return contact -> contact.axonPath_um() < leastPath_um
                ? AppositionFate.NEAR_SOMA
                : parts.contains(part(contact)) ? AppositionFate.SYNAPSE : AppositionFate.PART;
    }

    /** What the touch rules, and then the axon's own choice, make of the appositions of a pair. */
    private List<AppositionFate> fates(PlacedCell source, PlacedCell target, List<Contact> contacts) {
        var fates = contacts.stream().map(rule(source, target)).collect(Collectors.toCollection(ArrayList::new));
        rules.specificity().of(source.type()).ifPresent(chosen -> {
            int[] allowed = IntStream.range(0, fates.size())
                    .filter(i -> fates.get(i) == AppositionFate.SYNAPSE)
                    .toArray();
            var where = landings.of(
                    target, IntStream.of(allowed).mapToObj(contacts::get).toList());
            var stay =
                    rules.specificity().stay(chosen, where, TouchingPair.connection(source.nodeId(), target.nodeId()));
            for (int i = 0; i < allowed.length; i++) {
                if (!stay.get(i)) {
                    fates.set(allowed[i], AppositionFate.PART);
                }
            }
        });
        return fates;
    }

    private TouchingPair filtered(PlacedCell source, PlacedCell target, List<Contact> contacts) {
        var fates = fates(source, target, contacts);
        var allowed = new ArrayList<Contact>();
        int byDistance = 0;
        for (int i = 0; i < contacts.size(); i++) {
            byDistance += fates.get(i) == AppositionFate.NEAR_SOMA ? 1 : 0;
            if (fates.get(i) == AppositionFate.SYNAPSE) {
                allowed.add(contacts.get(i));
            }
        }
        int byTarget = contacts.size() - byDistance - allowed.size();
        return new TouchingPair(source, target, allowed, contacts.size(), byDistance, byTarget);
    }

    private static CellPart part(Contact contact) {
        return switch (contact.afferent().sectionType()) {
            case SectionType.SOMA -> CellPart.SOMA;
            case SectionType.AXON -> CellPart.INITIAL_SEGMENT;
            default -> CellPart.DENDRITE;
        };
    }

    private Draws draws(String purpose, PlacedCell source, PlacedCell target) {
        return Draws.of(seed, purpose, TouchingPair.connection(source.nodeId(), target.nodeId()));
    }
}
