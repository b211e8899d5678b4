package io.brainwright.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.scenefile.SceneReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A cell with one apical dendrite of 400 um, a pulse that climbs it at 100 um/ms, drawn, filmed and heard. */
class SceneFilesTest {
    private static final int COMPARTMENTS = 20;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("cell.swc"), "1 1 0 0 0 8 -1\n2 4 0 8 0 2 1\n3 4 0 208 0 2 2\n4 4 0 408 0 2 3\n");
        var csv = new StringBuilder("time_ms");
        for (int c = 0; c < COMPARTMENTS; c++) {
            csv.append(",0:1:").append((c + 0.5) / COMPARTMENTS);
        }
        for (int f = 0; f <= 50; f++) {
            double t = f * 0.1;
            csv.append("\n").append(t);
            for (int c = 0; c < COMPARTMENTS; c++) {
                double arrives = 20.0 * c / 100;
                csv.append(",").append(Math.abs(t - arrives) < 0.5 ? 30 : -72);
            }
        }
        Files.writeString(folder.resolve("v.csv"), csv + "\n");
        Files.writeString(folder.resolve("spikes.csv"), "time_ms,node_id\n1,0\n2.5,1\n4,0\n");
    }

    @Test
    void thePulseIsBelowAtFirstAndAboveLater() {
        var film = open(scene()).film();
        assertThat(centreOfWarmth(film.apply(12))).isGreaterThan(centreOfWarmth(film.apply(90)) + 20);
    }

    @Test
    void aFrameIsTheSameAloneAndInTheMovie() {
        var alone = open(scene()).frame(40);
        var among = open(scene()).film().apply(40);
        assertThat(pixels(alone)).isEqualTo(pixels(among));
    }

    @Test
    void onsetsAreSpikeTimesTimesSlowDownAndTheSideIsThatOfTheSoma() {
        var film = open(scene());
        var events = JsonMapper.shared()
                .readTree(Objects.requireNonNull(film.events()))
                .path("events");
        assertThat(events.size()).isEqualTo(3);
        double[] expected_s = {1.0, 2.0 + 0.5 * 0.5, 2.0 + 2 * 0.5};
        var wav = Objects.requireNonNull(film.wav());
        for (int i = 0; i < 3; i++) {
            assertThat(events.get(i).path("onset_s").asDouble()).isCloseTo(expected_s[i], within(1e-9));
            double pan = events.get(i).path("pan").asDouble();
            assertThat(Math.signum(pan)).isEqualTo(events.get(i).path("node_id").asLong() == 0 ? -1.0 : 1.0);
            int at = (int) Math.rint(expected_s[i] * 44_100);
            double before = jump(wav, at - 44);
            double on = 0;
            for (int s = at - 44; s <= at + 44; s++) {
                on = Math.max(on, jump(wav, s));
            }
            assertThat(on).as("a click begins within 1 ms").isGreaterThan(8 * Math.max(before, 1));
        }
    }

    @Test
    void theNamesOfTheLayersLeaveTheTitleAlone() {
        var sizes = List.of("640, 360", "160, 120", "1280, 720");
        for (var size : sizes) {
            var bare = overlaid(size, "[]", "");
            var titled = overlaid(size, "[{\"type\": \"title\"}, {\"type\": \"colorbar\"}]", "");
            var both = overlaid(
                    size,
                    "[{\"type\": \"title\"}, {\"type\": \"colorbar\"}]",
                    ", {\"id\": \"l\", \"type\": \"atlas-region\"}");
            int written = 0;
            int drawn = 0;
            for (int i = 0; i < bare.length; i++) {
                boolean title = titled[i] != bare[i];
                boolean layer = both[i] != titled[i];
                assertThat(title && layer).as("pixel %d of %s is both", i, size).isFalse();
                written += title ? 1 : 0;
                drawn += layer ? 1 : 0;
            }
            assertThat(written).isPositive();
            assertThat(drawn).isPositive();
        }
    }

    private int[] overlaid(String size, String overlays, String layer) {
        var text = scene().replace("160, 120", size)
                .replace("\"position_um\": [-60, 0, 0]", "\"layer\": 5, \"position_um\": [-60, 0, 0]")
                .replace("\"position_um\": [60, 0, 0]", "\"layer\": 4, \"position_um\": [60, 300, 0]")
                .replace("[{\"type\": \"trace\", \"probes\": [{\"section\": \"apical\"}]}]", overlays)
                .replace("\"glow\": {}}]", "\"glow\": {}}" + layer + "]")
                .replace("{\"version\": \"1.0\",", "{\"version\": \"1.0\", \"title\": \"A title of some length\",");
        return pixels(open(text).frame(0));
    }

    @Test
    void whoeverPlaysTheEventsHasTheVoicesOfTheMovie() {
        var voiced = scene().replace("\"click\", \"timbre\": \"one\"", "\"pluck\"");
        var score =
                JsonMapper.shared().readTree(Objects.requireNonNull(open(voiced).events()));
        assertThat(score.path("events").get(0).path("timbre").asString()).isEqualTo("pluck");
        assertThat(score.path("events").get(1).path("timbre").asString())
                .as("an inhibitory cell")
                .isEqualTo("bell");
        score.path("events").forEach(e -> {
            var voice = score.path("voices").path(e.path("timbre").asString());
            assertThat(voice.path("partials").size())
                    .isEqualTo(voice.path("loudness").size())
                    .isPositive();
            assertThat(voice.path("decay_per_s").asDouble()).isPositive();
        });
    }

    @Test
    void aMovieHasItsFramesAndItsSound() throws IOException {
        var film = open(scene());
        var out = folder.resolve("m.mp4");
        SceneFiles.movie(scene(), 12, film.film()::apply, film.wav(), out, _ -> {});
        assertThat(Files.size(out)).isGreaterThan(2000);
        assertThat(new String(Files.readAllBytes(out), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("ftyp", "avc1", "mp4a");
        assertThat(folder.resolve("m.mp4.frames")).doesNotExist();
    }

    @Test
    void whereFfmpegFailsTheFramesAreKept() {
        var film = open(scene());
        var out = folder.resolve("m.mp4");
        assertThatThrownBy(() -> SceneFiles.movie(
                        List.of("false"), SceneReader.read(scene()), 3, film.film()::apply, null, out, _ -> {}))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.reason()).isEqualTo("MOVIE_NOT_ENCODED");
                    assertThat(p.sentence()).contains("m.mp4.frames");
                });
        assertThat(folder.resolve("m.mp4.frames/frame-000002.png")).exists();
        assertThat(out).doesNotExist();
    }

    @Test
    void badScenesAreToldWithWhatWouldBeRight() throws IOException {
        refused(scene().replace("\"0 ms\", \"5 ms\"", "\"1 ms\", \"1 ms\""), "ZERO_FRAMES");
        refused(scene().replace("\"section\": \"apical\"", "\"section\": \"soma\""), "CELL_NOT_RECORDED");
        refused(scene().replace("\"apical\"}", "\"apical\", \"node_id\": 7}"), "CELL_NOT_RECORDED");
        Files.writeString(folder.resolve("v.csv"), "time_ms,0:1:0.5\n0,1,2\n");
        refused(scene(), "REPORT_DOES_NOT_FIT");
        Files.writeString(folder.resolve("v.csv"), "time_ms,9:1:0.5\n0,1\n");
        refused(scene(), "REPORT_DOES_NOT_FIT");
    }

    private void refused(String scene, String reason) {
        assertThatThrownBy(() -> open(scene).frame(0))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo(reason));
    }

    private FileScene open(String scene) {
        return SceneFiles.open(scene, folder);
    }

    private static String scene() {
        return """
                {"version": "1.0", "size": [160, 120],
                 "sources": {"cell": {"kind": "morphologies", "cells": [{"file": "cell.swc", "position_um": [-60, 0, 0]},
                                                                         {"file": "cell.swc", "position_um": [60, 0, 0], "synapse_class": "INH"}]},
                   "vm": {"kind": "compartment-report", "uri": "file:v.csv"}, "spikes": {"kind": "spikes", "uri": "file:spikes.csv"}},
                 "time": {"sim": ["0 ms", "5 ms"], "slowdown": 1000, "fps": 30, "warp": [{"at": "2 ms", "slowdown": 500}]},
                 "layers": [{"id": "c", "type": "morphology", "source": "cell", "color": {"by": "report", "source": "vm"}, "glow": {}}],
                 "overlays": [{"type": "trace", "probes": [{"section": "apical"}]}],
                 "audio": {"source": "spikes", "synth": "click", "timbre": "one"}}
                """;
    }

    /** Row about which red outshines blue, from the top. */
    private static double centreOfWarmth(BufferedImage image) {
        double sum = 0;
        double weight = 0;
        for (int y = 0; y < image.getHeight() * 3 / 4; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                double warm = Math.max(0, (rgb >> 16 & 255) - 60);
                sum += warm * y;
                weight += warm;
            }
        }
        return sum / weight;
    }

    private static double jump(byte[] wav, int sample) {
        var b = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int at = 44 + 4 * sample;
        return Math.abs(b.getShort(at) - b.getShort(at - 4)) + Math.abs(b.getShort(at + 2) - b.getShort(at - 2));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void bytesThatAreNoTextAreAFaultOfTheirLine() throws IOException {
        Files.write(folder.resolve("spikes.csv"), new byte[] {'t', ',', 'n', '\n', (byte) 0xff, ',', '0', '\n'});
        assertThatThrownBy(() -> open(scene()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("line 2"));
    }
}
