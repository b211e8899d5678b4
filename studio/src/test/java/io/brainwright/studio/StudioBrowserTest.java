package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.studio.view.Tab;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The studio in a real browser: asked, approved, run, looked at. */
class StudioBrowserTest {
    private static final String REQUEST =
            "Take 20 neurons from a 60 um wide column of rat S1HL, stimulate layer 4 at 5 ms and show me the activity for 20 ms";

    @TempDir
    static Path workspace = Path.of("");

    private static Platform platform;
    private static Tab tab;

    @BeforeAll
    static void open() {
        tab = new Tab(1280, 900);
        platform = Platform.start(workspace, 0, 0, WebDoor.loopback(0));
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
    void aRequestIsAskedApprovedRunAndLookedAt() {
        go("/plan");
        var field = tab.await("the field for words", "return document.querySelector('#ask-words')");
        assertThat(field).isNotNull();
        tab.driver().findElement(By.id("ask-words")).sendKeys(REQUEST, Keys.ENTER);
        tab.await("the approval", "return document.querySelector('[data-approve]:not([disabled])')");
        tab.driver().findElement(By.cssSelector("[data-approve]")).click();
        tab.await("the findings", "return document.querySelector('.run[data-status=DONE] .findings')");
        assertThat(tab.driver().findElement(By.cssSelector(".findings")).getText())
                .contains("L4");
        tab.await(
                "the pictures",
                "return [...document.querySelectorAll('.findings img')].some(i => i.naturalWidth > 100)");

        tab.driver()
                .findElement(By.cssSelector(".findings a[href^='/experiment/']"))
                .click();
        tab.await("spikes in the raster", "return window.bw.stats.raster_spikes > 0");
        assertThat(colours("canvas.dots")).isGreaterThan(2);
        tab.await("two plots over time", "return document.querySelectorAll('.uplot canvas').length >= 2");

        tab.js("const c = document.querySelector('canvas.dots').getBoundingClientRect();"
                + "document.querySelector('.plot.raster').dispatchEvent(new MouseEvent('click', {bubbles: true,"
                + " clientX: c.left + c.width / 2, clientY: c.top + c.height / 2}));");
        assertThat(tab.number("return window.bw.app.time.t_ms")).isBetween(5.0, 15.0);

        voltageMovesAlongANeurite();
        for (var page : List.of("/atlas/S1HL", "/notebook", "/library", "/scene", "/circuit")) {
            go(page);
            tab.await(page, "return document.querySelectorAll('.panel > .body > *').length > 0");
            tab.await("no loading on " + page, "return !document.querySelector('.loading')");
            assertThat(tab.list("return [...document.querySelectorAll('main .problem')].map(p => p.textContent)"))
                    .as(page)
                    .isEmpty();
            assertThat(tab.complaints()).as(page).isEmpty();
        }
        go("/atlas");
        tab.await("dots for cells", "return window.bw.stats.cell_dots === 20");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void thePageSaysWhatItIsToAScreenReaderAndToAKeyboard() {
        go("/plan");
        tab.await("the page", "return document.querySelector('main h1')");
        assertThat(tab.js("return document.querySelectorAll('main, nav[aria-label], [aria-live]').length"))
                .isEqualTo(3L);
        tab.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
        assertThat(tab.js("return document.activeElement.className")).isEqualTo("skip");
        tab.js("document.activeElement.blur()");
        tab.driver().findElement(By.tagName("body")).sendKeys("g", "n");
        tab.await(
                "the notebook by keyboard",
                "return location.pathname === '/notebook' && document.querySelector('h1').textContent === 'Notebook'");
    }

    /** Colours of the pixels under the middles of the capsules of one dendrite of the cell that fires first, before and after the spike. */
    private static void voltageMovesAlongANeurite() {
        tab.look(address("/circuit?theme=dark"));
        var changed = tab.async("""
                const v = bw.viewer;
                const cell = v.circuit.spikes.cell[0], spike_ms = Math.min(...v.circuit.spikes.t_ms);
                v.stage.stats.still = true;
                await v.show({ only: [cell], axons: false, glow: false });
                v.frame(cell);
                let before = '';
                for (let same = 0, k = 0; same < 3 && k < 120; k++) { // finer shapes come once they are asked for
                  v.stage.draw();
                  await new Promise((r) => setTimeout(r, 500));
                  const now = v.stage.levels.shown.map((m) => (m ? m.data.count : 0)).join();
                  same = now === before && v.stage.levels.coming.size === 0 ? same + 1 : 0;
                  before = now;
                }
                const probes = [];
                for (const mesh of v.stage.levels.shown) {
                  const span = mesh && mesh.data.cells[cell - mesh.number * v.circuit.index.cells_per_group];
                  for (let i = span ? span.first : 0; span && i < span.first + span.count; i++) {
                    const word = mesh.word(i);
                    if (word >>> 31 === 0 && v.circuit.type(word) >= 2) probes.push({ section: v.circuit.section(word), place: v.circuit.place(word), at: mesh.middle(i) });
                  }
                }
                const sizes = new Map();
                for (const p of probes) sizes.set(p.section, (sizes.get(p.section) || 0) + 1);
                const longest = [...sizes].sort((a, b) => b[1] - a[1])[0][0];
                const along = probes.filter((p) => p.section === longest).sort((a, b) => a.place - b.place);
                const canvas = document.createElement('canvas');
                const pen = canvas.getContext('2d', { willReadFrequently: true });
                const colours = async (t_ms) => {
                  v.app.time.set({ t_ms, playing: false });
                  for (let k = 0; k < 200 && Math.abs(v.stats.shown_ms - t_ms) > 1e-6; k++) await new Promise((r) => setTimeout(r, 50));
                  v.stage.draw();
                  const { width, height } = v.stage.size;
                  Object.assign(canvas, { width, height });
                  pen.drawImage(v.stage.renderer.domElement, 0, 0, width, height);
                  return along.map((p) => { const { x, y } = v.project(p.at); return [...pen.getImageData(Math.round(x), Math.round(y), 1, 1).data]; });
                };
                const rest = await colours(spike_ms - 1.5);
                const later = [];
                for (const after_ms of [0.5, 1, 2, 3]) later.push(await colours(spike_ms + after_ms));
                const reddest = rest.map((_, i) => Math.max(...later.map((moment) => moment[i][0])));
                return { probes: along.length, redder: rest.filter((c, i) => reddest[i] > c[0] + 24).length };""");
        System.out.println("probes along one dendrite: " + changed);
        int probes = ((Number) Objects.requireNonNull(changed.get("probes"))).intValue();
        assertThat(probes).isGreaterThan(3);
        assertThat(((Number) Objects.requireNonNull(changed.get("redder"))).intValue())
                .isGreaterThan(probes / 3);
    }

    private static String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(platform.webPort(), path);
    }

    private static void go(String path) {
        tab.driver().get(address(path));
    }

    private static long colours(String canvas) {
        return (long) tab.number("const c = document.querySelector('" + canvas + "');"
                + "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; const s = new Set();"
                + "for (let i = 0; i < d.length; i += 4) if (d[i + 3] === 255) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);"
                + "return s.size");
    }
}
