package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.model.solver.Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Runs case files and compares with what they expect. */
public final class CaseCheck {
    private CaseCheck() {}

    /**
     * Runs every variant of a case and judges every expectation.
     *
     * @param caseJson the case file
     * @param backend who computes
     */
    public static CaseReport run(Path caseJson, Backend backend) {
        var file = CaseFile.read(caseJson);
        var outcomes = new ArrayList<CaseReport.Outcome>();
        var notSupported = new LinkedHashSet<String>();
        var kind = file.root().path("kind").asString("");
        if (!kind.equals("experiment")) {
            outcomes.addAll(file.taken(() -> FunctionTables.judge(file, kind, backend, notSupported)));
            return new CaseReport(file.name(), "formulas", outcomes, List.copyOf(notSupported));
        }
        var device = "";
        for (var variant : file.taken(file::variants)) {
            try {
                var run =
                        new CaseRun(file, variant, backend, Runtime.getRuntime().availableProcessors());
                device = run.summary.device().device();
                outcomes.addAll(file.taken(() -> new Expectations(file, variant, run, notSupported).judge()));
            } catch (NotSupported e) {
                notSupported.add("%s: %s".formatted(variant.name(), e.getMessage()));
            }
        }
        return new CaseReport(file.name(), device, outcomes, List.copyOf(notSupported));
    }
}
