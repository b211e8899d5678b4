package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.studio.Platform;
import io.brainwright.studio.WebDoor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a simulated circuit in a real browser. */
@Timeout(600)
class CircuitInBrowserTest {
    private static final String WORDS =
            "Take 20 neurons from a 120 um wide column of rat S1Tr, stimulate layer 4 at 3 ms and show me the activity for 12 ms";

    @TempDir
    static Path workspace;

    private static Platform platform;
    private static Tab tab;
    private static Study study;
    private static String page = "";

    @BeforeAll
    static void open() {
        tab = new Tab(1200, 860);
        platform = Platform.start(workspace, 0, 0, WebDoor.loopback(0));
        study = Study.run(platform, workspace, WORDS);
        page = "http://127.0.0.1:%d/circuit".formatted(platform.webPort());
        tab.look(page);
    }

    @AfterAll
    static void close() {
        if (tab != null) {
            tab.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void theFirstPictureCountsWhatItDraws() {
        tab.look(page);
        var stats = tab.map("return bw.stats");
        System.out.printf("20 cells: first picture after %s ms, %s%n", stats.get("first_frame_ms"), stats);
        assertThat(number(stats, "drawCalls")).isBetween(1.0, 60.0);
        assertThat(number(stats, "capsules")).isGreaterThan(1000);
        assertThat(number(stats, "vertices")).isEqualTo(4 * number(stats, "capsules"));
        assertThat(number(stats, "bytes")).isGreaterThan(10_000);
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void fireClimbsTheDendriteWithTime() {
        tab.look(page + "#cell=" + firstToFire() + "&axons=0&glow=0");
        tab.js(
                "return bw.viewer.show({only: [bw.viewer.picked.cell]}).then(() => bw.viewer.frame(bw.viewer.picked.cell))");
        tab.js("return bw.viewer.choose(null)");
        double spike_ms = tab.number("return bw.viewer.circuit.spikes.t_ms[0]");
        var rest = fire(spike_ms - 2);
        var early = fire(spike_ms + 0.2);
        var late = fire(spike_ms + 1.6);
        System.out.printf(
                "burning pixels, mean distance from the soma in px: rest %s, early %s, late %s%n", rest, early, late);
        assertThat(rest.get(0)).isLessThan(8);
        assertThat(early.get(0)).isGreaterThan(20);
        assertThat(late.get(1)).as("fire is farther from the soma later").isGreaterThan(early.get(1));
    }

    @Test
    void aClickOnASomaPicksItsCell() {
        tab.look(page);
        var answer = tab.list("""
                const v = bw.viewer;
                return v.show({axons: false, only: [3]}).then(() => {
                  v.frame(3);
                  v.stage.draw();
                  const { x, y, z } = v.circuit.cells;
                  const at = v.project(v.stage.controls.target.clone().set(x[3], y[3], z[3]));
                  return v.pick(at.x, at.y).then((p) => [p.cell, p.type, p.section, v.app.selection.node_id, v.voltage()]);
                });""");
        assertThat(((Number) answer.get(0)).intValue()).isEqualTo(3);
        assertThat(answer.get(1)).isEqualTo("soma");
        assertThat(((Number) answer.get(3)).longValue()).isEqualTo(3);
        assertThat(((Number) answer.get(4)).doubleValue()).isBetween(-95.0, 60.0);
        tab.js("return bw.viewer.show({axons: true, only: []})");
    }

    @Test
    void aLinkShowsWhatItsSenderSaw() {
        tab.look(page);
        tab.js("""
                const v = bw.viewer;
                v.app.time.set({t_ms: 4.5, slowdown: 100});
                v.stage.camera.position.set(100, 200, 900);
                v.stage.controls.target.set(10, 20, 30);
                v.stage.controls.update();
                return v.pickCell(5).then(() => v.show({colour: 'layer', axons: false, hide: ['2']}));""");
        var link = tab.text("return import('/js/view3d/link.js').then((m) => m.writeLink(m.seenBy(bw.viewer)))");
        tab.look(page + link);
        var seen = tab.map("return import('/js/view3d/link.js').then((m) => m.seenBy(bw.viewer))");
        assertThat(seen.get("colour")).isEqualTo("layer");
        assertThat(seen.get("axons")).isEqualTo(false);
        assertThat(seen.get("hide")).isEqualTo(List.of("2"));
        assertThat(number(seen, "cell")).isEqualTo(5);
        assertThat(number(seen, "t")).isEqualTo(4.5, within(0.01));
        assertThat(((Number) ((List<?>) Objects.requireNonNull(seen.get("eye"))).get(2)).doubleValue())
                .isEqualTo(900, within(2.0));
    }

    @Test
    void aBrowserWithoutWebGl2SeesPicturesOfTheServer() {
        tab.go(page + "?nowebgl=1");
        tab.await(
                "the still",
                "const i = document.querySelector('.v3d-still img'); return Boolean(i && i.complete && i.naturalWidth > 0)");
        assertThat(tab.text("return document.querySelector('bw-panel-scene').textContent"))
                .contains("WebGL 2");
    }

    @Test
    void theStreamIsWithinItsBudgetAndAMisfitIsAProblem() throws Exception {
        tab.look(page);
        var run = tab.text("return bw.viewer.circuit.id");
        var client = HttpClient.newHttpClient();
        var root = "http://127.0.0.1:%d/api/view/%s/".formatted(platform.webPort(), run);
        long sent = 0;
        long blocks = 0;
        for (int block = 0; ; block++) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(root + "voltage/0/" + block))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 404) {
                assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                        .contains("FRAMES_NOT_FOUND");
                break;
            }
            assertThat(answer.headers().firstValue("ETag")).isPresent();
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
            sent += answer.body().length;
            blocks++;
        }
        double values = number(tab.map("return bw.viewer.circuit.index.voltage"), "compartments")
                * number(tab.map("return bw.viewer.circuit.index.voltage"), "frames");
        double perSecond = sent / values * 1000 * 300 * 30;
        System.out.printf(
                "a real run: %d blocks, %.4f B per value, %.2f MB/s for 1,000 cells%n",
                blocks, sent / values, perSecond / 1e6);
        assertThat(perSecond).isLessThan(2e6);
    }

