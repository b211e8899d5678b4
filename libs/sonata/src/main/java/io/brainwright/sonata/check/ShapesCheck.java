package io.brainwright.sonata.check;

import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.MorphologyFiles;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Looks at the morphologies of a population: is each there, can it be read, has it an axon? */
final class ShapesCheck {
    private static final int NAMED = 3;

    private final MorphologyFiles files;
    private final String population;

    ShapesCheck(SonataCircuit circuit, String population) {
        this.files = circuit.morphologies(population);
        this.population = population;
    }

    List<Finding> findings(Columns nodes) {
        var findings = new ArrayList<Finding>();
        var names = new TreeSet<>(Arrays.asList(nodes.texts("morphology")));
        names.remove("");
        var withoutAxon = new ArrayList<String>();
        var absent = new ArrayList<String>();
        for (var name : names) {
            try {
                var shape = files.read(name);
                if (IntStream.range(0, shape.sectionCount()).noneMatch(s -> shape.type(s) == SectionType.AXON)) {
                    withoutAxon.add(name);
                }
            } catch (Problem problem) {
                if (problem.reason().equals("MORPHOLOGY_NOT_FOUND")) {
                    absent.add(name);
                } else {
                    findings.add(Finding.of(population + ", morphology " + name, problem));
                }
            }
        }
        if (!absent.isEmpty()) {
            findings.add(new Finding(
                    false,
                    "MORPHOLOGY_NOT_FOUND",
                    population,
                    "%d of %d morphologies are not there: %s.".formatted(absent.size(), names.size(), some(absent)),
                    "Cells without shape are neither simulated nor wired; name their folder as morphologies_dir or"
                            + " alternate_morphologies."));
        }
        if (!withoutAxon.isEmpty()) {
            findings.add(new Finding(
                    false,
                    "MORPHOLOGY_WITHOUT_AXON",
                    population,
                    "%d of %d morphologies have no axon: %s."
                            .formatted(withoutAxon.size(), names.size(), some(withoutAxon)),
                    "They can be simulated, but appositions need axons: give other morphologies, or grow axons"
                            + " onto them."));
        }
        return findings;
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? ", ..." : "");
    }
}
