package io.brainwright.connectome;

import io.brainwright.connectome.files.CircuitWiring;
import io.brainwright.connectome.files.ComparisonReport;
import io.brainwright.connectome.model.comparison.ComparedMeasure;
import io.brainwright.connectome.model.comparison.ComparedPathway;
import io.brainwright.connectome.model.comparison.WiringMeasures;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/** Holds a circuit's wiring against the published subvolume of rat S1; for the command line, starts no services. */
public final class CircuitComparison {
    private CircuitComparison() {}

    /**
     * What was found.
     *
     * @param lines one for each measure, for people
     * @param tree all numbers, ready for JSON
     * @param holds whether every floor is met
     */
    public record Found(List<String> lines, SequencedMap<String, Object> tree, boolean holds) {
        public Found {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Writes {@code comparison.md} and its pictures.
     *
     * @param circuit configuration of a SONATA circuit, or its folder
     * @param fraction share of the tissue's cells that the circuit has, above 0 and at most 1
     * @param out folder of the page
     * @throws Problem where the circuit has no wiring, or too few cells
     */
    public static Found write(Path circuit, double fraction, Path out) {
        var report = of(circuit, fraction);
        report.write(out);
        return new Found(
                report.measures().stream().map(ComparedMeasure::sentence).toList(),
                report.tree(),
                report.measures().stream().allMatch(ComparedMeasure::holds));
    }

    static ComparisonReport of(Path circuit, double fraction) {
        if (!(fraction > 0 && fraction <= 1)) {
            throw Problem.invalid(
                    "The circuit cannot be compared.",
                    List.of(new FieldFault(
                            "--fraction",
                            "is %s; give the share of cells that was placed, above 0 and at most 1."
                                    .formatted(fraction))));
        }
        var wiring = CircuitWiring.read(circuit);
        if (wiring.graph().cells() < 3 || wiring.graph().connections() == 0) {
            throw Problem.invalid(
                    "The circuit cannot be compared.",
                    List.of(new FieldFault(
                            circuit.toString(),
                            "has %d cells and %d connections; give one with some."
                                    .formatted(
                                            wiring.graph().cells(),
                                            wiring.graph().connections()))));
        }
        var measures = WiringMeasures.of(wiring.graph(), wiring.somata(), fraction);
        return new ComparisonReport(
                measures,
                ComparedMeasure.of(measures),
                ComparedPathway.of(wiring.graph(), wiring.somata(), wiring.mtypes()));
    }
}
