package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser, drawing with Mesa's software renderer. */
public final class Chromium {
    private Chromium() {}

    /** Opens a window of this size; skips the test where there is no Chromium, except in CI, where there must be one. */
    public static ChromeDriver open(int width, int height, String... more) {
        var browser = found("chromium", "chromium-browser", "google-chrome");
        var driver = found("chromedriver");
        if (System.getenv("CI") != null) {
            assertThat(browser).as("CI has Chromium").isPresent();
            assertThat(driver).as("CI has chromedriver").isPresent();
        }
        Assumptions.assumeTrue(
                browser.isPresent() && driver.isPresent(),
                "no Chromium here: apt-get install chromium chromium-driver libgl1-mesa-dri");
        var options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--use-gl=angle",
                "--use-angle=gl-egl",
                "--ignore-gpu-blocklist",
                "--autoplay-policy=no-user-gesture-required",
                "--force-prefers-reduced-motion",
                "--window-size=%d,%d".formatted(width, height));
        options.addArguments(more);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<Path> found(String... names) {
        var folders = System.getenv().getOrDefault("PATH", "").split(":");
        return Stream.of(names)
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
