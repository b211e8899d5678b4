package io.brainwright.render.model.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoFontsTest {
    /** Takes the place of the class that leads Java to the fonts of the platform. */
    private static final String WITHOUT = """
            package sun.font;

            final class PlatformFontInfo {
                static FontManager createFontManager() {
                    throw new InternalError("this machine has no fonts");
                }
            }
            """;

    @TempDir
    Path folder;

    /** A Java without any font, in another country, draws the same bytes as this one (docs/adr/0003, 0007). */
    @Test
    void aMachineWithoutFontsDrawsTheSameBytes() throws Exception {
        var patch = Files.createDirectory(folder.resolve("patch"));
        var source = Files.writeString(folder.resolve("PlatformFontInfo.java"), WITHOUT);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "--patch-module",
                        "java.desktop=" + folder,
                        "-d",
                        patch.toString(),
                        source.toString());
        assertThat(compiled).isZero();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-ea",
                        "-Xmx512m",
                        "-Djava.awt.headless=true",
                        "--patch-module",
                        "java.desktop=" + patch,
                        "-Duser.language=fr",
                        "-Duser.country=FR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintedPlots.class.getName())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed).endsWith("locale fr_FR", "fonts none");
        assertThat(printed).containsAll(PrintedPlots.lines());
    }
}
