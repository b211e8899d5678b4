package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The studio in a real browser: asked, approved, run, looked at. */
class StudioBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String REQUEST =
            "Take 20 neurons from a 60 um wide column of rat S1HL, stimulate layer 4 at 5 ms and show me the activity for 20 ms";

    @TempDir
    static Path workspace = Path.of("");

    private static @Nullable Platform platform;
    private static @Nullable ChromeDriver browser;

    @BeforeAll
    static void open() {
        boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        assumeTrue(
                there || "true".equals(System.getenv("CI")),
                "no browser here: apt-get install chromium chromium-driver libgl1-mesa-dri");
        platform = Platform.start(workspace, 0, 0, WebDoor.loopback(0));
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--use-gl=angle",
                "--use-angle=gl-egl",
                "--ignore-gpu-blocklist",
                "--window-size=1280,900");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void aRequestIsAskedApprovedRunAndLookedAt() {
        go("/plan");
        var field = until("the field for words", "return document.querySelector('#ask-words')");
        assertThat(field).isNotNull();
        chrome().findElement(By.id("ask-words")).sendKeys(REQUEST, Keys.ENTER);
        until("the approval", "return document.querySelector('[data-approve]:not([disabled])')");
        chrome().findElement(By.cssSelector("[data-approve]")).click();
        until("the findings", "return document.querySelector('.run[data-status=DONE] .findings')");
        assertThat(chrome().findElement(By.cssSelector(".findings")).getText()).contains("L4");
        until("the pictures", "return [...document.querySelectorAll('.findings img')].some(i => i.naturalWidth > 100)");

        chrome().findElement(By.cssSelector(".findings a[href^='/experiment/']"))
                .click();
        until("spikes in the raster", "return window.bw.stats.raster_spikes > 0");
        assertThat(colours("canvas.dots")).isGreaterThan(2);
        until("two plots over time", "return document.querySelectorAll('.uplot canvas').length >= 2");

        js("const c = document.querySelector('canvas.dots').getBoundingClientRect();"
                + "document.querySelector('.plot.raster').dispatchEvent(new MouseEvent('click', {bubbles: true,"
                + " clientX: c.left + c.width / 2, clientY: c.top + c.height / 2}));");
        assertThat(((Number) Objects.requireNonNull(js("return window.bw.app.time.t_ms"))).doubleValue())
                .isBetween(5.0, 15.0);

        for (var page : List.of("/atlas/S1HL", "/notebook", "/library", "/scene", "/circuit")) {
            go(page);
            until(page, "return document.querySelectorAll('.panel > .body > *').length > 0");
            until("no loading on " + page, "return !document.querySelector('.loading')");
            assertThat((List<?>) js("return [...document.querySelectorAll('main .problem')].map(p => p.textContent)"))
                    .as(page)
                    .isEmpty();
            assertThat(complaints()).as(page).isEmpty();
        }
        go("/atlas");
        until("dots for cells", "return window.bw.stats.cell_dots === 20");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void atPhoneWidthNothingStandsBesideTheScreen() {
        chrome().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        try {
            for (var page : List.of("/plan", "/atlas", "/experiment", "/notebook", "/library", "/scene")) {
                go(page);
                until(page, "return document.querySelectorAll('.panel > .body > *').length > 0");
                assertThat(((Number) Objects.requireNonNull(js("return document.documentElement.scrollWidth")))
                                .intValue())
                        .as(page)
                        .isLessThanOrEqualTo(390);
            }
        } finally {
            chrome().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void thePageSaysWhatItIsToAScreenReaderAndToAKeyboard() {
        go("/plan");
        until("the page", "return document.querySelector('main h1')");
        assertThat(js("return document.querySelectorAll('main, nav[aria-label], [aria-live]').length"))
                .isEqualTo(3L);
        assertThat(
                        (List<?>)
                                js(
                                        "return [...document.querySelectorAll('button, a, input, select, textarea')].filter(e =>"
                                                + " !(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length))).map(e => e.outerHTML)"))
                .isEmpty();
        chrome().findElement(By.tagName("body")).sendKeys(Keys.TAB);
        assertThat(js("return document.activeElement.className")).isEqualTo("skip");
        js("document.activeElement.blur()");
        chrome().findElement(By.tagName("body")).sendKeys("g", "n");
        until(
                "the notebook by keyboard",
                "return location.pathname === '/notebook' && document.querySelector('h1').textContent === 'Notebook'");
    }

    private static void go(String path) {
        var running = platform;
        assertThat(running).isNotNull();
        chrome().get("http://127.0.0.1:"
                + java.util.Objects.requireNonNull(running).webPort() + path);
    }

    private static ChromeDriver chrome() {
        return java.util.Objects.requireNonNull(browser);
    }

    private static @Nullable Object js(String script) {
        return ((JavascriptExecutor) chrome()).executeScript(script);
    }

    private static Object until(String what, String script) {
        return new WebDriverWait(chrome(), Duration.ofSeconds(120), Duration.ofMillis(150))
                .withMessage(() -> what + " did not come; " + complaints())
                .until(_ -> {
                    var found = js(script);
                    return found == null || Boolean.FALSE.equals(found) ? null : found;
                });
    }

    private static long colours(String canvas) {
        return ((Number) java.util.Objects.requireNonNull(js("const c = document.querySelector('" + canvas + "');"
                        + "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; const s = new Set();"
                        + "for (let i = 0; i < d.length; i += 4) if (d[i + 3] === 255) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);"
                        + "return s.size")))
                .longValue();
    }

    /** Errors of the console, violations of the content security policy among them. */
    private static List<String> complaints() {
        return chrome().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }
}
