package io.brainwright.render;

import io.brainwright.render.model.scenefile.SceneReader;
import io.brainwright.testkit.fuzz.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneFuzzTest {
    private static final String LARGE = """
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
             "camera": {"fov": 40, "target": "cell.bbox.center", "interpolation": "catmull-rom", "keys": [
               {"t": 0.0, "orbit": {"azimuth": 20, "elevation": 4, "distance_um": 2900}}, {"t": 1.0, "target": "cell.apical.tuft"}]},
             "overlays": [{"type": "clock", "unit": "ms"}],
             "audio": {"source": "spikes", "synth": "pluck", "pan": "soma.x", "pitch": {"by": "layer", "scale": "pentatonic"}},
             "output": {"still": "png", "movie": {"container": "mp4", "codec": "h264", "crf": 20}, "quality": "final"}}
            """;
    private static final String OF_FILES = """
            {"version": "1.0", "size": [64, 48],
             "sources": {"cell": {"kind": "morphologies", "cells": [{"file": "cell.swc"}]},
               "vm": {"kind": "compartment-report", "uri": "file:v.csv"},
               "spikes": {"kind": "spikes", "uri": "file:spikes.csv"}},
             "time": {"sim": ["0 ms", "0.3 ms"], "slowdown": 1000},
             "layers": [{"id": "l5", "type": "morphology", "source": "cell", "color": {"by": "report", "source": "vm"}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void scenes() {
        Fuzz.check(
                "scene",
                List.of(bytes(LARGE), bytes(OF_FILES)),
                bytes -> SceneReader.read(new String(bytes, StandardCharsets.UTF_8)));
    }

    @Test
    void scenesThatStandAlone() throws IOException {
        sources();
        Fuzz.check(
                "scene with its files",
                List.of(bytes(OF_FILES)),
                bytes -> SceneFiles.open(new String(bytes, StandardCharsets.UTF_8), folder));
    }

    @Test
    void theReportOfAScene() throws IOException {
        sources();
        var report = Files.readAllBytes(folder.resolve("v.csv"));
        Fuzz.check("voltages of a scene as CSV", List.of(report), bytes -> {
            Files.write(folder.resolve("v.csv"), bytes);
            SceneFiles.open(OF_FILES, folder);
        });
    }

    @Test
    void theSpikesOfAScene() throws IOException {
        sources();
        var spikes = Files.readAllBytes(folder.resolve("spikes.csv"));
        Fuzz.check("spikes of a scene as CSV", List.of(spikes), bytes -> {
            Files.write(folder.resolve("spikes.csv"), bytes);
            SceneFiles.open(OF_FILES, folder);
        });
    }

    private void sources() throws IOException {
        Files.writeString(folder.resolve("cell.swc"), "1 1 0 0 0 8 -1\n2 4 0 8 0 2 1\n3 4 0 208 0 2 2\n");
        Files.writeString(folder.resolve("v.csv"), "time_ms,0:1:0.25,0:1:0.75\n0,-70,-70\n0.1,-69,-60\n0.2,0,-50\n");
        Files.writeString(folder.resolve("spikes.csv"), "time_ms,node_id\n0.1,0\n0.2,0\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
