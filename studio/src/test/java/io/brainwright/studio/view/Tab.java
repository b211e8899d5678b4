package io.brainwright.studio.view;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A tab of a real browser: asks its page, and waits for what is to come as long as a slow machine needs. */
public final class Tab implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ChromeDriver driver;

    /** Opens a window; the test is skipped where there is no browser. */
    public Tab(int width, int height, String... flags) {
        this.driver = Chromium.open(width, height, flags);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Loads an address anew, also where only the part after '#' differs. */
    public void go(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    /** Goes to the 3D view and waits for its first picture. */
    public void look(String address) {
        go(address);
        await("the first picture", "return Boolean(window.bw && bw.stats.ready && bw.viewer && bw.stats.pictures > 0)");
    }

    /** Shows pages as a telephone with a screen of this size does, until {@link #asDesk()}. */
    public void asPhone(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
    }

    /** Shows pages in the window again. */
    public void asDesk() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** Runs a script; a promise that it returns is awaited. */
    public @Nullable Object js(String script) {
        return driver.executeScript(script);
    }

    /** Runs the body of an async function and gives what it returns; what it throws fails the test. */
    public Map<?, ?> async(String body) {
        var answer = driver.executeAsyncScript("const done = arguments[0]; (async () => {" + body
                + "})().then(done, (e) => done('failed: ' + e + ' ' + (e && e.stack)))");
        if (answer instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError(String.valueOf(answer));
    }

    public double number(String script) {
        return ((Number) Objects.requireNonNull(js(script), script)).doubleValue();
    }

    public String text(String script) {
        return String.valueOf(js(script));
    }

    public Map<?, ?> map(String script) {
        return (Map<?, ?>) Objects.requireNonNull(js(script), script);
    }

    public List<?> list(String script) {
        return (List<?>) Objects.requireNonNull(js(script), script);
    }

    /** Waits until a script gives something; tells what did not come, and what the browser complained of. */
    public Object await(String what, String script) {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(150))
                .withMessage(() -> what + " did not come; " + complaints())
                .until(_ -> {
                    try {
                        var found = js(script);
                        return found == null || Boolean.FALSE.equals(found) ? null : found;
                    } catch (WebDriverException changing) { // the document is being exchanged
                        return null;
                    }
                });
    }

    /** Warnings and errors of the console since the last question. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(e -> e.getLevel().intValue() >= Level.WARNING.intValue())
                .map(e -> e.getMessage())
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
