package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.studio.view.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Pages in a real browser: those that words ask for, a plan edited by hand, values promoted, names and roles, narrow and dark. */
@Timeout(900)
class PagesInBrowserTest {
    private static final List<String> PAGES =
            List.of("/plan", "/atlas/S1HL", "/circuit", "/experiment", "/scene", "/notebook", "/library");

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
    void aPageAskedForInWordsIsWrittenAndOpened() {
        go("/plan");
        say("make me a page with the raster above and the 3D view of layer 5 below");
        tab.await("a link to the page", "return Boolean(document.querySelector('.kind-page a'))");
        tab.js("document.querySelector('.kind-page a').click()");
        tab.await("the page", "return location.pathname.startsWith('/my/') && document.querySelectorAll('.panel').length === 3");
        assertThat(tab.list("return [...document.querySelectorAll('.panel')].map((p) => p.dataset.area)"))
                .isEqualTo(List.of("time", "raster", "scene"));
        assertThat(workspace.resolve("pages")).isDirectoryContaining("glob:**.json");
        tab.await("its place in the navigation", "return Boolean(document.querySelector('.rail a[href^=\"/my/\"][aria-current=page]'))");
    }

    @Test
    void aFileWithAFaultKeepsItsPlaceAndSaysWhere() throws Exception {
        go("/plan");
        Files.createDirectories(workspace.resolve("pages"));
        Files.writeString(
                workspace.resolve("pages/broken.json"),
                "{\"schema\": \"brainwright-page/1\", \"title\": \"Broken\", \"panels\": [{\"kind\": \"rastre\", \"area\": \"a\"}]}");
        tab.await("the page in the navigation", "return Boolean(document.querySelector('.rail a.broken[href=\"/my/broken\"]'))");
        go("/my/broken");
        tab.await("the fault", "return document.querySelector('main').textContent.includes('/panels/0/kind')");
        Files.delete(workspace.resolve("pages/broken.json"));
    }

    @Test
    void aPlanIsEditedByHandAndAWrongEditSaysWhere() {
        go("/plan");
        say("Take 20 neurons from a 60 um wide column of rat S1HL, stimulate layer 4 at 5 ms and show me the activity for 20 ms");
        tab.await("the plan", "return Boolean(document.querySelector('.by-hand'))");
        tab.js("document.querySelector('.by-hand').open = true");
        edit("""
                [{"op": "replace", "path": "/steps/0/params/nowhere", "value": 1}]""");
        tab.await("the fault", "return document.querySelector('.by-hand .problem')?.textContent.includes('/steps/0/params/nowhere')");
        assertThat(tab.text("return document.querySelector('.plan').textContent")).contains("Version 1");
        tab.js("""
                const field = document.querySelector('#plan-edit');
                const plan = JSON.parse(document.querySelector('bw-panel-plan').seen ? JSON.stringify(document.querySelector('bw-panel-plan').seen.plan) : '{}');
                plan.steps.find((s) => s.action === 'sim.run').params.duration_ms = 25;
                field.value = JSON.stringify(plan);
                field.form.requestSubmit();""");
        tab.await("the second version", "return document.querySelector('.plan').textContent.includes('Version 2')");
        assertThat(tab.text("return [...document.querySelectorAll('.assumptions li')].map((l) => l.textContent).find((t) => t.includes('sim.run.duration_ms'))"))
                .contains("25")
                .contains("chosen: by the scientist, by hand, instead of 20");
    }

    @Test
    void aValueFoundInADocumentIsRejectedOrPromotedByAForm() throws Exception {
        var paper = Files.writeString(
                workspace.resolve("notes.txt"),
                "Results. The resting membrane potential of layer 5 pyramidal cells was -65.2 +/- 2.1 mV (mean +/- SD, n = 12 cells, P14 Wistar rats). "
                        + "The input resistance of layer 4 spiny stellate cells was 210 +/- 30 MOhm (mean +/- SD, n = 9).");
        go("/library");
        tab.await("the form", "return Boolean(document.querySelector('input[type=file]'))");
        tab.driver().findElement(By.cssSelector("input[type=file]")).sendKeys(paper.toString());
        tab.js("document.querySelector('input[type=file]').form.elements.licence.value = 'CC0-1.0'");
        tab.js("document.querySelector('input[type=file]').form.requestSubmit()");
        tab.await("the document", "return document.querySelector('bw-panel-documents').textContent.includes('notes.txt')");
        tab.js("[...document.querySelectorAll('bw-panel-candidates button')].find((b) => b.textContent.includes('Look for values')).click()");
        tab.await("values", "return document.querySelectorAll('bw-panel-candidates li.hit').length > 0");
        assertThat(tab.text("return document.querySelector('bw-panel-candidates blockquote').textContent")).contains("mV");

        tab.js("""
                const form = document.querySelector('bw-panel-candidates input[name=path]').form;
                form.elements.path.value = 'no/such path';
                form.requestSubmit();""");
        tab.await("a refusal", "return Boolean(document.querySelector('.toast[role=alert]'))");
        assertThat(tab.list("return [...document.querySelectorAll('bw-panel-candidates .tag.good')]")).isEmpty();
        tab.js("""
                const form = document.querySelector('bw-panel-candidates input[name=reason]').form;
                form.elements.reason.value = 'another temperature';
                form.requestSubmit();""");
        tab.await("the rejection", "return document.querySelector('bw-panel-candidates .tag.bad')?.textContent === 'rejected'");
    }

