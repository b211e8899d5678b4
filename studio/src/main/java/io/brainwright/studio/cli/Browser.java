package io.brainwright.studio.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Opens the scientist's browser, where there is a screen for one. */
final class Browser {
    private Browser() {}

    /** Opens an address; gives whether something was there to open it. */
    static boolean open(String address) {
        var command = command(System.getProperty("os.name", "").toLowerCase(Locale.ROOT), address);
        if (command.isEmpty()) {
            return false;
        }
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException absent) {
            System.getLogger(Browser.class.getName())
                    .log(System.Logger.Level.INFO, "no browser was opened: {0}", absent.getMessage());
            return false;
        }
    }

    private static List<String> command(String system, String address) {
        if (system.contains("mac")) {
            return List.of("open", address);
        }
        if (system.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return screen ? List.of("xdg-open", address) : List.of();
    }
}
