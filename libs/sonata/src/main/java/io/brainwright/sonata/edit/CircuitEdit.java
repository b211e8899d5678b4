package io.brainwright.sonata.edit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.check.CircuitCheck;
import io.brainwright.sonata.check.Finding;
import io.brainwright.sonata.circuit.SonataCircuit;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Writes a circuit into a new folder, the same or with something added; the circuit itself is never touched. */
public final class CircuitEdit {
    private CircuitEdit() {}

    /**
     * @param config of a circuit
     * @param to folder that does not exist yet
     * @param changes in this order; none: a copy
     * @return the configuration of the new circuit
     * @throws Problem where something cannot be done, or what came out has faults that the circuit did not have; then there is no folder
     */
    public static Path write(Path config, Path to, List<CircuitChange> changes) {
        var before = changes.isEmpty() ? List.<Finding>of() : CircuitCheck.of(SonataCircuit.open(config));
        return CircuitFolder.copy(config, to, copy -> {
            for (var change : changes) {
                change.apply(copy);
            }
            if (!changes.isEmpty()) {
                requireNoNewFault(before, copy);
            }
        });
    }

    private static void requireNoNewFault(List<Finding> before, Path copy) {
        var known = new LinkedHashSet<String>();
        before.forEach(f -> known.add(f.where() + f.reason()));
        for (var finding : CircuitCheck.of(SonataCircuit.open(copy))) {
            if (finding.grave() && !known.contains(finding.where() + finding.reason())) {
                throw new Problem(
                        Kind.INVALID,
                        finding.reason(),
                        "%s: %s".formatted(finding.where(), finding.what()),
                        finding.remedy(),
                        Map.of("where", finding.where()));
            }
        }
    }
}
