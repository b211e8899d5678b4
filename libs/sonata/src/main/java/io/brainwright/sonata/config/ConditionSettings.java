package io.brainwright.sonata.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/**
 * Section {@code conditions}.
 *
 * @param celsius_degC temperature
 * @param v_init_mV voltage of every compartment at time 0
 * @param spikesAtInitialSegment whether spikes are detected at the axon's initial segment, not at the soma
 * @param calcium_mM extracellular calcium; empty: the release probabilities of the edges hold as they are
 * @param mechanisms values of variables of synapse models, by model and variable
 * @param modifications manipulations of sections, in order
 */
public record ConditionSettings(
        double celsius_degC,
        double v_init_mV,
        boolean spikesAtInitialSegment,
        OptionalDouble calcium_mM,
        Map<String, SequencedMap<String, Double>> mechanisms,
        List<Modification> modifications) {
    private static final double CELSIUS = 34; // SONATA's default
    private static final double V_INIT_MV = -80; // SONATA's default

    public ConditionSettings {
        modifications = List.copyOf(modifications);
    }

    /**
     * A manipulation.
     *
     * @param name its name
     * @param pointer where it stands
     * @param nodeSet which cells
     * @param configure assignments to sections; empty for TTX
     */
    public record Modification(String name, String pointer, String nodeSet, String configure) {
        /** Whether it blocks sodium channels. */
        public boolean ttx() {
            return configure.isEmpty();
        }
    }

    static ConditionSettings read(ConfigObject conditions) {
        if (conditions.flag("randomize_gaba_rise_time", false)) {
            conditions.fault("randomize_gaba_rise_time", "is true; the rise time of GABA-A is fixed here, say false");
        }
        var modifications = new ArrayList<Modification>();
        for (var member : conditions.members("modifications")) {
            var type = member.word("type", "", "TTX", "ConfigureAllSections");
            boolean configures = type.equals("ConfigureAllSections");
            modifications.add(new Modification(
                    member.optionalText("name").orElse(member.name()),
                    member.pointer(),
                    member.text("node_set"),
                    configures ? member.text("section_configure") : ""));
            member.end();
        }
        var settings = new ConditionSettings(
                conditions.number("celsius", CELSIUS),
                conditions.number("v_init", V_INIT_MV),
                conditions.word("spike_location", "soma", "soma", "AIS").equals("AIS"),
                conditions.optionalNumber("extracellular_calcium"),
                mechanisms(conditions),
                modifications);
        conditions.end();
        return settings;
    }

    private static Map<String, SequencedMap<String, Double>> mechanisms(ConfigObject conditions) {
        var mechanisms = new LinkedHashMap<String, SequencedMap<String, Double>>();
        for (var member : conditions.members("mechanisms")) {
            var values = new LinkedHashMap<String, Double>();
            for (var entry : conditions.raw("mechanisms").path(member.name()).properties()) {
                boolean flag = member.raw(entry.getKey()).isBoolean();
                values.put(
                        entry.getKey(),
                        flag ? (member.flag(entry.getKey(), false) ? 1.0 : 0.0) : member.number(entry.getKey(), 0));
            }
            mechanisms.put(member.name(), values);
        }
        return mechanisms;
    }
}
