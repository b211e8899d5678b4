package io.brainwright.sim.sonata;

import io.brainwright.sim.model.network.Network.Reweight;
import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.config.ConnectionOverride;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the overrides of a simulation make of one edge; the later of two wins for each of its fields.
 *
 * @param weight factor of the conductance from the start
 * @param later factors from a time on, by rising time
 * @param minis_Hz rate of spontaneous release; empty: the node's own
 * @param delay_ms synaptic delay; empty: the edge's own
 * @param model that is asked for by name; empty: as the conditions say
 * @param configure assignments to the synapse, and where they stand
 */
record EdgeChange(
        double weight,
        List<Reweight> later,
        OptionalDouble minis_Hz,
        OptionalDouble delay_ms,
        Optional<String> model,
        List<Assignment> configure,
        String pointer) {

    /** An override that can meet edges of one population. */
    private record Applied(ConnectionOverride override, BitSet sources, BitSet targets, List<Assignment> configure) {}

    /** The overrides that can meet edges from one population of nodes to another. */
    static final class Rules {
        private final List<Applied> rules = new ArrayList<>();

        Rules(List<ConnectionOverride> overrides, NodeSelection selection, String source, String target) {
            for (var override : overrides) {
                var sources = selection.select(override.source()).getOrDefault(source, new long[0]);
                var targets = selection.select(override.target()).getOrDefault(target, new long[0]);
                if (sources.length > 0 && targets.length > 0) {
                    var configure = override.configure()
                            .map(text -> Assignment.parse(override.pointer() + "/synapse_configure", text))
                            .orElse(List.of());
                    rules.add(new Applied(override, bits(sources), bits(targets), configure));
                }
            }
        }

        /** What they make of an edge. */
        EdgeChange of(long source, long target) {
            double weight = 1;
            var later = new ArrayList<Reweight>();
            var minis = OptionalDouble.empty();
            var delay = OptionalDouble.empty();
            Optional<String> model = Optional.empty();
            List<Assignment> configure = List.of();
            var pointer = "";
            for (var rule : rules) {
                if (!rule.sources.get((int) source) || !rule.targets.get((int) target)) {
                    continue;
                }
                var o = rule.override;
                if (o.from_ms() > 0) {
                    later.add(new Reweight(o.from_ms(), o.weight().orElse(1)));
                    continue;
                }
                weight = o.weight().orElse(weight);
                minis = o.minis_Hz().isPresent() ? o.minis_Hz() : minis;
                delay = o.synapticDelay_ms().isPresent() ? o.synapticDelay_ms() : delay;
                model = o.model().isPresent() ? o.model() : model;
                if (!rule.configure.isEmpty()) {
                    configure = rule.configure;
                    pointer = o.pointer() + "/synapse_configure";
                }
            }
            later.sort(Comparator.comparingDouble(Reweight::from_ms));
            return new EdgeChange(weight, later, minis, delay, model, configure, pointer);
        }

        private static BitSet bits(long[] ids) {
            var bits = new BitSet();
            Arrays.stream(ids).forEach(id -> bits.set((int) id));
            return bits;
        }
    }
}
