package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.ImportedCable.AxonStub;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sonata.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A model of the Allen Cell Types Database: {@code dynamics_params} with passive properties, densities by section ("genome") and
 * reversal potentials. The order of the file holds: a later entry wins.
 *
 * @see <a href="https://doi.org/10.1038/s41467-017-02718-3">Gouwens et al. 2018, Nature Communications</a>
 */
final class CellTypesModel {
    /** Names of sections in the file, and our groups. */
    private static final SequencedMap<String, String> GROUPS = new LinkedHashMap<>();

    private static final double RA_OHM_CM = 35.4; // NEURON's default
    private static final double CM_UF_CM2 = 1; // NEURON's default
    private static final Ions IONS = new Ions(50, -77, 2, 5e-5); // NEURON's defaults

    static {
        GROUPS.put("soma", "soma");
        GROUPS.put("axon", "axon");
        GROUPS.put("dend", "basal");
        GROUPS.put("apic", "apical");
    }

    private final JsonNode tree;
    private final CircuitMechanisms mechanisms;
    private final AxonStub stub;
    private final List<FieldFault> faults = new ArrayList<>();
    private final Map<String, Section> sections = new HashMap<>();

    private CellTypesModel(JsonNode tree, CircuitMechanisms mechanisms, AxonStub stub) {
        this.tree = tree;
        this.mechanisms = mechanisms;
        this.stub = stub;
        GROUPS.values().forEach(group -> sections.put(group, new Section()));
    }

    /** What is set on the sections of a group. */
    private static final class Section {
        double Ra_ohm_cm = RA_OHM_CM;
        double cm_uF_cm2 = CM_UF_CM2;
        double ena_mV = IONS.ena_mV();
        double ek_mV = IONS.ek_mV();
        /** By the name in the file. */
        final Map<String, Mechanism> inserted = new LinkedHashMap<>(Map.of("pas", Mechanism.pas));

        Membrane membrane = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1e-3);

