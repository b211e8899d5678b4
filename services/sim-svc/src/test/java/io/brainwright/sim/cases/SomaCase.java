package io.brainwright.sim.cases;

/** A case file for tests. */
public final class SomaCase {
    /** A soma of 20 um that a current of 0.2 nA makes fire, with a detector. */
    public static final String JSON = """
            {"format": "brainwright-experiment/1", "kind": "experiment", "name": "soma",
             "run": {"dt_ms": 0.025, "tstop_ms": 50, "celsius_degC": 6.3, "v_init_mV": -65},
             "cells": [{"Ra_ohm_cm": 100, "groups": {"soma": {"cm_uF_cm2": 1, "mechanisms": {"hh": {}}}},
               "sections": [{"id": 0, "parent": -1, "length_um": 20, "diam_um": 20, "compartments": 1, "group": "soma"}],
               "spike_detector": {"section": 0, "x": 0.5, "threshold_mV": 0}}],
             "stimuli": [{"type": "iclamp", "at": {"cell": 0, "section": 0, "x": 0.5},
               "start_ms": 5, "duration_ms": 40, "amplitude_nA": 0.2}],
             "records": [{"id": "v", "at": {"cell": 0, "section": 0, "x": 0.5}, "variable": "v_mV"},
               {"id": "ina, inward", "at": {"cell": 0, "section": 0, "x": 0.5}, "variable": "ina_mA_cm2"}]}
            """;

    private SomaCase() {}
}
