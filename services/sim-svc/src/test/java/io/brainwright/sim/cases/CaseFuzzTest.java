package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.testkit.fuzz.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case files: what they build always; what they compute where that is little. */
class CaseFuzzTest {
    private static final double LITTLE = 2e4; // compartments times steps
    private static final String SOMA = """
            {"format": "brainwright-experiment/1", "kind": "experiment", "name": "soma",
             "cells": [{"id": "soma", "count": 2, "Ra_ohm_cm": 100,
               "sections": [{"id": 0, "parent": -1, "length_um": 20, "diam_um": 20, "compartments": 1, "group": "soma"},
                            {"id": 1, "parent": 0, "parent_x": 1, "length_um": 50, "diam_um": 2, "compartments": 3, "group": "dend"}],
               "groups": {"soma": {"cm_uF_cm2": 1, "mechanisms": {"hh": {"gnabar_S_cm2": 0.12, "el_mV": -54.3}}},
                          "dend": {"cm_uF_cm2": 1, "mechanisms": {"pas": {"g_S_cm2": 0.0003, "e_mV": -65}}}},
               "ions": {"ena_mV": 50, "ek_mV": -77},
               "spike_detector": {"section": 0, "x": 0.5, "threshold_mV": 0}}],
             "stimuli": [{"type": "iclamp", "at": {"cell": 0, "section": 0, "x": 0.5}, "start_ms": 1, "duration_ms": 2, "amplitude_nA": 0.1}],
             "synapses": [{"id": "s", "type": "ExpSyn", "at": {"cell": 1, "section": 1, "x": 0.5},
               "parameters": {"tau_ms": 2, "e_mV": 0}, "inputs": [{"weight_uS": 0.01, "train": {"start_ms": 0.5, "interval_ms": 1, "count": 2}},
               {"weight_uS": 0.01, "delay_ms": 1, "from_cell": 0}]}],
             "run": {"tstop_ms": 3, "dt_ms": 0.1, "celsius_degC": 6.3, "v_init_mV": -65, "scheme": "staggered-implicit-euler"},
             "records": [{"id": "v", "variable": "v_mV", "at": {"cell": 0, "section": 0, "x": 0.5}},
                         {"id": "m", "variable": "state", "mechanism": "hh", "state": "m", "at": {"cell": 0, "section": 0, "x": 0.5}}],
             "variants": [{"name": "a", "set": {"/run/dt_ms": 0.05}}, {"name": "b", "set": {"/stimuli/0/amplitude_nA": 0.2}}],
             "expect": [{"type": "spikes", "record": "v", "threshold_mV": 0, "times_ms": [], "variant": "a",
               "checks": [{"scheme": "same", "kind": "times", "tolerance": 0.001}]}]}
            """;
    private static final String CABLE = """
            {"format": "brainwright-experiment/1", "kind": "experiment", "name": "cable",
             "cells": [{"id": "c", "Ra_ohm_cm": 100,
               "swc": {"file": "cell.swc", "groups": {"1": "soma", "3": "dend"}, "compartment_step_um": 20},
               "groups": {"soma": {"cm_uF_cm2": 1, "mechanisms": {"pas": {}}}, "dend": {"cm_uF_cm2": 2, "mechanisms": {"pas": {}}}}}],
             "run": {"tstop_ms": 1, "dt_ms": 0.1, "celsius_degC": 34, "v_init_mV": -65, "scheme": "staggered-implicit-euler"},
             "records": [{"id": "v", "variable": "v_mV", "at": {"cell": 0, "section": 1, "x": 0.5}}],
             "expect": []}
            """;
    private static final String SWC =
            "1 1 0 0 0 5 -1\n2 3 5 0 0 1 1\n3 3 60 0 0 1 2\n4 3 90 20 0 0.5 3\n5 3 90 -20 0 0.5 3\n";

    @TempDir
    private Path folder;

    @Test
    void caseFiles() throws IOException {
        Files.writeString(folder.resolve("cell.swc"), SWC);
        Fuzz.check(
                "case.json",
                List.of(bytes(SOMA), bytes(CABLE)),
                bytes -> judged(Files.write(folder.resolve("case.json"), bytes)));
    }

    @Test
    void theMorphologyOfACase() throws IOException {
        var file = Files.writeString(folder.resolve("case.json"), CABLE);
        Fuzz.check("SWC of a case", List.of(bytes(SWC)), bytes -> {
            Files.write(folder.resolve("cell.swc"), bytes);
            judged(file);
        });
    }

    private static void judged(Path path) {
        var file = CaseFile.read(path);
        for (var variant : file.taken(file::variants)) {
            try {
                var built = CaseRun.built(file, variant);
                double compartments = built.network().cells.stream()
                        .mapToDouble(c -> c.shape().count())
                        .sum();
                if (compartments * built.network().run.steps() < LITTLE) {
                    var run = new CaseRun(file, variant, Backend.JAVA, 1);
                    file.taken(() -> new Expectations(file, variant, run, new LinkedHashSet<>()).judge());
                }
            } catch (NotSupported told) {
                // what the runner lacks is told as such
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
