package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.model.field.Source;
import io.brainwright.sim.model.field.Source.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import tools.jackson.databind.JsonNode;

/** The extracellular potential of a case: its electrodes and the sources that its sections are. */
final class CaseField {
    private final JsonNode field;
    private final CaseNetwork network;
    private final CaseCurrents currents;

    CaseField(JsonNode field, CaseNetwork network, CaseCurrents currents) {
        this.field = field;
        this.network = network;
        this.currents = currents;
    }

    /** Potential at an electrode by step, mV. */
    IntToDoubleFunction potential(int electrode) {
        var place = field.path("electrodes_um").path(electrode);
        if (place.isMissingNode()) {
            throw new NotSupported("electrode %d, which is not there".formatted(electrode));
        }
        double sigma_S_m = field.path("sigma_S_m").asDouble();
        var weights = new ArrayList<Double>();
        var values = new ArrayList<IntToDoubleFunction>();
        for (var source : field.path("sources")) {
            int cell = source.path("cell").asInt();
            for (var section : network.cells.get(cell).shape().sections()) {
                if (section.id() == source.path("section").asInt()) {
                    for (int c = 0; c < section.count(); c++) {
                        weights.add(piece(source, c, section.count()).mV_per_nA(point(place), sigma_S_m));
                        values.add(currents.at(cell, section.first() + c));
                    }
                }
            }
        }
        return k -> sum(weights, values, k);
    }

    private static double sum(List<Double> weights, List<IntToDoubleFunction> values, int k) {
        double phi_mV = 0;
        for (int i = 0; i < weights.size(); i++) {
            phi_mV += weights.get(i) * values.get(i).applyAsDouble(k);
        }
        return phi_mV;
    }

    private static Source piece(JsonNode source, int index, int count) {
        double least_um = source.path("min_distance_um").asDouble(0);
        if (source.path("type").asString().equals("point")) {
            return new Source.At(point(source.path("at_um")), least_um);
        }
        var from = point(source.path("from_um"));
        var to = point(source.path("to_um"));
        return new Source.Line(
                from.towards(to, (double) index / count), from.towards(to, (index + 1.0) / count), least_um);
    }

    private static Point point(JsonNode p) {
        return new Point(p.path(0).asDouble(), p.path(1).asDouble(), p.path(2).asDouble());
    }
}
