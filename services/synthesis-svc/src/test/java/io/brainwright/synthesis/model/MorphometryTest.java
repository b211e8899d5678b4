package io.brainwright.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.synthesis.model.growth.CellGrower;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.testkit.Reference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Grown layer 5 cells against 33 reconstructed ones, of which 12 were used in the fit. */
class MorphometryTest {
    private static final double BOUND = 2; // spec: |median difference| / MAD, none above 2

    @Test
    void mediansOfGrownLayer5CellsAreWithinTwoDeviationsOfReconstructedOnes() throws Exception {
        var real = real();
        var grown = grown();
        for (byte type : new byte[] {SectionType.BASAL, SectionType.APICAL}) {
            check("length of " + SectionType.name(type), real, grown, c -> length(c, type));
            check("sections of " + SectionType.name(type), real, grown, c -> sections(c, type));
        }
        check("trees on the soma", real, grown, c -> c.children(0).length);
    }

    private static void check(
            String what, List<Morphology> real, List<Morphology> grown, ToDoubleFunction<Morphology> feature) {
        var r = new ArrayList<>(real.stream().map(feature::applyAsDouble).toList());
        var g = new ArrayList<>(grown.stream().map(feature::applyAsDouble).toList());
        double middle = median(r);
        double mad =
                median(new ArrayList<>(r.stream().map(v -> Math.abs(v - middle)).toList()));
        double score = Math.abs(median(g) - middle) / mad;
        System.out.printf("%s: real %.0f, grown %.0f, score %.2f%n", what, middle, median(g), score);
        assertThat(score).as(what).isLessThan(BOUND);
    }

    private static List<Morphology> grown() {
        var catalogue = new GrowthCatalogue();
        var rule = catalogue.rule("L5_TPC:A");
        var cells = new ArrayList<Morphology>();
        for (int c = 0; c < 60; c++) {
            var tissue = CorticalLayers.RAT_S1.tissue(900 + 7 * c, rule.grown_from());
            cells.add(CellGrower.grow(11, c, rule, catalogue.parameters(rule), tissue, true));
        }
        return cells;
    }

    private static List<Morphology> real() throws Exception {
        var folder = Reference.path("anatomy");
        var cells = new ArrayList<Morphology>();
        for (var e : JsonMapper.builder().build().readTree(Files.readAllBytes(folder.resolve("morphologies.json")))) {
            if (e.path("mtype").asString().equals("L5_TPC:A")
                    && e.path("kind").asString().equals("real")) {
                cells.add(H5Morphology.read(folder.resolve(e.path("file").asString())));
            }
        }
        return cells;
    }

    private static double length(Morphology cell, byte type) {
        double sum = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            sum += cell.type(s) == type ? cell.length_um(s) : 0;
        }
        return sum;
    }

    private static double sections(Morphology cell, byte type) {
        double n = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            n += cell.type(s) == type ? 1 : 0;
        }
        return n;
    }

    private static double median(ArrayList<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
