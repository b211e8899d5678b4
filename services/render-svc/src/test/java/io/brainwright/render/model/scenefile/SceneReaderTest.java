package io.brainwright.render.model.scenefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SceneReaderTest {
    private static final String SMALL = """
            {"version": "1.0",
             "sources": {"cell": {"kind": "morphologies", "cells": [{"file": "a.h5"}]}, "vm": {"kind": "compartment-report", "uri": "file:v.csv"}},
             "time": {"sim": ["2 ms", "0.018 s"], "slowdown": 1000},
             "layers": [{"id": "l5", "type": "morphology", "source": "cell", "parts": ["soma", "apical"],
                         "color": {"by": "report", "source": "vm"}}]}
            """;

    @Test
    void whatIsLeftOutHasItsDefault() {
        var scene = SceneReader.read(SMALL);
        assertThat(scene.width_px()).isEqualTo(1280);
        assertThat(scene.time().fps()).isEqualTo(30);
        assertThat(scene.layers().getFirst().color().rest()).isEqualTo(-72);
        assertThat(scene.camera().keys()).hasSize(1);
        assertThat(Moments.ms(scene.time().sim().get(1))).isEqualTo(18);
        assertThat(scene.audio()).isNull();
        assertThat(Objects.requireNonNull(scene.sources().get("cell")).files()).hasSize(1);
    }

    @Test
    void anUnknownKeyIsToldWithItsPointerAndTheNearestKey() {
        assertThat(faults(SMALL.replace("\"parts\"", "\"part\"")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.field()).isEqualTo("/layers/0/part");
                    assertThat(f.fault()).contains("perhaps 'parts'");
                });
        assertThat(faults(SMALL.replace("\"slowdown\"", "\"slow_down\"")))
                .singleElement()
                .satisfies(f -> assertThat(f.fault()).contains("perhaps 'slowdown'"));
    }

    @Test
    void aWrongValueIsToldWithWhatWouldBeRight() {
        assertThat(faults(SMALL.replace("\"apical\"", "\"apcal\""))).anySatisfy(f -> {
            assertThat(f.field()).isEqualTo("/layers/0/parts/1");
            assertThat(f.fault()).contains("apcal").contains("apical");
        });
        assertThat(faults(SMALL.replace("\"2 ms\"", "\"2\"")))
                .anySatisfy(f -> assertThat(f.field()).isEqualTo("/time/sim/0"));
        assertThat(faults(SMALL.replace("\"morphology\"", "\"morfology\"")))
                .anySatisfy(f -> assertThat(f.field()).isEqualTo("/layers/0/type"));
    }

    @Test
    void aNameThatRefersToNothingIsToldWithThoseThatWould() {
        assertThat(faults(SMALL.replace("\"source\": \"vm\"", "\"source\": \"wm\"")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.field()).isEqualTo("/layers/0/color/source");
                    assertThat(f.fault()).contains("vm");
                });
        assertThat(faults(SMALL.replace("\"0.018 s\"", "\"1 ms\"")))
                .singleElement()
                .satisfies(f -> assertThat(f.field()).isEqualTo("/time/sim"));
    }

    @Test
    void absurdSizesAndBrokenJsonAreRefused() {
        assertThat(faults(SMALL.replace("\"version\": \"1.0\",", "\"version\": \"1.0\", \"size\": [90000, 2],")))
                .extracting(FieldFault::field)
                .contains("/size/0", "/size/1");
        assertThat(faults("{\"version\": "))
                .singleElement()
                .satisfies(f -> assertThat(f.field()).startsWith("line 1"));
    }

    @Test
    void theLanguageOfTheBackPropagatingSpikeIsUnderstood() {
        var scene = SceneReader.read("""
                {"$schema": "urn:brainwright:scene:1.0", "version": "1.0", "size": [1920, 1080],
                 "background": {"type": "gradient", "top": "#0b1026", "bottom": "#02030a"},
                 "sources": {"cell": {"kind": "circuit", "uri": "arrow://circuit/nbS1", "select": {"node_ids": [4711]}},
                   "vm": {"kind": "compartment-report", "uri": "arrow://sim/run-17/vm", "variable": "v", "unit": "mV"},
                   "spikes": {"kind": "spikes", "uri": "arrow://sim/run-17/spikes"}},
                 "time": {"sim": ["2 ms", "18 ms"], "slowdown": 1000, "fps": 30, "warp": [{"at": "4 ms", "slowdown": 2000}]},
                 "layers": [{"id": "l5", "type": "morphology", "source": "cell", "geometry": "capsule",
                    "radius": {"scale": 1.0, "minPx": 0.7}, "color": {"by": "report", "source": "vm", "map": "spike-fire", "range": [-90, 40]},
                    "glow": {"threshold": -45, "strength": 0.55, "radius": [2, 7, 22, 60]}, "opacity": 1.0},
                   {"id": "layers", "type": "atlas-region", "regions": ["L1", "L5"], "style": "outline", "opacity": 0.12, "labels": true}],
                 "clip": [{"id": "slab", "normal": [0, 0, 1], "offsetUm": 400, "layers": ["layers"]}],
                 "light": {"key": [0.45, 0.75, 0.48], "ambient": 0.28, "ao": {"radiusUm": 14, "strength": 0.85}, "shadow": "soft", "fog": {"near": 0.75, "far": 2.1}},
                 "camera": {"fov": 40, "target": "cell.bbox.center", "interpolation": "catmull-rom", "keys": [
                   {"t": 0.0, "orbit": {"azimuth": 20, "elevation": 4, "distance_um": 2900}}, {"t": 1.0, "target": "cell.apical.tuft"}]},
                 "overlays": [{"type": "clock", "unit": "ms"}, {"type": "trace", "probes": [{"section": "apical.trunk", "distance_um": 620}], "height": 0.18}],
                 "audio": {"source": "spikes", "synth": "pluck", "pan": "soma.x", "pitch": {"by": "layer", "scale": "pentatonic"}, "drone": {"by": "mean-v", "gain": 0.15}},
                 "output": {"still": "png", "movie": {"container": "mp4", "codec": "h264", "crf": 20}, "quality": "final"}}
                """);
        assertThat(scene.layers()).extracting(Layer::type).containsExactly("morphology", "atlas-region");
        assertThat(scene.time().warp().getFirst().slowdown()).isEqualTo(2000);
        assertThat(Objects.requireNonNull(scene.audio()).pitch().by()).isEqualTo("layer");
        assertThat(scene.overlays().get(1).probes().getFirst().distance_um()).isEqualTo(620);
    }

    private static List<FieldFault> faults(String text) {
        return Objects.requireNonNull(catchThrowableOfType(Problem.class, () -> SceneReader.read(text)))
                .faults();
    }

    @Test
    void aNumberBeyondAllNumbersIsToldWithItsPlace() {
        for (var beyond : new String[] {"-1e309", "1e308", "99999999999999999999"}) {
            assertThat(faults(SMALL.replace("1000", beyond)))
                    .singleElement()
                    .satisfies(f -> assertThat(f.field()).isEqualTo("/time/slowdown"));
        }
    }
}
