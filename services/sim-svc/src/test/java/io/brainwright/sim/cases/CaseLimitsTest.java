package io.brainwright.sim.cases;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.solver.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a case claims is looked at before memory or hours are spent on it. */
class CaseLimitsTest {
    private static final String CASE = """
            {"format": "brainwright-experiment/1", "kind": "experiment", "name": "c",
             "cells": [{"id": "c", "count": 1, "Ra_ohm_cm": 100,
               "swc": {"file": "cell.swc", "groups": {"1": "soma", "3": "dend"}, "compartment_step_um": 20},
               "groups": {"soma": {"cm_uF_cm2": 1, "mechanisms": {"pas": {}}}, "dend": {"cm_uF_cm2": 2, "mechanisms": {"pas": {}}}}}],
             "synapses": [{"id": "s", "type": "ExpSyn", "at": {"cell": 0, "section": 1, "x": 0.5}, "parameters": {"tau_ms": 2, "e_mV": 0},
               "inputs": [{"weight_uS": 0.01, "train": {"start_ms": 0.5, "interval_ms": 1}}]}],
             "run": {"tstop_ms": 3, "dt_ms": 0.1, "celsius_degC": 34, "v_init_mV": -65, "scheme": "staggered-implicit-euler"},
             "records": [{"id": "v", "variable": "v_mV", "at": {"cell": 0, "section": 1, "x": 0.5}}], "expect": []}
            """;
    private static final String CELL = "1 1 0 0 0 5 -1\n2 3 5 0 0 1 1\n3 3 60 0 0 1 2\n";

    @TempDir
    private Path folder;

    @Test
    void theWholeCaseRuns() throws IOException {
        CaseCheck.run(written(CASE, CELL), Backend.JAVA);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "dt_ms": 0.1               | "dt_ms": 0                 | more than 0
            "dt_ms": 0.1               | "dt_ms": "x"               | where a number belongs
            "tstop_ms": 3              | "tstop_ms": 1e300          | steps of time
            "count": 1                 | "count": 2147483647        | cells
            "interval_ms": 1           | "interval_ms": 0           | events
            "compartment_step_um": 20  | "compartment_step_um": 1e-9 | cannot be cut
            "cell": 0, "section": 1    | "cell": 7, "section": 1    | is no case file
            """)
    void whatCannotBeIsRefused(String right, String wrong, String said) throws IOException {
        var path = written(CASE.replace(right, wrong), CELL);
        assertThatThrownBy(() -> CaseCheck.run(path, Backend.JAVA))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(said);
    }

    @Test
    void aPointThatStandsTwiceMakesNoRing() throws IOException {
        var path = written(CASE, CELL + "4 3 70 0 0 1 3\n3 3 80 0 0 1 4\n");
        assertThatThrownBy(() -> CaseCheck.run(path, Backend.JAVA))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("point 3 stands twice");
    }

    @Test
    void aPointThatTakesTheNumberOfNoParentMakesNoRing() throws IOException {
        var path = written(CASE, CELL + "-1 3 70 0 0 1 3\n");
        assertThatThrownBy(() -> CaseCheck.run(path, Backend.JAVA))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("the id -1");
    }

    @Test
    void anInputFromACellThatIsNotThereIsAFaultOfTheFile() throws IOException {
        var input = "\"delay_ms\": 1, \"from_cell\": 7";
        var path = written(CASE.replace("\"train\": {\"start_ms\": 0.5, \"interval_ms\": 1}", input), CELL);
        assertThatThrownBy(() -> CaseCheck.run(path, Backend.JAVA))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Index 7");
    }

    private Path written(String json, String cell) throws IOException {
        Files.writeString(folder.resolve("cell.swc"), cell);
        return Files.writeString(folder.resolve("case.json"), json);
    }
}
