package io.brainwright.sim.cases;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The keys of brainwright-experiment/1: an unknown one is a slip of the pen and refused, a missing one is named. */
final class CaseKeys {
    /** Allowed everywhere; nothing is computed from them. */
    private static final Set<String> FOR_PEOPLE = Set.of("name", "description", "source", "computed_with", "note");

    /** By place: keys, those with ! must be there; * is any key, [] any member of a list, :word where type is word. */
    private static final Map<String, List<String>> TABLE = table("""
            / format! kind! run! cells! mechanism_files synapses synapse_rules gap_junctions stimuli field records variants expect
            /run dt_ms! tstop_ms! celsius_degC! v_init_mV! scheme seed
            /cells[] id count sections swc Ra_ohm_cm! groups! ions spike_detector
            /cells[]/sections[] id! parent! parent_x length_um! diam_um! compartments! group!
            /cells[]/swc file! groups! compartment_step_um! append
            /cells[]/swc/append[] group! attach! length_um! compartment_diams_um!
            /cells[]/groups *
            /cells[]/groups/* cm_uF_cm2! mechanisms
            /cells[]/groups/*/mechanisms *
            /cells[]/groups/*/mechanisms/* *
            /cells[]/groups/*/mechanisms/*/* value! a! b! c_per_um!
            /cells[]/ions ena_mV ek_mV cao_mM cai_mM eca
            /cells[]/spike_detector section! x! threshold_mV!
            /synapses[] id at! type! parameters! inputs!
            /synapses[]/at cell! section! x!
            /synapses[]/inputs[] weight_uS weight arguments artificial_cell delay_ms only_cells events_ms train from_cell ring_previous
            /synapses[]/inputs[]/artificial_cell:VecStim type! times_ms!
            /synapses[]/inputs[]/artificial_cell:InhPoissonStim type! rates_Hz! bins_ms! duration_ms id
            /synapses[]/inputs[]/train interval_ms! start_ms phase count
            /synapse_rules[] k_from! k_to! section! x! type! parameters! inputs!
            /synapse_rules[]/section base step i k add mod div
            /synapse_rules[]/x base step i k add mod div
            /synapse_rules[]/inputs[] weight_uS weight arguments artificial_cell delay_ms only_cells events_ms train from_cell ring_previous
            /synapse_rules[]/inputs[]/artificial_cell:VecStim type! times_ms!
            /synapse_rules[]/inputs[]/artificial_cell:InhPoissonStim type! rates_Hz! bins_ms! duration_ms id
            /synapse_rules[]/inputs[]/delay_ms base step i k add mod div
            /synapse_rules[]/inputs[]/from_cell base step i k add mod div
            /synapse_rules[]/inputs[]/only_cells mod! equals!
            /synapse_rules[]/inputs[]/ring_previous ring_size!
            /synapse_rules[]/inputs[]/train interval_ms! start_ms phase count
            /synapse_rules[]/inputs[]/train/interval_ms base step i k add mod div
            /synapse_rules[]/inputs[]/train/phase base step i k add mod div
            /gap_junctions[] a! b! g_uS! coupling
            /gap_junctions[]/a cell! section! x!
            /gap_junctions[]/b cell! section! x!
            /stimuli[]:iclamp type! at! start_ms! duration_ms! amplitude_nA!
            /stimuli[]:pulse_train type! at! start_ms! duration_ms! amplitude_nA! count! period_ms!
            /stimuli[]:seclamp type! at! series_Mohm! levels!
            /stimuli[]/at cell! section! x!
            /stimuli[]/levels[] duration_ms! v_mV!
            /field sigma_S_m! electrodes_um! sources!
            /field/sources[] cell! section! type! at_um from_um to_um min_distance_um
            /records[] id! at variable! mechanism state synapse electrode
            /records[]/at cell! section! x!
            /variants[] name! key set!
            """);

    private final List<FieldFault> faults = new ArrayList<>();

