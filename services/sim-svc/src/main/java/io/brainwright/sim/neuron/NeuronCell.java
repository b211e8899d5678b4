package io.brainwright.sim.neuron;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.sim.model.cell.Compartments.SectionNodes;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.nmodl.NmodlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One cell as sections of NEURON: those of the morphology by their points, so that NEURON cuts them into the same frusta; soma and axon
 * stub as cylinders.
 *
 * @param cell with its compartments and membrane
 * @param morphology its shape
 * @param Ra_ohm_cm axial resistivity
 */
record NeuronCell(Network.Cell cell, Morphology morphology, double Ra_ohm_cm) {

    Map<String, Object> tree() {
        var shape = cell.shape();
        var ions = cell.model().ions();
        int detector = cell.detectorNode();
        return NeuronExport.ordered(
                "Ra_ohm_cm", Ra_ohm_cm,
                "ions",
                        NeuronExport.ordered(
                                "ena", ions.ena_mV(), "ek", ions.ek_mV(), "cao", ions.cao_mM(), "cai", ions.cai_mM()),
                "detector",
                        NeuronExport.ordered(
                                "section", shape.section(detector),
                                "x", shape.x(detector),
                                "threshold_mV", cell.threshold_mV()),
                "sections",
                        shape.sections().stream()
                                .sorted(Comparator.comparingInt(SectionNodes::id))
                                .map(this::section)
                                .toList());
    }

    private Map<String, Object> section(SectionNodes section) {
        var tree = NeuronExport.ordered(
                "id", section.id(), "parent", section.parent(), "parent_x", section.parentX(), "nseg", section.count());
        boolean drawn = section.id() > 0 && section.id() < morphology.sectionCount();
        if (drawn) {
            var points = new ArrayList<List<Float>>();
            for (int p = morphology.begin(section.id()); p < morphology.end(section.id()); p++) {
                points.add(List.of(morphology.x(p), morphology.y(p), morphology.z(p), morphology.diameter(p)));
            }
            tree.put("points", points);
        } else {
            tree.put("length_um", section.length_um());
            tree.put("diameters_um", each(section, cell.shape()::diameter_um));
        }
        var membrane = cell.model().membrane(section.group());
        tree.put("cm_uF_cm2", membrane.cm_uF_cm2());
        var mechanisms = new LinkedHashMap<String, Object>();
        new TreeMap<>(membrane.mechanisms()).forEach((mechanism, given) -> {
            var parameters = new LinkedHashMap<String, Object>();
            given.forEach((name, value) -> parameters.put(
                    name, each(section, node -> value.at(cell.shape().pathDistance_um(node)))));
            mechanisms.put(NmodlText.suffix(mechanism), parameters);
        });
        tree.put("mechanisms", mechanisms);
        return tree;
    }

    private static double[] each(SectionNodes section, java.util.function.IntToDoubleFunction of) {
        var values = new double[section.count()];
        java.util.Arrays.setAll(values, i -> of.applyAsDouble(section.first() + i));
        return values;
    }
}
