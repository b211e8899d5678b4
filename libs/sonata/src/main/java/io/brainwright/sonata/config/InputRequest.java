package io.brainwright.sonata.config;

import io.brainwright.sonata.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * One of {@code inputs}.
 *
 * @param name its name
 * @param pointer where it stands
 * @param delay_ms when it begins
 * @param duration_ms how long it lasts
 * @param nodeSet which cells
 * @param electrode whether its current comes through an electrode and so is none of the membrane's
 * @param module what it does
 */
public record InputRequest(
        String name,
        String pointer,
        double delay_ms,
        double duration_ms,
        String nodeSet,
        boolean electrode,
        InputModule module) {
    static List<InputRequest> read(ConfigObject root, Manifest manifest) {
        var inputs = new ArrayList<InputRequest>();
        for (var member : root.members("inputs")) {
            var type = member.word(
                    "input_type",
                    "current_clamp",
                    "spikes",
                    "current_clamp",
                    "voltage_clamp",
                    "conductance",
                    "extracellular_stimulation");
            if (!member.has("input_type")) {
                member.fault("input_type", "is missing");
            }
            member.unsupported("compartment_set", "inputs go into the middle of the soma; give node_set");
            var input = new InputRequest(
                    member.name(),
                    member.pointer(),
                    member.amount("delay"),
                    member.amount("duration"),
                    member.text("node_set"),
                    member.flag("represents_physical_electrode", false),
                    InputModules.read(member, type, manifest));
            member.end();
            inputs.add(input);
        }
        return inputs;
    }
}
