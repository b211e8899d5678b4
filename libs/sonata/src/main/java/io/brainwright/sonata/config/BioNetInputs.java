package io.brainwright.sonata.config;

import io.brainwright.sonata.Manifest;
import io.brainwright.sonata.config.BioNetInput.Clamp;
import io.brainwright.sonata.config.BioNetInput.Spikes;
import io.brainwright.sonata.config.BioNetInput.Step;
import java.util.ArrayList;
import java.util.List;

/** Reads BMTK's section {@code inputs}; those that are not enabled are passed over, as BMTK does. */
final class BioNetInputs {
    private static final String ALL = "all";

    private final List<Spikes> spikes = new ArrayList<>();
    private final List<Clamp> clamps = new ArrayList<>();

    BioNetInputs(ConfigObject root, Manifest manifest, InlineSets sets) {
        for (var member : root.members("inputs")) {
            if (member.flag("enabled", true)) {
                switch (member.text("input_type")) {
                    case "spikes" -> spikes(member, manifest, sets);
                    case "current_clamp" -> clamp(member, sets);
                    case String other ->
                        member.fault(
                                "input_type", "is '%s'; spikes and current_clamp are carried out".formatted(other));
                }
            }
        }
    }

    List<Spikes> spikes() {
        return spikes;
    }

    List<Clamp> clamps() {
        return clamps;
    }

    private void spikes(ConfigObject member, Manifest manifest, InlineSets sets) {
        var module = member.word("module", "", "h5", "sonata", "csv");
        if (!member.has("node_set")) {
            member.fault("node_set", "is missing; it says which virtual nodes fire");
        }
        spikes.add(new Spikes(
                member.pointer(),
                sets.name(member, "node_set", ALL),
                manifest.path(member.text("input_file")),
                module.equals("csv")));
        member.end();
    }

    private void clamp(ConfigObject member, InlineSets sets) {
        member.word("module", "IClamp", "IClamp");
        var amplitudes = numbers(member, "amp");
        var delays = numbers(member, "delay");
        var durations = numbers(member, "duration");
        var steps = new ArrayList<Step>();
        if (amplitudes.size() == delays.size() && delays.size() == durations.size()) {
            for (int i = 0; i < amplitudes.size(); i++) {
                steps.add(new Step(amplitudes.get(i), delays.get(i), durations.get(i)));
            }
        } else {
            member.fault("amp", "has another length than delay and duration");
        }
        var index = member.raw("section_index");
        if (!index.isMissingNode() && (!index.isIntegralNumber() || index.asInt() < 0)) {
            member.fault("section_index", "is %s; the number of a section from 0 belongs here".formatted(index));
        }
        double place = member.number("section_dist", 0.5);
        member.check("section_dist", place >= 0 && place <= 1, "a number from 0 to 1");
        clamps.add(new Clamp(
                member.pointer(),
                sets.name(member, "node_set", ALL),
                member.word("section_name", "soma", "soma", "dend", "apic", "axon"),
                index.asInt(0),
                place,
                steps));
        member.end();
    }

    /** A number, or a list of numbers. */
    private static List<Double> numbers(ConfigObject member, String key) {
        var said = member.raw(key);
        if (!said.isArray()) {
            return List.of(member.number(key));
        }
        var numbers = new ArrayList<Double>();
        for (var one : said) {
            if (!one.isNumber()) {
                member.fault(key, "holds %s where a number belongs".formatted(one));
            }
            numbers.add(one.asDouble(0));
        }
        return numbers;
    }
}
