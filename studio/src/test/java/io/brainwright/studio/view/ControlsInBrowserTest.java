package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.studio.Platform;
import io.brainwright.studio.WebDoor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** What can be done in the 3D view, done in a real browser: cuts, flying, dots, colours, synapses, pathways, glow. */
@Timeout(900)
class ControlsInBrowserTest {
    private static final String WORDS =
            "Take 20 neurons from a 120 um wide column of rat S1Tr, stimulate layer 4 at 3 ms and show me the activity for 12 ms";
    private static final String CROWD =
            "Take 31,000 neurons from a 700 um wide column of rat S1HL and show me where they stand";

    @TempDir
    static Path workspace = Path.of("");

    private static Platform platform;
    private static Tab tab;
    private static String page = "";
    private static String run = "";

    @BeforeAll
    static void open() {
        tab = new Tab(1200, 860);
        platform = Platform.start(workspace, 0, 0, WebDoor.loopback(0));
        run = Study.run(platform, workspace, WORDS).dataset("sim");
        page = "http://127.0.0.1:%d/circuit".formatted(platform.webPort());
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

    @BeforeEach
    void look() {
        tab.go(page);
        tab.js("localStorage.setItem('bw.theme', 'dark')");
        tab.look(page + "#run=" + run);
        tab.js("bw.viewer.stage.stats.still = true");
    }

    @Test
    void aCutOpensThePictureAndIsMovedTurnedAndTakenAway() {
        tab.js("return bw.viewer.show({axons: false, glow: false, colour: 'type'})");
        double whole = lit();
        button("Cut across y");
        double half = lit();
        assertThat(half).isBetween(0.1 * whole, 0.9 * whole);
        button("Turn cut 1 round");
        assertThat(lit() + half).as("the two halves are the whole").isCloseTo(whole, within(0.08 * whole));
        var slider = "document.querySelector('.cut input')";
        tab.js("const s = %s; s.value = s.max; s.dispatchEvent(new Event('input'))".formatted(slider));
        double far = lit();
        tab.js("const s = %s; s.value = s.min; s.dispatchEvent(new Event('input'))".formatted(slider));
        double near = lit();
        assertThat(Math.max(far, near)).isCloseTo(whole, within(0.02 * whole));
        assertThat(Math.min(far, near)).isLessThan(0.02 * whole);
        button("Remove cut 1");
        assertThat(lit()).isCloseTo(whole, within(0.01 * whole));
    }

    @Test
    void keysCutFacingTheEyeAndALinkKeepsTheCuts() {
        press("c");
        assertThat(tab.number("return bw.viewer.look.cuts.length")).isEqualTo(1);
        var before = tab.number("return bw.viewer.look.cuts[0][3]");
        press(":");
        assertThat(tab.number("return bw.viewer.look.cuts[0][3]")).isGreaterThan(before);
        press(";");
        assertThat(tab.number("return bw.viewer.look.cuts[0][3]")).isCloseTo(before, within(1e-6));
        press("c");
        press("c");
        assertThat(tab.number("return bw.viewer.stage.uniforms.uPlaneCount.value"))
                .isEqualTo(3);
        var link = tab.text("return import('/js/view3d/link.js').then((m) => m.writeLink(m.seenBy(bw.viewer)))");
        press("c");
        assertThat(tab.number("return bw.viewer.look.cuts.length")).isZero();
        tab.look(page + link);
        assertThat(tab.number("return bw.viewer.stage.uniforms.uPlaneCount.value"))
                .isEqualTo(3);
        assertThat(tab.number("return bw.viewer.look.cuts[0][3]")).isCloseTo(before, within(0.1));
    }

    @Test
    void flyingTurnsTheHeadAndHeldKeysMoveTheBody() {
        press("f");
        assertThat(tab.js("return bw.viewer.stage.controls.enabled")).isEqualTo(false);
        var eye = "return bw.viewer.stage.camera.position.toArray()";
        var ahead =
                "return bw.viewer.stage.controls.target.clone().sub(bw.viewer.stage.camera.position).normalize().toArray()";
        var at = tab.list(eye);
        var towards = tab.list(ahead);
        var canvas = tab.driver().findElement(By.cssSelector(".v3d canvas"));
        new Actions(tab.driver())
                .moveToElement(canvas)
                .clickAndHold()
                .moveByOffset(160, 40)
                .release()
                .perform();
        assertThat(distance(tab.list(eye), at)).as("the eye stays").isLessThan(1e-6);
        assertThat(distance(tab.list(ahead), towards)).as("it looks elsewhere").isGreaterThan(0.2);
        var held = new Actions(tab.driver());
        held.keyDown(view(), "w").perform();
        tab.await(
                "the body moves on while the key is held",
                "const p = bw.viewer.stage.camera.position; return Math.hypot(p.x - (%s), p.y - (%s), p.z - (%s)) > 20"
                        .formatted(at.get(0), at.get(1), at.get(2)));
        held.keyUp("w").perform();
        tab.await("rest", "return bw.viewer.stage.fly.held.size === 0");
        press("f");
        assertThat(tab.js("return bw.viewer.stage.controls.enabled")).isEqualTo(true);
    }

    @Test
    void farAwayACellIsADotThatBurnsAndCanBePicked() {
        double spike_ms = tab.number("return bw.viewer.circuit.spikes.t_ms[0]");
        int cell = (int) tab.number("return bw.viewer.circuit.spikes.cell[0]");
        tab.js(
                "const s = bw.viewer.stage; s.camera.position.set(0, 0, 39000); s.controls.target.set(0, 0, 0); s.controls.update()");
        tab.await("dots", "return bw.stats.dots === 20 && bw.stats.capsules === 0");
        moment(spike_ms - 2);
        assertThat(heatAt(cell)).isLessThan(30);
        moment(spike_ms + 0.2);
        assertThat(heatAt(cell)).as("the soma burns").isGreaterThan(60);
        tab.js("return bw.viewer.show({only: [%d]})".formatted(cell));
        assertThat(tab.number("const v = bw.viewer; const {x, y, z} = v.circuit.cells;"
                        + " const p = v.project(v.stage.controls.target.clone().set(x[%1$d], y[%1$d], z[%1$d]));"
                                .formatted(cell)
                        + " return v.pick(p.x, p.y).then((picked) => picked ? picked.cell : -1)"))
                .isEqualTo(cell);
    }

    @Test
    void thirtyOneThousandPlacedCellsAreDotsColouredByLayer() {
        var crowd = Study.run(platform, workspace, CROWD).dataset("placement");
        tab.look(page + "#run=" + crowd + "&colour=layer");
        assertThat(tab.number("return bw.stats.dots")).isEqualTo(31000);
        System.out.printf("31,000 dots: %s%n", tab.map("return bw.stats"));
        assertThat(tab.number("return bw.stats.drawCalls")).isLessThan(40);
        assertThat(tab.number("return bw.viewer.legend.legend.reduce((n, l) => n + l.count, 0)"))
                .isEqualTo(31000);
        assertThat(lit()).isGreaterThan(1000);
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void everyColumnOfTheCellsColoursThem() {
        var columns = tab.list("return [...document.querySelectorAll('.tools select option')].map((o) => o.value)");
        assertThat(columns)
                .hasSizeGreaterThan(6)
                .asString()
                .contains("voltage", "type", "layer", "mtype", "synapse_class");
        for (var column : columns) {
            var found = tab.map("""
                    const v = bw.viewer;
                    const select = document.querySelector('.tools select');
                    select.value = '%s';
                    select.dispatchEvent(new Event('change'));
                    const column = v.circuit.column('%1$s');
                    const colours = new Set();
                    const data = v.stage.textures.cells.image.data;
                    for (let c = 0; c < v.circuit.index.cells; c++) colours.add(data.slice(4 * c, 4 * c + 3).join());
                    return { shown: v.look.colour, values: column ? new Set(column.values).size : 0, colours: colours.size, byColumn: v.stage.uniforms.uByColumn.value };
                    """.formatted(column));
            assertThat(found.get("shown")).isEqualTo(column);
            boolean named = !column.equals("voltage") && !column.equals("type");
            assertThat(found.get("byColumn")).as("%s", column).isEqualTo(named);
            if (named && number(found, "values") > 1) {
                assertThat(number(found, "colours")).as("colours by %s", column).isGreaterThan(1);
            }
        }
    }

    @Test
    void synapsesAndPathwaysAreThoseOfTheWiring() {
        press("y");
        tab.await("synapses", "return bw.viewer.synapses.object.visible && bw.viewer.synapseCount > 0");
        double all = tab.number("return bw.viewer.synapseCount");
        int cell = (int) tab.number("""
                return bw.viewer.circuit.synapses(-1).then((s) => {
                  const n = new Map();
                  s.source.forEach((c) => n.set(c, (n.get(c) || 0) + 1));
                  return [...n].sort((a, b) => b[1] - a[1])[0][0];
                })""");
        tab.js("return bw.viewer.pickCell(%d).then(() => bw.viewer.show({paths: true}))".formatted(cell));
        var reach = tab.map("""
                const v = bw.viewer;
                return v.circuit.synapses(-1).then((s) => {
                  const post = new Set(), pre = new Set();
                  s.source.forEach((c, i) => { if (c === %1$d) post.add(s.target[i]); if (s.target[i] === %1$d && c !== %1$d) pre.add(c); });
                  const data = v.stage.textures.cells.image.data;
                  const dim = [...Array(v.circuit.index.cells).keys()].filter((c) => Math.abs(data[4 * c + 3] - 0.4) < 0.01).length;
                  return { post: post.size, pre: pre.size, told: [v.reach.post.size, v.reach.pre.size], dim, all: s.count,
                    card: document.querySelector('.card').textContent };
                })""".formatted(cell));
        assertThat(number(reach, "all")).isEqualTo(all);
        assertThat(reach.get("told")).isEqualTo(List.of(reach.get("post"), reach.get("pre")));
        assertThat(number(reach, "dim")).isGreaterThan(0);
        assertThat(String.valueOf(reach.get("card"))).contains(reach.get("post") + " cells listen to it");
    }

    @Test
    void glowBrightensWhatBurnsAndIsTurnedOff() {
        moment(tab.number("return bw.viewer.circuit.spikes.t_ms[0]") + 0.3);
        double glowing = brightness();
        press("g");
        assertThat(tab.js("return bw.viewer.look.glow")).isEqualTo(false);
        assertThat(brightness()).isLessThan(glowing);
        press("g");
        assertThat(brightness()).isCloseTo(glowing, within(0.02 * glowing));
    }

    @Test
    void anAxonThatWasNotRecordedSaysSo() {
        var picked = tab.map("""
                const v = bw.viewer;
                const mesh = v.stage.levels.shown.find((m) => m && m.data.count > m.data.body);
                let capsule = mesh.data.body;
                while (mesh.word(capsule) >>> 31 === 0) capsule++;
                const word = mesh.word(capsule);
                const at = mesh.middle(capsule);
                return v.choose({ cell: (word >>> 17) & 0x3fff, at, compartment: -1, section: -1, place: NaN, type: 'axon', path_um: word & 0x7fff })
                  .then(() => { v.stage.draw(); v.stage.afterDraw(); return { path: word & 0x7fff }; });""");
        tab.await("the card", "return document.querySelector('.card .volt')?.textContent === 'not recorded'");
        assertThat(tab.text("return document.querySelector('.card').textContent"))
                .contains("axon, %d µm from the soma".formatted((long) number(picked, "path")));
    }

    @Test
    void eachMomentIsOneFetchAndTheGaugeTellsCardFromCommands() {
        var blocks = tab.list("""
                const v = bw.viewer;
                const asked = [];
                const fetch = v.circuit.buffer.bind(v.circuit);
                v.circuit.buffer = (path, options) => { asked.push(path); return fetch(path, options); };
                const until = (met) => new Promise((done) => { const look = () => (met() ? done() : setTimeout(look, 2)); look(); });
                return (async () => {
                  const found = [];
                  for (const t of [1, 10.5, 5.2, 8.1, 2.6]) {
                    v.voltages.blocks.clear();
                    await until(() => v.voltages.coming.size === 0);
                    asked.length = 0;
                    const began = performance.now();
                    bw.app.time.set({ t_ms: t });
                    await until(() => Math.abs(bw.stats.shown_ms - t) < 1e-6);
                    found.push({ t, ms: performance.now() - began, fetched_ms: v.voltages.fetched_ms, asked: [...asked] });
                  }
                  return found;
                })();""");
        System.out.printf("seeks in the browser: %s%n", blocks);
        for (var seek : blocks) {
            var asked = (List<?>) ((Map<?, ?>) seek).get("asked");
            assertThat(asked) // none where the picture before has brought the block
                    .allSatisfy(path -> assertThat((String) path).startsWith("voltage/0/"));
            assertThat(java.util.Objects.requireNonNull(asked).size())
                    .as("the block, and at most two ahead: %s", seek)
                    .isLessThanOrEqualTo(3);
        }
        tab.await("times of pictures", "return bw.stats.cpu_ms > 0 && bw.stats.gpu_ms > 0");
        assertThat(tab.number("return bw.stats.vertices"))
                .isEqualTo(4 * tab.number("return bw.stats.capsules") + tab.number("return bw.stats.dots"));
    }

    @Test
    void aBrowserThatCannotDrawSeesPicturesOfTheServer() {
        try (var old = new Tab(1000, 800, "--disable-3d-apis")) {
            old.go(page + "#run=" + run);
            old.await(
                    "a picture of the server",
                    "const i = document.querySelector('.v3d-still img'); return Boolean(i && i.complete && i.naturalWidth > 0)");
            assertThat(old.text("return document.querySelector('bw-panel-scene').textContent"))
                    .contains("no WebGL 2");
            assertThat(old.text("return document.querySelector('.v3d-still img').alt"))
                    .contains("voltage");
        }
    }

    @Test
    void everyControlOfTheViewHasANameAndARole() {
        press("c");
        tab.js("return bw.viewer.pickCell(3)");
        assertThat(tab.list("""
                return [...document.querySelectorAll('.v3d button, .v3d select, .v3d input, .timebar button, .timebar input')]
                  .filter((e) => !((e.getAttribute('aria-label') || e.textContent || (e.labels && e.labels[0] && e.labels[0].textContent) || '').trim()))
                  .map((e) => e.outerHTML);""")).isEmpty();
        assertThat(
                        tab.text(
                                "const v = document.querySelector('.v3d'); return v.getAttribute('role') + v.tabIndex + Boolean(v.getAttribute('aria-label'))"))
                .isEqualTo("application0true");
    }

    private static org.openqa.selenium.WebElement view() {
        return tab.driver().findElement(By.cssSelector(".v3d"));
    }

    private static void press(String key) {
        tab.js("document.querySelector('.v3d').focus()");
        view().sendKeys(key.equals("?") ? Keys.chord(Keys.SHIFT, "/") : key);
    }

    private static void button(String label) {
        tab.js("document.querySelector('.v3d button[aria-label=\"%s\"]').click()".formatted(label));
        tab.js("return bw.viewer.show({})");
    }

    private static void moment(double t_ms) {
        tab.js("bw.app.time.set({t_ms: %s})".formatted(t_ms));
        tab.await("the moment", "return Math.abs(bw.stats.shown_ms - %s) < 1e-6".formatted(t_ms));
    }

    /** The picture's pixels, as drawn now, given to a script as {@code pixels}, {@code width}, {@code height}. */
    private static double pixels(String count) {
        return tab.number("""
                const v = bw.viewer;
                v.stage.stats.still = true;
                v.stage.detail = 1;
                v.stage.arrange();
                v.stage.draw();
                const canvas = document.createElement('canvas');
                const { width, height } = v.stage.size;
                canvas.width = width; canvas.height = height;
                const pen = canvas.getContext('2d');
                pen.drawImage(v.stage.renderer.domElement, 0, 0, width, height);
                const pixels = pen.getImageData(0, 0, width, height).data;
                %s""".formatted(count));
    }

    private static double lit() {
        return pixels(
                "let n = 0; for (let i = 0; i < pixels.length; i += 4) if (Math.max(pixels[i], pixels[i + 1]) > 56) n++; return n;");
    }

    private static double brightness() {
        return pixels(
                "let n = 0; for (let i = 0; i < pixels.length; i += 4) n += pixels[i] + pixels[i + 1] + pixels[i + 2]; return n;");
    }

    /** How much redder than blue the reddest pixel at a cell's soma is. */
    private static double heatAt(int cell) {
        return pixels("""
                const { x, y, z } = v.circuit.cells;
                const at = v.project(v.stage.controls.target.clone().set(x[%1$d], y[%1$d], z[%1$d]));
                let most = -255;
                for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) {
                  const i = 4 * (Math.round(at.x + dx) + width * Math.round(at.y + dy));
                  most = Math.max(most, pixels[i] - pixels[i + 2]);
                }
                return most;""".formatted(cell));
    }

    private static double distance(List<?> a, List<?> b) {
        double sum = 0;
        for (int k = 0; k < a.size(); k++) {
            double d = ((Number) a.get(k)).doubleValue() - ((Number) b.get(k)).doubleValue();
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    private static double number(Map<?, ?> values, String name) {
        return ((Number) java.util.Objects.requireNonNull(values.get(name), name)).doubleValue();
    }
}
