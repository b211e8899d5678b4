package io.brainwright.sim.cases;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.sim.model.cell.Appended;
import io.brainwright.sim.model.emodel.ElectricalModel;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.mechanism.Scaled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An electrical model on a morphology as a case file: current steps into the soma, its voltage recorded. */
public final class ModelCase {
    private static final double BEFORE_MS = 200; // chosen: the models rest by then
    private static final double AFTER_MS = 100;
    private static final double DT_MS = 0.025;
    private static final double CELSIUS = 34;
    private static final double THRESHOLD_MV = -20;

    private ModelCase() {}

    /**
     * The case.
     *
     * @param model membranes, ions, axon stub
     * @param swc morphology without axon; the case names it as it stands
     * @param v_init_mV voltage at time 0
     * @param amplitudes_nA one variant each
     * @param duration_ms of the step, which begins after 200 ms
     * @return a tree, ready for JSON
     */
    public static Map<String, Object> of(
            ElectricalModel model, Path swc, double v_init_mV, List<Double> amplitudes_nA, double duration_ms) {
        var at = Map.of("cell", 0, "section", 0, "x", 0.5);
        var variants = new ArrayList<Object>();
        for (double amplitude_nA : amplitudes_nA) {
            variants.add(ordered("name", amplitude_nA + "nA", "set", Map.of("/stimuli/0/amplitude_nA", amplitude_nA)));
        }
        return ordered(
                "format", "brainwright-experiment/1",
                "kind", "experiment",
                "name", model.name(),
                "description",
                        "Electrical model %s on %s: steps into the soma".formatted(model.name(), swc.getFileName()),
                "run",
                        ordered(
                                "dt_ms", DT_MS,
                                "tstop_ms", BEFORE_MS + duration_ms + AFTER_MS,
                                "celsius_degC", CELSIUS,
                                "v_init_mV", v_init_mV,
                                "scheme", "staggered-implicit-euler"),
                "cells", List.of(cell(model, swc)),
                "stimuli",
                        List.of(ordered(
                                "type", "iclamp",
                                "at", at,
                                "start_ms", BEFORE_MS,
                                "duration_ms", duration_ms,
                                "amplitude_nA", amplitudes_nA.get(0))),
                "records", List.of(ordered("id", "soma", "at", at, "variable", "v_mV")),
                "variants", variants);
    }

    /** The shape without its axon, for which the model has a stub. */
    public static Morphology withoutAxon(Morphology whole) {
        var sections = new ArrayList<Integer>();
        var newId = new int[whole.sectionCount()];
        int points = 0;
        for (int s = 0; s < whole.sectionCount(); s++) {
            if (whole.type(s) != SectionType.AXON) {
                newId[s] = sections.size();
                sections.add(s);
                points += whole.end(s) - whole.begin(s);
            }
        }
        var xyzd = new float[4][points];
        var parent = new int[sections.size()];
        var type = new byte[sections.size()];
        var first = new int[sections.size() + 1];
        int at = 0;
        for (int i = 0; i < parent.length; i++) {
            int s = sections.get(i);
            parent[i] = s == 0 ? -1 : newId[whole.parent(s)];
            type[i] = whole.type(s);
            for (int p = whole.begin(s); p < whole.end(s); p++) {
                xyzd[0][at] = whole.x(p);
                xyzd[1][at] = whole.y(p);
                xyzd[2][at] = whole.z(p);
                xyzd[3][at++] = whole.diameter(p);
            }
            first[i + 1] = at;
        }
        return new Morphology(xyzd[0], xyzd[1], xyzd[2], xyzd[3], parent, type, first);
    }

    private static Map<String, Object> cell(ElectricalModel model, Path swc) {
        var groups = new LinkedHashMap<String, Object>();
        new TreeMap<>(model.membrane().groups()).forEach((name, membrane) -> groups.put(name, group(membrane)));
        var ions = model.membrane().ions();
        return ordered(
                "swc",
                        ordered(
                                "file", swc.toString(),
                                "groups", ordered("1", "soma", "3", "basal", "4", "apical"),
                                "compartment_step_um", ElectricalModel.LONGEST_COMPARTMENT_UM,
                                "append",
                                        model.stub().stream()
                                                .map(ModelCase::stub)
                                                .toList()),
                "Ra_ohm_cm", model.Ra_ohm_cm(),
                "groups", groups,
                "ions",
                        ordered(
                                "ena_mV", ions.ena_mV(),
                                "ek_mV", ions.ek_mV(),
                                "cao_mM", ions.cao_mM(),
                                "cai_mM", ions.cai_mM(),
                                "eca", "nernst"),
                "spike_detector", ordered("section", 0, "x", 0.5, "threshold_mV", THRESHOLD_MV));
    }

    private static Map<String, Object> stub(Appended section) {
        return ordered(
                "group", section.group(),
                "attach", section.onSoma() ? "soma" : "previous",
                "length_um", section.length_um(),
                "compartment_diams_um", section.diameters_um());
    }

    private static Map<String, Object> group(Membrane membrane) {
        var mechanisms = new LinkedHashMap<String, Object>();
        new TreeMap<>(membrane.mechanisms()).forEach((mechanism, given) -> {
            var parameters = new LinkedHashMap<String, Object>();
            new TreeMap<>(given).forEach((name, value) -> parameters.put(name, number(value)));
            mechanisms.put(mechanism.name(), parameters);
        });
        return ordered("cm_uF_cm2", membrane.cm_uF_cm2(), "mechanisms", mechanisms);
    }

    private static Object number(Scaled value) {
        return value.equals(Scaled.of(value.value()))
                ? value.value()
                : ordered("value", value.value(), "a", value.a(), "b", value.b(), "c_per_um", value.c_per_um());
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
