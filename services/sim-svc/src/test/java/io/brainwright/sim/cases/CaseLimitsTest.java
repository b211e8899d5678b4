package io.brainwright.sim.cases;

import static org.assertj.core.api.Assertions.assertThat;
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
            "v_init_mV": -65           | "v_init_mV": "NaN"         | "NaN" where something else belongs
            "dt_ms": 0.1               | "dt_ms": NaN               | which does not belong there
            "weight_uS": 0.01          | "weight_uS": 0.01, "delay_ms": -1 | at least 0
            "Ra_ohm_cm": 100           | "Ra_ohm_cm": 0             | Ra_ohm_cm are above 0
            "Ra_ohm_cm": 100           | "Ra_ohm_cm": -100          | Ra_ohm_cm are above 0
            "cell": 0, "section": 1    | "cell": 7, "section": 1    | is no case file
            """)
    void whatCannotBeIsRefused(String right, String wrong, String said) throws IOException {
        var path = written(CASE.replace(right, wrong), CELL);
        assertThatThrownBy(() -> CaseCheck.run(path, Backend.JAVA))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "length_um": 50    | "length_um": 0      | section 1: length_um: 0.0; above 0
            "length_um": 50    | "length_um": -5     | section 1: length_um: -5.0; above 0
            "diam_um": 2       | "diam_um": 0        | section 1: area of a compartment: 0.0 um2
            "diam_um": 2       | "diam_um": -2       | section 1: area of a compartment
            "compartments": 3  | "compartments": 1.5 | whole number
            "parent": 0        | "parent": 9         | which is none of the sections before it: [0]
            "id": 1            | "id": 0             | two sections of a cell have the id 0
            """)
    void whatIsNoTreeIsRefused(String right, String wrong, String said) throws IOException {
        var sections = """
                "sections": [{"id": 0, "parent": -1, "length_um": 10, "diam_um": 10, "compartments": 1, "group": "soma"},
                  {"id": 1, "parent": 0, "parent_x": 0.5, "length_um": 50, "diam_um": 2, "compartments": 3, "group": "dend"}],
                """;
        assertThat(sections).contains(right);
        int from = CASE.indexOf("\"swc\"");
        int to = CASE.indexOf("\"groups\": {\"soma\"");
        var path = written(CASE.substring(0, from) + sections.replace(right, wrong) + CASE.substring(to), CELL);
        assertThatThrownBy(() -> CaseCheck.run(path, Backend.JAVA))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains(said));
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
