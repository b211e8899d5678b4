package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.agents.chat.Conversation;
import io.brainwright.studio.Platform;
import io.brainwright.studio.WebDoor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page Scene in a real browser: words change the scene, movies are drawn, and browser and renderer show and sound the same. */
@Timeout(600)
class SceneInBrowserTest {
    private static final String WORDS =
            "Take 20 neurons from a 120 um wide column of rat S1Tr, stimulate layer 4 at 3 ms and show me the activity for 12 ms";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    /** Below it the camera, a colour, the light or the moment would differ; the browser casts no shadows. */
    private static final double CELLS_ALIKE = 0.88;

    @TempDir
    static Path workspace;

    private static Platform platform;
    private static Tab tab;
    private static String page = "";

    @BeforeAll
    static void open() {
        tab = new Tab(1300, 900);
        platform = Platform.start(workspace, 0, 0, WebDoor.loopback(0));
        Study.run(platform, workspace, WORDS);
        page = "http://127.0.0.1:%d/scene".formatted(platform.webPort());
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
    void aSentenceEditsTheSceneAndUndoTakesItBack() {
        look();
        var before = tab.text("return document.querySelector('#scene-text').value");
        assertThat(before).contains("20 neurons of rat S1Tr, layer 4 stimulated");
        say("Colour by layer, hide axons, slow down to 1000x while the spike climbs the apical dendrite, orbit once");
        tab.await("the thumbnail", "return document.querySelector('.scene-edit .look img')?.naturalWidth === 640");
        var after = tab.text("return document.querySelector('#scene-text').value");
        assertThat(after).contains("\"column\": \"layer\"", "\"warp\"", "\"azimuth\": 360");
        assertThat(tab.text("return document.querySelector('.scene-edit .diff').textContent"))
                .contains("+ /layers/0/parts: [\"soma\",\"basal\",\"apical\"]");
        assertThat(tab.text("return document.querySelector('.seen').textContent"))
                .contains("cells", "Pixels");
        tab.js("document.querySelector('#scene-words').closest('form').querySelector('[type=button]').click()");
        tab.await("the way back", "return !document.querySelector('.scene-edit')");
        assertThat(tab.js("return JSON.stringify(JSON.parse(document.querySelector('#scene-text').value))"))
                .isEqualTo(tab.js("return JSON.stringify(" + before + ")"));
        say("make it groovy");
        tab.await(
                "the refusal",
                "return document.querySelector('#scene-state .problem')?.textContent.includes('make it groovy')");
    }

    @Test
    void theTalkChangesTheSceneToo() {
        var answer = platform.part(Conversation.class).ask("Färbe nach Schicht und blende die Axone aus");
        var edit = Objects.requireNonNull(answer.scene());
        assertThat(edit.scene().at("/layers/0/parts").toString()).doesNotContain("axon");
        assertThat(Objects.requireNonNull(edit.look()).cells_seen()).isGreaterThan(10);
        assertThat(workspace.resolve("scenes/look.png")).isNotEmptyFile();
        var undone = platform.part(Conversation.class).ask("undo");
        assertThat(Objects.requireNonNull(undone.scene())
                        .scene()
                        .at("/layers/0")
                        .has("parts"))
                .isFalse();
    }

    @Test
    void aMovieGoesThroughTheQueueAndIsPlayed() {
        look();
        askForAMovie("Small");
        tab.await("the movie", "return document.querySelector('[data-movie][data-state=DONE]') !== null");
        assertThat(tab.text("return document.querySelector('[data-movie]').textContent"))
                .contains("18 of 18 frames");
        tab.js("[...document.querySelectorAll('[data-movie] button')].find((b) => b.textContent === 'Play').click()");
        tab.await(
                "the player",
                "const v = document.querySelector('video'); return Boolean(v && (v.readyState >= 1 || v.error))");
        var id = tab.text("return document.querySelector('[data-movie]').dataset.movie");
        assertThat(workspace.resolve("renders/" + id + "/movie.mp4")).isNotEmptyFile();
    }

    @Test
    void whereFfmpegFailsTheFramesAreKeptAndOffered() throws IOException {
        look();
        System.setProperty("brainwright.ffmpeg", "/bin/false");
        try {
            askForAMovie("Broken");
            tab.await(
                    "the end of the movie",
                    "return document.querySelector('[data-movie][data-state=FAILED]') !== null");
        } finally {
            System.clearProperty("brainwright.ffmpeg");
        }
        assertThat(tab.text("return document.querySelector('[data-movie][data-state=FAILED]').textContent"))
                .contains("ffmpeg could not write", "All 18 frames are drawn and kept");
        var zip = tab.async("""
                const link = document.querySelector('[data-state=FAILED] a[href$="/frames"]');
                const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
                return { bytes: btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join('')) };""");
        int frames = 0;
        try (var files = new ZipInputStream(new ByteArrayInputStream(
                Base64.getDecoder().decode((String) Objects.requireNonNull(zip.get("bytes")))))) {
            for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().endsWith(".png")) {
                    assertThat(ImageIO.read(files).getWidth()).isEqualTo(160);
                    frames++;
                }
            }
        }
        assertThat(frames).isEqualTo(18);
        tab.js(
                "[...document.querySelectorAll('[data-state=FAILED] button')].find((b) => b.textContent === 'Resume').click()");
        tab.await(
                "the movie",
                "return document.querySelector('[data-movie][data-state=FAILED]') === null"
                        + " && [...document.querySelectorAll('[data-movie][data-state=DONE]')].some((m) => m.textContent.includes('Broken'))");
    }

    private static void askForAMovie(String title) {
        tab.driver().executeScript("""
                const area = document.querySelector('#scene-text'), scene = JSON.parse(area.value);
                scene.size = [160, 90]; scene.title = arguments[0]; scene.output = {quality: 'draft'};
                scene.time = {sim: ['3 ms', '6 ms'], slowdown: 200, fps: 30};
                area.value = JSON.stringify(scene);
                [...document.querySelectorAll('button')].find((b) => b.textContent === 'Make the movie').click();""", title);
    }

    @Test
    void theFirstPictureShowsWhenMostCellsFire() {
        look();
        double shown = tab.number("return bw.app.time.t_ms");
        var spikes = numbers(Objects.requireNonNull((tab.map("return bw.viewer.circuit.spikes")).get("t_ms")));
        long about = spikes.stream().filter(t -> Math.abs(t - shown) <= 1).count();
        assertThat(about).isPositive();
        assertThat(spikes)
                .allSatisfy(t -> assertThat(spikes.stream()
                                .filter(u -> u >= t && u <= t + 1)
                                .count())
                        .isLessThanOrEqualTo(about));
        var look = tab.async("""
                const scene = JSON.parse(document.querySelector('#scene-text').value);
                return bw.app.api('/api/scene-look', { json: { scene } });""");
        assertThat(((Number) Objects.requireNonNull(
                                ((Map<?, ?>) Objects.requireNonNull(look.get("seen"))).get("time_ms")))
                        .doubleValue())
                .isCloseTo(shown, within(0.2));
    }

    @Test
    void theBrowserSoundsWhatTheMovieSounds() {
        look();
        var found = tab.async("""
                const v = bw.viewer;
                v.listen(true);
                await v.sound.ready;
                const events = v.sound.events;
                v.app.time.set({ t_ms: events[0].time_ms - 2, slowdown: 200, playing: true });
                for (let waited = 0; v.sound.onsets.length === 0 && waited < 600; waited++) {
                    await new Promise((r) => setTimeout(r, 100));
                }
                const { onsets } = v.sound;
                v.app.time.set({ playing: false });
                v.listen(false);
                return { onsets, events };""");
        var onsets = (List<?>) Objects.requireNonNull(found.get("onsets"));
        assertThat(onsets).isNotEmpty();
        for (var one : onsets) {
            var onset = numbers(one);
            double expected_s = onset.get(3) + (onset.get(0) - onset.get(2)) * 200 / 1000;
            assertThat(onset.get(1)).as("spike at %s ms", onset.get(0)).isCloseTo(expected_s, within(1e-3));
        }
        var events = (List<?>) Objects.requireNonNull(found.get("events"));
        assertThat(events).allSatisfy(e -> {
            var event = (Map<?, ?>) e;
            assertThat(((Number) Objects.requireNonNull(event.get("pan"))).doubleValue())
                    .isBetween(-1.0, 1.0);
            assertThat(((Number) Objects.requireNonNull(event.get("pitch_Hz"))).doubleValue())
                    .isBetween(109.0, 900.0);
        });
    }

    @Test
    void browserAndRendererShowTheSame() throws IOException {
        look();
        var png = tab.async("""
                const scene = JSON.parse(document.querySelector('#scene-text').value);
                const v = bw.viewer;
                document.documentElement.dataset.theme = 'dark';
                v.dress();
                const b = v.stage.bounds;
                scene.size = [640, 360];
                scene.overlays = [];
                scene.layers = scene.layers.slice(0, 1);
                scene.layers[0].parts = ['soma', 'basal', 'apical'];
                delete scene.layers[0].glow;
                scene.camera = { fov: 36, target: 'column.soma', keys: [{ t: 0, orbit: { azimuth: 20, elevation: 5, distance_um: 1.4 * (b.max.y - b.min.y) / 2 / Math.tan(Math.PI / 10) } }] };
                const { play } = await import('/js/view3d/scenefile.js');
                v.stage.stats.still = true;
                v.stage.resize(640, 360);
                await play(v, scene);
                await v.show({ glow: false });
                const sim = scene.time.sim.map((t) => parseFloat(t)), share = 0.4;
                const answer = await v.app.api('/api/scene-look', { json: { scene, share } });
                v.app.time.set({ t_ms: answer.seen.time_ms, playing: false });
                for (let i = 0; i < 100 && Math.abs(v.stats.shown_ms - answer.seen.time_ms) > 1e-6; i++) await new Promise((r) => setTimeout(r, 100));
                await new Promise((r) => setTimeout(r, 3000));
                v.stage.resize(640, 360);
                v.stage.draw();
                const canvas = document.createElement('canvas');
                canvas.width = 640; canvas.height = 360;
                canvas.getContext('2d').drawImage(v.stage.renderer.domElement, 0, 0, 640, 360);
                return { browser: canvas.toDataURL('image/png').split(',')[1], server: answer.png };""");
        var ours = image(Objects.requireNonNull(png.get("browser")));
        var theirs = image(Objects.requireNonNull(png.get("server")));
        keep(ours, "browser.png");
        keep(theirs, "server.png");
        double same = Similarity.ssim(ours, theirs);
        double cells = Similarity.ssim(ours.getSubimage(260, 40, 120, 280), theirs.getSubimage(260, 40, 120, 280));
        System.out.printf("browser and renderer: SSIM %.3f, about the cells alone %.3f%n", same, cells);
        assertThat(ours.getWidth()).isEqualTo(WIDTH);
        assertThat(theirs.getHeight()).isEqualTo(HEIGHT);
        assertThat(same).isGreaterThanOrEqualTo(0.95);
        assertThat(cells).as("where the cells are").isGreaterThanOrEqualTo(CELLS_ALIKE);
    }

    private static void keep(BufferedImage image, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "pictures"));
        assertThat(ImageIO.write(image, "png", folder.resolve(name).toFile())).isTrue();
    }

    private static BufferedImage image(Object base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode((String) base64)));
    }

    private static void say(String words) {
        tab.driver()
                .executeScript(
                        "const i = document.querySelector('#scene-words'); i.value = arguments[0]; i.closest('form').requestSubmit()",
                        words);
    }

    private static void look() {
        tab.go(page);
        tab.await(
                "the picture and the scene",
                "return Boolean(window.bw && bw.stats.ready && bw.viewer && bw.stats.pictures > 0 && document.querySelector('#scene-text')?.value)");
        tab.await("the check", "return document.querySelector('#scene-state')?.textContent.includes('valid')");
    }

    private static List<Double> numbers(Object list) {
        return ((List<?>) list).stream().map(v -> ((Number) v).doubleValue()).toList();
    }
}
