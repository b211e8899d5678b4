package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.studio.view.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;

/** Pages in a real browser: those that words ask for, those with a fault, and a plan edited by hand. */
@Timeout(900)
class PagesInBrowserTest {
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
        tab.await(
                "the page",
                "return location.pathname.startsWith('/my/') && document.querySelectorAll('.panel').length === 3");
        assertThat(tab.list("return [...document.querySelectorAll('.panel')].map((p) => p.dataset.area)"))
                .isEqualTo(List.of("time", "raster", "scene"));
        assertThat(workspace.resolve("pages")).isDirectoryContaining("glob:**.json");
        tab.await(
                "its place in the navigation",
                "return Boolean(document.querySelector('.rail a[href^=\"/my/\"][aria-current=page]'))");
    }

    @Test
    void aFileWithAFaultKeepsItsPlaceAndSaysWhere() throws Exception {
        go("/plan");
        Files.createDirectories(workspace.resolve("pages"));
        Files.writeString(
                workspace.resolve("pages/broken.json"),
                "{\"schema\": \"brainwright-page/1\", \"title\": \"Broken\", \"panels\": [{\"kind\": \"rastre\", \"area\": \"a\"}]}");
        tab.await(
                "the page in the navigation",
                "return Boolean(document.querySelector('.rail a.broken[href=\"/my/broken\"]'))");
        go("/my/broken");
        tab.await("the fault", "return document.querySelector('main').textContent.includes('/panels/0/kind')");
        Files.delete(workspace.resolve("pages/broken.json"));
    }

    @Test
    void aPlanIsEditedByHandAndAWrongEditSaysWhere() {
        go("/plan");
        say(
                "Take 20 neurons from a 60 um wide column of rat S1HL, stimulate layer 4 at 5 ms and show me the activity for 20 ms");
        tab.await("the plan", "return Boolean(document.querySelector('.by-hand'))");
        tab.js("document.querySelector('.by-hand').open = true");
        edit("""
                [{"op": "replace", "path": "/steps/0/params/nowhere", "value": 1}]""");
        tab.await(
                "the fault",
                "return document.querySelector('.by-hand .problem')?.textContent.includes('/steps/0/params/nowhere')");
        assertThat(tab.text("return document.querySelector('.plan').textContent"))
                .contains("Version 1");
        tab.js("""
                const field = document.querySelector('#plan-edit');
                const plan = JSON.parse(document.querySelector('bw-panel-plan').seen ? JSON.stringify(document.querySelector('bw-panel-plan').seen.plan) : '{}');
                plan.steps.find((s) => s.action === 'sim.run').params.duration_ms = 25;
                field.value = JSON.stringify(plan);
                field.form.requestSubmit();""");
        tab.await("the second version", "return document.querySelector('.plan').textContent.includes('Version 2')");
        assertThat(
                        tab.text(
                                "return [...document.querySelectorAll('.assumptions li')].map((l) => l.textContent).find((t) => t.includes('sim.run.duration_ms'))"))
                .contains("25")
                .contains("chosen: by the scientist, by hand, instead of 20");
    }

    private static void edit(String text) {
        tab.driver()
                .executeScript(
                        "const field = document.querySelector('#plan-edit'); field.value = arguments[0]; field.form.requestSubmit();",
                        text);
    }

    private static void say(String words) {
        tab.await("the field for words", "return Boolean(document.querySelector('#ask-words'))");
        for (int tries = 0; ; tries++) {
            try {
                tab.driver().findElement(By.id("ask-words")).sendKeys(words, Keys.ENTER);
                return;
            } catch (StaleElementReferenceException drawnAnew) { // between looking and typing, while the page loads
                if (tries == 3) {
                    throw drawnAnew;
                }
            }
        }
    }

    private static void go(String path) {
        tab.go("http://127.0.0.1:%d%s".formatted(platform.webPort(), path));
    }
}
