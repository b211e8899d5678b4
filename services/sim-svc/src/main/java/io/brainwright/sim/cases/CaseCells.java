package io.brainwright.sim.cases;

import io.brainwright.sim.model.cell.Appended;
import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.cell.SwcCable;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.mechanism.Scaled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;

/** Makes cells from a case file. */
final class CaseCells {
    private CaseCells() {}

    static Compartments shape(CaseFile file, JsonNode cell, boolean keepEnds) {
        double Ra_ohm_cm = cell.path("Ra_ohm_cm").asDouble();
        if (cell.has("swc")) {
            return swc(file, cell.path("swc"), Ra_ohm_cm);
        }
        var tree = new CableTree(keepEnds);
        for (var s : cell.path("sections")) {
            tree.add(
                    s.path("id").asInt(),
                    s.path("parent").asInt(),
                    s.path("parent_x").asDouble(0),
                    s.path("group").asString(),
                    CableTree.cylinders(
                            s.path("length_um").asDouble(),
                            s.path("diam_um").asDouble(),
                            s.path("compartments").asInt(),
                            Ra_ohm_cm));
        }
        return tree.build();
    }

    private static Compartments swc(CaseFile file, JsonNode swc, double Ra_ohm_cm) {
        var groups = new HashMap<Integer, String>();
        for (var g : swc.path("groups").properties()) {
            groups.put(Integer.parseInt(g.getKey()), g.getValue().asString());
        }
        var append = new ArrayList<Appended>();
        for (var a : swc.path("append")) {
            var diameters = new ArrayList<Double>();
            a.path("compartment_diams_um").forEach(d -> diameters.add(d.asDouble()));
            append.add(new Appended(
                    a.path("group").asString(),
                    a.path("attach").asString().equals("soma"),
                    a.path("length_um").asDouble(),
                    diameters));
        }
        double step_um = swc.path("compartment_step_um").asDouble();
        return SwcCable.read(file.sibling(swc.path("file").asString()), groups, step_um, Ra_ohm_cm, append);
    }

    static CellModel model(JsonNode cell, MechanismFiles files) {
        var groups = new HashMap<String, Membrane>();
        for (var group : cell.path("groups").properties()) {
            var mechanisms = new LinkedHashMap<Mechanism, java.util.Map<String, Scaled>>();
            for (var m : group.getValue().path("mechanisms").properties()) {
                var parameters = new HashMap<String, Scaled>();
                for (var p : m.getValue().properties()) {
                    parameters.put(p.getKey(), scaled(p.getValue()));
                }
                mechanisms.put(files.named(m.getKey()), parameters);
            }
            groups.put(
                    group.getKey(),
                    new Membrane(group.getValue().path("cm_uF_cm2").asDouble(), mechanisms));
        }
        var ions = cell.path("ions");
        return new CellModel(
                groups,
                new Ions(
                        ions.path("ena_mV").asDouble(50),
                        ions.path("ek_mV").asDouble(-77),
                        ions.path("cao_mM").asDouble(2),
                        ions.path("cai_mM").asDouble(5e-5)));
    }

    private static Scaled scaled(JsonNode p) {
        if (p.isNumber()) {
            return Scaled.of(p.asDouble());
        }
        return new Scaled(
                p.path("value").asDouble(),
                p.path("a").asDouble(),
                p.path("b").asDouble(),
                p.path("c_per_um").asDouble());
    }
}
