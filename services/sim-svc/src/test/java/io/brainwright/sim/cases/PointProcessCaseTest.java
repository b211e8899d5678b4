package io.brainwright.sim.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.solver.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Point processes and sources as a case names them, and what is told where it names them wrongly. */
class PointProcessCaseTest {
    private static final String CASE = """
            {"format": "brainwright-experiment/1", "kind": "experiment", "name": "points",
             "run": {"dt_ms": 0.025, "tstop_ms": 100, "celsius_degC": 34, "v_init_mV": -70, "seed": 4},
             "cells": [{"sections": [{"id": 0, "parent": -1, "length_um": 20, "diam_um": 20, "compartments": 1, "group": "soma"}],
               "Ra_ohm_cm": 100, "groups": {"soma": {"cm_uF_cm2": 1, "mechanisms":
                 {"pas": {"g_S_cm2": 1e-4, "e_mV": -70}, "StochKv3": {"gkbar": 0.01}}}}, "ions": {"ek_mV": -90}}],
             "synapses": [
               {"id": "a", "at": {"cell": 0, "section": 0, "x": 0.5}, "type": "ProbAMPANMDA_EMS", "parameters": {"Nrrp": 3},
                "inputs": [{"weight": 1, "artificial_cell": {"type": "InhPoissonStim", "rates_Hz": [50, 200], "bins_ms": [10, 60]}},
                           {"weight": 0.5, "arguments": {"nc_type": 1}, "artificial_cell": {"type": "VecStim", "times_ms": [20, 40]}}]}],
             "records": [{"id": "v", "at": {"cell": 0, "section": 0, "x": 0.5}, "variable": "v_mV"},
                         {"id": "ik", "at": {"cell": 0, "section": 0, "x": 0.5}, "variable": "ik_mA_cm2"},
                         {"id": "b", "at": {"cell": 0, "section": 0, "x": 0.5}, "variable": "state", "synapse": "a", "state": "B_AMPA"}],
             "expect": []}
            """;

    @TempDir
    Path folder;

    @Test
    void aCaseRunsPublishedModelsByName() throws IOException {
        var file = CaseFile.read(write(CASE));
        var run = new CaseRun(file, file.variants().getFirst(), Backend.JAVA, 1);
        assertThat(highest(run, "b")).isGreaterThan(0.1);
        assertThat(highest(run, "ik")).isPositive();
        var again = new CaseRun(file, file.variants().getFirst(), Backend.JAVA, 1);
        assertThat(again.records.trace("v")).isEqualTo(run.records.trace("v"));
        var other = CaseFile.read(write(CASE.replace("\"seed\": 4", "\"seed\": 5")));
        assertThat(new CaseRun(other, other.variants().getFirst(), Backend.JAVA, 1).records.trace("v"))
                .isNotEqualTo(run.records.trace("v"));
    }

    @Test
    void simRunKnowsTheKeysOfPointProcesses() throws IOException {
        var summaries = CaseExperiment.run(write(CASE), Backend.JAVA, 1, null, _ -> {});
        assertThat(summaries).hasSize(1);
        assertThatThrownBy(() -> CaseExperiment.run(
                        write(CASE.replace("\"times_ms\"", "\"time_ms\"").replace("\"weight\": 1,", "\"wait\": 1,")),
                        Backend.JAVA,
                        1,
                        null,
                        _ -> {}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be run");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Nrrp": 3         | "sites": 3       | ProbAMPANMDA_EMS has no parameter 'sites'
            "Nrrp": 3         | "Nrrp": "3"      | 'Nrrp' is "3" where a number belongs
            "nc_type": 1      | "kind": 1        | has no argument 'kind'
            "state": "B_AMPA" | "state": "B"     | keeps no 'B'
            [10, 60]          | [60, 10]         | bins rise
            "StochKv3": {"gkbar": 0.01} | "GluSynapse": {} | GluSynapse is a point process
            """)
    void whatIsNamedWronglyIsTold(String right, String wrong, String message) throws IOException {
        assertThat(CASE).contains(right);
        var file = CaseFile.read(write(CASE.replace(right, wrong)));
        assertThatThrownBy(() -> new CaseRun(file, file.variants().getFirst(), Backend.JAVA, 1))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(message);
    }

    @Test
    void aMechanismOfTheMembraneIsNoSynapse() throws IOException {
        var report = CaseCheck.run(
                write(CASE.replace("\"type\": \"ProbAMPANMDA_EMS\"", "\"type\": \"StochKv3\"")), Backend.JAVA);
        assertThat(report.table()).contains("StochKv3, which is a mechanism of the membrane");
    }

    private static double highest(CaseRun run, String record) {
        return Arrays.stream(run.records.trace(record)).max().orElseThrow();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("case.json"), text);
    }
}