        /** Inserts a mechanism with its defaults. */
        void insert(String name, Mechanism mechanism) {
            inserted.put(name, mechanism);
            var all = new LinkedHashMap<>(membrane.mechanisms());
            all.putIfAbsent(mechanism, Map.of());
            membrane = new Membrane(membrane.cm_uF_cm2(), all);
        }
    }

    /**
     * Reads a file.
     *
     * @throws Problem INVALID with every entry that cannot be carried out, by JSON pointer
     */
    static CellTypesModel read(Path file, CircuitMechanisms mechanisms, AxonStub stub) {
        var model = new CellTypesModel(JsonFile.read(file), mechanisms, stub);
        model.passive();
        int number = 0;
        for (var entry : model.tree.path("genome")) {
            model.density("/genome/" + number++, entry);
        }
        number = 0;
        for (var entry : model.tree.path("conditions").path(0).path("erev")) {
            model.reversal("/conditions/0/erev/" + number++, entry);
        }
        model.checkFaults(file);
        return model;
    }

    private void checkFaults(Path file) {
        if (!faults.isEmpty()) {
            throw Problem.invalid("The cell model '%s' cannot be simulated.".formatted(file), faults);
        }
    }

    double Ra_ohm_cm(String group) {
        return section(group).Ra_ohm_cm;
    }

    /**
     * The membranes of the groups that a cell has.
     *
     * @throws Problem where they would need more than one reversal potential of an ion, or have calcium channels without a pool
     */
    CellModel model(Path file, java.util.Set<String> groups, double celsius_degC, double dt_ms) {
        var membranes = new HashMap<String, Membrane>();
        var ena = new TreeSet<Double>();
        var ek = new TreeSet<Double>();
        for (var group : groups) {
            var section = section(group);
            membranes.put(group, new Membrane(section.cm_uF_cm2, section.membrane.mechanisms()));
            var uses = IonUse.of(section.membrane, celsius_degC, dt_ms);
            if (uses.sodium()) {
                ena.add(section.ena_mV);
            }
            if (uses.potassium()) {
                ek.add(section.ek_mV);
            }
            if (uses.calciumWithoutPool()) {
                faults.add(new FieldFault(
                        "/genome",
                        "puts calcium channels into %s and no mechanism that writes cai; add CaDynamics there"
                                .formatted(group)));
            }
        }
        single("ena", ena);
        single("ek", ek);
        checkFaults(file);
        return new CellModel(
                membranes,
                new Ions(
                        ena.isEmpty() ? IONS.ena_mV() : ena.first(),
                        ek.isEmpty() ? IONS.ek_mV() : ek.first(),
                        IONS.cao_mM(),
                        IONS.cai_mM()));
    }

    private void single(String ion, TreeSet<Double> values) {
        if (values.size() > 1) {
            faults.add(new FieldFault(
                    "/conditions/0/erev",
                    "means %s of %s mV in sections with such channels; a cell has one here, so give all of them the same"
                            .formatted(ion, values)));
        }
    }

    private void passive() {
        var passive = tree.path("passive").path(0);
        for (var section : sections.values()) {
            section.Ra_ohm_cm = number("/passive/0/ra", passive.path("ra"), RA_OHM_CM);
            section.membrane = section.membrane.with(
                    Mechanism.pas, "e_mV", number("/passive/0/e_pas", passive.path("e_pas"), -70));
        }
        boolean perisomatic = stub == AxonStub.THIN;
        for (var needed : List.of("ra", "e_pas", "cm")) {
            if (perisomatic && !passive.has(needed)) {
                faults.add(new FieldFault("/passive/0/" + needed, "is missing"));
            }
        }
        int number = 0;
        var given = new TreeSet<String>();
        for (var entry : passive.path("cm")) {
            var pointer = "/passive/0/cm/" + number++;
            var section = section(pointer, entry);
            section.cm_uF_cm2 = number(pointer + "/cm", entry.path("cm"), CM_UF_CM2);
            given.add(entry.path("section").asString(""));
        }
        for (var name : GROUPS.keySet()) {
            if (perisomatic && passive.has("cm") && !name.equals("apic") && !given.contains(name)) {
                faults.add(new FieldFault("/passive/0/cm", "says nothing about %s".formatted(name)));
            }
        }
    }

    private void density(String pointer, JsonNode entry) {
        var section = section(pointer, entry);
        var mechanism = entry.path("mechanism").asString("");
        var name = entry.path("name").asString("");
        double value = number(pointer + "/value", entry.path("value"), Double.NaN);
        if (!mechanism.isEmpty() && !section.inserted.containsKey(mechanism)) {
            try {
                var found = mechanisms.find(mechanism);
                if (found.isEmpty()) {
                    faults.add(new FieldFault(
                            pointer + "/mechanism",
                            "is '%s', which is nowhere; %s".formatted(mechanism, mechanisms.said())));
                    return;
                }
                section.insert(mechanism, found.get());
            } catch (Problem unreadable) {
                faults.add(new FieldFault(pointer + "/mechanism", unreadable.sentence()));
                return;
            }
        }
        if (Double.isNaN(value) || assign(section, name, value)) {
            return;
        }
        faults.add(new FieldFault(pointer + "/name", "is '%s'; known there are %s".formatted(name, known(section))));
    }

    private static boolean assign(Section section, String name, double value) {
        switch (name) {
            case "cm" -> section.cm_uF_cm2 = value;
            case "Ra" -> section.Ra_ohm_cm = value;
            case "ena" -> section.ena_mV = value;
            case "ek" -> section.ek_mV = value;
            default -> {
                return assignParameter(section, name, value);
            }
        }
        return true;
    }

    /** Parameters that are built in have their unit in the name here, and none in NEURON. */
    private static boolean assignParameter(Section section, String name, double value) {
        for (var inserted : section.inserted.entrySet()) {
            for (var parameter : inserted.getValue().parameters()) {
                var suffix = "_" + inserted.getKey();
                if (name.equals(parameter.name() + suffix)
                        || name.equals(SectionChanges.bare(parameter.name()) + suffix)) {
                    section.membrane = section.membrane.with(inserted.getValue(), parameter.name(), value);
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> known(Section section) {
        var known = new ArrayList<>(List.of("cm", "Ra", "ena", "ek"));
        section.inserted.forEach((suffix, mechanism) ->
                mechanism.parameters().forEach(p -> known.add(SectionChanges.bare(p.name()) + "_" + suffix)));
        return known;
    }

    private void reversal(String pointer, JsonNode entry) {
        var section = section(pointer, entry);
        section.ena_mV = number(pointer + "/ena", entry.path("ena"), IONS.ena_mV());
        section.ek_mV = number(pointer + "/ek", entry.path("ek"), IONS.ek_mV());
    }

    private Section section(String pointer, JsonNode entry) {
        var name = entry.path("section").asString("");
        var group = GROUPS.get(name);
        if (group == null) {
            faults.add(new FieldFault(pointer + "/section", "is '%s'; one of %s".formatted(name, GROUPS.keySet())));
            return new Section();
        }
        return section(group);
    }

    private Section section(String group) {
        return java.util.Objects.requireNonNull(sections.get(group));
    }

    /** A number, also where it is written as a text. */
    private double number(String pointer, JsonNode value, double otherwise) {
        if (value.isMissingNode() && !Double.isNaN(otherwise)) {
            return otherwise;
        }
        try {
            return value.isNumber() ? value.asDouble() : Double.parseDouble(value.asString(""));
        } catch (NumberFormatException no) {
            faults.add(new FieldFault(pointer, "is %s; a number belongs here".formatted(value)));
            return otherwise;
        }
    }
}
