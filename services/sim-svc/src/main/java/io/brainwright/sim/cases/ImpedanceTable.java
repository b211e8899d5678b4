package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.cases.CompartmentTable.Judged;
import io.brainwright.sim.model.cell.Impedance;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.network.Network;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Compares a passive cell's impedance with a table over frequency. */
final class ImpedanceTable {
    private ImpedanceTable() {}

    static void judge(
            CaseFile file,
            JsonNode expectation,
            CaseRun run,
            Function<JsonNode, List<JsonNode>> checks,
            Judged judged) {
        var csv = Csv.read(file.sibling(expectation.path("file").asString()));
        var f_Hz = csv.column(expectation.path("frequency_column").asString());
        var inject = expectation.path("inject");
        var cell = run.network.cells.get(inject.path("cell").asInt());
        for (var column : expectation.path("columns")) {
            int node = run.network.node(column.path("at"));
            var found = new double[f_Hz.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = Impedance.of_Mohm(
                        cell.shape(), capacities_nF(cell), leaks_uS(cell), run.network.node(inject), f_Hz[i])[node];
            }
            var name = column.path("column").asString();
            for (var check : checks.apply(expectation)) {
                judged.add(name, check, Errors.of(check, f_Hz, found, csv.column(name)));
            }
        }
    }

    private static double[] capacities_nF(Network.Cell cell) {
        var values = new double[cell.shape().count()];
        for (int k = 0; k < values.length; k++) {
            double cm = cell.model().membrane(cell.shape().group(k)).cm_uF_cm2();
            values[k] = 1e-5 * cm * cell.shape().area_um2(k); // uF/cm2 um2 = 1e-5 nF
        }
        return values;
    }

    private static double[] leaks_uS(Network.Cell cell) {
        var values = new double[cell.shape().count()];
        for (int k = 0; k < values.length; k++) {
            var mechanisms = cell.model().membrane(cell.shape().group(k)).mechanisms();
            if (!mechanisms.keySet().equals(Set.of(Mechanism.pas))) {
                throw new NotSupported("impedance of a membrane that is not only pas: " + mechanisms.keySet());
            }
            var g = Objects.requireNonNull(mechanisms.get(Mechanism.pas)).get("g_S_cm2");
            double g_S_cm2 = g == null
                    ? Mechanism.pas.parameters().getFirst().value()
                    : g.at(cell.shape().pathDistance_um(k));
            values[k] = 1e-2 * g_S_cm2 * cell.shape().area_um2(k); // S/cm2 um2 = 1e-2 uS
        }
        return values;
    }
}