    @Test
    void theSoundOfARunIsItsSpikesInPlaceAndTime() throws Exception {
        tab.look(page);
        var run = tab.text("return bw.viewer.circuit.id");
        var sound = JsonMapper.shared().readTree(got(run + "/sound.json").body());
        var spikes = tab.list("return bw.viewer.circuit.spikes.t_ms").stream()
                .map(t -> ((Number) t).doubleValue())
                .toList();
        assertThat(sound.path("events").valueStream().map(e -> e.path("time_ms").asDouble()))
                .containsExactlyInAnyOrderElementsOf(spikes);
        assertThat(sound.path("events").valueStream()).allSatisfy(e -> {
            assertThat(e.path("pan").asDouble()).isBetween(-1.0, 1.0);
            assertThat(e.path("pitch_Hz").asDouble()).isBetween(40.0, 5000.0);
            assertThat(sound.path("voices").has(e.path("timbre").asString())).isTrue();
        });
    }

    @Test
    void whereNothingWasSimulatedThereIsNoSoundAndTheAnswerSaysWhy() throws Exception {
        var answer = got(study.dataset("placement") + "/sound.json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was simulated here", "simulate first");
        assertThat(got("0".repeat(64) + "/sound.json").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> got(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:%d/api/view/%s".formatted(platform.webPort(), path)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** How many pixels burn, and how far they are from the soma in the mean. */
    private static List<Double> fire(double t_ms) {
        tab.js("bw.app.time.set({t_ms: " + t_ms + "})");
        tab.await("the moment", "return Math.abs(bw.stats.shown_ms - " + t_ms + ") < 1e-6");
        var found = tab.list("""
                const v = bw.viewer;
                v.stage.stats.still = true;
                v.stage.draw();
                const canvas = document.createElement('canvas');
                const { width, height } = v.stage.size;
                canvas.width = width; canvas.height = height;
                const pen = canvas.getContext('2d');
                pen.drawImage(v.stage.renderer.domElement, 0, 0, width, height);
                const pixels = pen.getImageData(0, 0, width, height).data;
                const cell = v.look.only[0];
                const { x, y, z } = v.circuit.cells;
                const soma = v.project(v.stage.controls.target.clone().set(x[cell], y[cell], z[cell]));
                let n = 0, sum = 0;
                for (let i = 0; i < pixels.length; i += 4) {
                  if (pixels[i] > 120 && pixels[i] > pixels[i + 2] + 40) {
                    n++;
                    sum += Math.hypot((i / 4) % width - soma.x, Math.floor(i / 4 / width) - soma.y);
                  }
                }
                return [n, n ? sum / n : 0];""");
        return found.stream().map(v -> ((Number) v).doubleValue()).toList();
    }

    private static int firstToFire() {
        return (int) tab.number("return bw.viewer.circuit.spikes.cell[0]");
    }

    private static double number(Map<?, ?> values, String name) {
        return ((Number) java.util.Objects.requireNonNull(values.get(name), name)).doubleValue();
    }
}