    @Test
    void everythingHasANameAndARoleOnEveryPage() {
        for (var page : PAGES) {
            go(page);
            loaded(page);
            assertThat(tab.list("""
                    const named = (e) => (e.getAttribute('aria-label') || e.textContent || e.title || (e.labels && [...e.labels].map((l) => l.textContent).join('')) || '').trim();
                    const faults = [];
                    document.querySelectorAll('button, a[href], input:not([type=hidden]), select, textarea, [role=dialog], dialog').forEach((e) => {
                      if (!named(e) && !e.getAttribute('aria-labelledby')) faults.push('no name: ' + e.outerHTML.slice(0, 120));
                    });
                    document.querySelectorAll('img').forEach((e) => e.hasAttribute('alt') || faults.push('no alt: ' + e.outerHTML.slice(0, 120)));
                    document.querySelectorAll('[aria-labelledby], [aria-controls], label[for]').forEach((e) => {
                      for (const name of ['aria-labelledby', 'aria-controls', 'for']) {
                        const id = e.getAttribute(name);
                        if (id && !document.getElementById(id)) faults.push(name + ' names nothing: ' + id);
                      }
                    });
                    const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
                    ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => faults.push('twice: #' + id));
                    document.querySelectorAll('[tabindex]').forEach((e) => e.tabIndex > 0 && faults.push('jumps the order: ' + e.outerHTML.slice(0, 120)));
                    if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
                    if (document.querySelectorAll('main').length !== 1) faults.push('not one main');
                    if (!document.documentElement.lang) faults.push('no language');
                    let before = 1;
                    document.querySelectorAll('main h1, main h2, main h3, main h4').forEach((h) => {
                      const level = Number(h.tagName[1]);
                      if (level > before + 1) faults.push('heading skips a level: ' + h.textContent.slice(0, 60));
                      before = level;
                    });
                    return faults;""")).as(page).isEmpty();
        }
    }

    @Test
    void textCanBeReadInLightAndDarkAndNothingStandsBesideAPhone() {
        try {
            for (var theme : List.of("light", "dark")) {
                for (var page : PAGES) {
                    tab.driver()
                            .executeCdpCommand(
                                    "Emulation.setDeviceMetricsOverride",
                                    Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
                    tab.js("localStorage.setItem('bw.theme', '%s')".formatted(theme));
                    go(page);
                    loaded(page);
                    assertThat(tab.text("return document.documentElement.dataset.theme")).isEqualTo(theme);
                    assertThat(tab.number("return document.documentElement.scrollWidth"))
                            .as(page)
                            .isLessThanOrEqualTo(390);
                    assertThat(tab.list(CONTRAST)).as("%s in %s", page, theme).isEmpty();
                }
            }
        } finally {
            tab.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    /** Text against the colour behind it: at least 4.5 to 1 (WCAG 2.2, 1.4.3); what is disabled or drawn on a picture is left out. */
    private static final String CONTRAST = """
            const rgb = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return c.startsWith('color(srgb') ? [m[0] * 255, m[1] * 255, m[2] * 255, m[3] ?? 1] : [m[0], m[1], m[2], m[3] ?? 1]; };
            const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
              .reduce((s, v, k) => s + v * [0.2126, 0.7152, 0.0722][k], 0);
            const behind = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] > 0.95) return c; if (c[3] > 0.02) return null; } return [255, 255, 255]; };
            const faults = [];
            for (const e of document.querySelectorAll('main *, nav *')) {
              const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
              if (!own || e.closest('.v3d, svg, .for-reader, [disabled], .uplot') || e.getClientRects().length === 0) continue;
              const ground = behind(e);
              if (!ground) continue;
              const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground)];
              const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
              if (ratio < 4.5) faults.push(ratio.toFixed(2) + ' ' + e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40));
            }
            return faults;""";

    private static void edit(String text) {
        tab.driver().executeScript(
                "const field = document.querySelector('#plan-edit'); field.value = arguments[0]; field.form.requestSubmit();", text);
    }

    private static void say(String words) {
        tab.await("the field for words", "return Boolean(document.querySelector('#ask-words'))");
        tab.driver().findElement(By.id("ask-words")).sendKeys(words, Keys.ENTER);
    }

    private static void loaded(String page) {
        tab.await(page, "return document.querySelectorAll('.panel > .body > *').length > 0 && !document.querySelector('.loading')");
    }

    private static void go(String path) {
        tab.go("http://127.0.0.1:%d%s".formatted(platform.webPort(), path));
    }
}