    private CaseKeys() {}

    /**
     * @param file named in the problem
     * @param root the case, or a variant of it
     * @throws Problem INVALID with every key that is unknown or missing, by JSON pointer
     */
    static void check(CaseFile file, JsonNode root) {
        var keys = new CaseKeys();
        keys.walk(root, "/", "");
        keys.word(root.at("/run/scheme"), "/run/scheme", "staggered-implicit-euler");
        for (int i = 0; i < root.path("gap_junctions").size(); i++) {
            var at = "/gap_junctions/%d/coupling".formatted(i);
            keys.word(root.at(at), at, "previous_step");
        }
        for (int i = 0; i < root.path("cells").size(); i++) {
            var at = "/cells/%d/ions/eca".formatted(i);
            keys.word(root.at(at), at, "nernst");
        }
        keys.weights(root, "synapses");
        keys.weights(root, "synapse_rules");
        if (!keys.faults.isEmpty()) {
            throw Problem.invalid("%s cannot be run.".formatted(file.path()), keys.faults);
        }
    }

    /** An input has its weight in uS, or a point process's in its own unit. */
    private void weights(JsonNode root, String list) {
        for (int s = 0; s < root.path(list).size(); s++) {
            var inputs = root.path(list).get(s).path("inputs");
            for (int i = 0; i < inputs.size(); i++) {
                if (!inputs.get(i).has("weight_uS") && !inputs.get(i).has("weight")) {
                    faults.add(new FieldFault("/%s/%d/inputs/%d/weight_uS".formatted(list, s, i), "is missing"));
                }
            }
        }
    }

    private void word(JsonNode node, String pointer, String only) {
        if (!node.isMissingNode() && !node.asString("").equals(only)) {
            faults.add(new FieldFault(pointer, "is %s; only '%s' is known".formatted(node, only)));
        }
    }

    private void walk(JsonNode node, String shape, String pointer) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), shape + "[]", pointer + "/" + i);
            }
        } else if (node.isObject()) {
            object(node, shape, pointer);
        }
    }

    private void object(JsonNode node, String shape, String pointer) {
        var keys = TABLE.get(shape);
        if (keys == null && TABLE.keySet().stream().anyMatch(k -> k.startsWith(shape + ":"))) {
            keys = TABLE.get(shape + ":" + node.path("type").asString(""));
            if (keys == null) {
                faults.add(new FieldFault(
                        pointer + "/type", "is %s; one of %s".formatted(node.path("type"), words(shape))));
            }
        }
        if (keys == null) {
            return;
        }
        boolean any = keys.contains("*");
        for (var key : keys) {
            if (key.endsWith("!") && !node.has(key.substring(0, key.length() - 1))) {
                faults.add(new FieldFault(pointer + "/" + key.substring(0, key.length() - 1), "is missing"));
            }
        }
        for (var entry : node.properties()) {
            var key = entry.getKey();
            if (!any && !keys.contains(key) && !keys.contains(key + "!") && !FOR_PEOPLE.contains(key)) {
                var known = keys.stream().map(k -> k.replace("!", "")).toList();
                faults.add(new FieldFault(pointer + "/" + key, "is not known; keys here are %s".formatted(known)));
            } else {
                walk(entry.getValue(), (shape.equals("/") ? "" : shape) + "/" + (any ? "*" : key), pointer + "/" + key);
            }
        }
    }

    private static Set<String> words(String shape) {
        var words = new TreeSet<String>();
        TABLE.keySet().stream()
                .filter(k -> k.startsWith(shape + ":"))
                .forEach(k -> words.add(k.substring(shape.length() + 1)));
        return words;
    }

    private static Map<String, List<String>> table(String text) {
        var table = new LinkedHashMap<String, List<String>>();
        text.lines().forEach(line -> {
            var words = line.split(" ");
            table.put(words[0], List.copyOf(Arrays.asList(words).subList(1, words.length)));
        });
        return table;
    }
}
