package io.brainwright.sonata.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One of {@code connection_overrides}.
 *
 * @param name its name
 * @param pointer where it stands
 * @param source node set of the sending cells
 * @param target node set of the receiving cells
 * @param weight factor of the conductance
 * @param minis_Hz rate of spontaneous release of each synapse
 * @param model of the synapses, by its published name: Prob... releases vesicles at random, Det... the mean; empty: as the conditions say
 * @param configure assignments to synapses; empty: none
 * @param synapticDelay_ms in place of the edges' own
 * @param from_ms from when on the weight holds; 0: from the start
 */
public record ConnectionOverride(
        String name,
        String pointer,
        String source,
        String target,
        OptionalDouble weight,
        OptionalDouble minis_Hz,
        Optional<String> model,
        Optional<String> configure,
        OptionalDouble synapticDelay_ms,
        double from_ms) {
    private static final String[] MODELS = {"ProbAMPANMDA_EMS", "ProbGABAAB_EMS", "DetAMPANMDA", "DetGABAAB"};

    static List<ConnectionOverride> read(ConfigObject root) {
        var overrides = new ArrayList<ConnectionOverride>();
        for (var member : root.members("connection_overrides")) {
            member.unsupported("neuromodulation_dtc", "neuromodulatory projections are not simulated");
            member.unsupported("neuromodulation_strength", "neuromodulatory projections are not simulated");
            var override = new ConnectionOverride(
                    member.optionalText("name").orElse(member.name()),
                    member.pointer(),
                    member.text("source"),
                    member.text("target"),
                    member.optionalNumber("weight"),
                    member.optionalNumber("spont_minis"),
                    member.has("modoverride") ? Optional.of(member.word("modoverride", "", MODELS)) : Optional.empty(),
                    member.optionalText("synapse_configure"),
                    member.optionalNumber("synapse_delay_override"),
                    member.amount("delay", 0));
            override.weight.ifPresent(w -> member.check("weight", w >= 0, "a factor from 0"));
            override.minis_Hz.ifPresent(r -> member.check("spont_minis", r >= 0, "a rate from 0 Hz"));
            override.synapticDelay_ms.ifPresent(
                    d -> member.check("synapse_delay_override", d > 0, "a delay above 0 ms"));
            if (override.from_ms > 0) {
                later(member, override);
            }
            member.end();
            overrides.add(override);
        }
        return overrides;
    }

    /** SONATA lets a delayed override change nothing but the weight; it may not seem to do more. */
    private static void later(ConfigObject member, ConnectionOverride override) {
        if (override.weight.isEmpty()) {
            member.fault("weight", "is missing; an override with a delay changes the weight and nothing else");
        }
        for (var key : List.of("spont_minis", "modoverride", "synapse_configure", "synapse_delay_override")) {
            if (member.has(key)) {
                member.fault(key, "has no effect in an override with a delay; put it in one without");
            }
        }
    }
}
