package io.brainwright.studio.view;

import io.brainwright.studio.Platform;
import io.brainwright.studio.WebDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One studio with one study and one window, shared by all tests of pages; it starts with the first and ends with the last. */
public final class RunningStudio implements BeforeAllCallback {
    private static final String WITHOUT_FIELD =
            "Take 40 neurons from a 120 um wide column of rat S1HL, stimulate layer 4 at 5 ms and show me the activity for 20 ms";
    private static final String WORDS = WITHOUT_FIELD.replace(" and show", ", record the LFP and show");

    private static RunningStudio.@Nullable Open open;

    /**
     * What runs.
     *
     * @param entries names of the entries of the notebook: a run without field potential, and one with it
     */
    record Open(Platform platform, Path workspace, List<String> entries, Tab tab) implements AutoCloseable {
        /** Address of a page: "/plan". */
        String address(String path) {
            return "http://127.0.0.1:%d%s".formatted(platform.webPort(), path);
        }

        /** Goes to a page and waits until it has loaded what it shows. */
        void page(String path) {
            tab.go(address(path));
            tab.await(path, "return document.querySelectorAll('.panel > .body > *').length > 0");
            tab.await("what " + path + " shows", "return !document.querySelector('.loading')");
        }

        /** Asks, approves and waits, as the page Plan does. */
        void ask(String words) {
            tab.driver().executeAsyncScript("""
                    const [words, done] = arguments;
                    const { app } = window.bw;
                    app.api('/api/chat', { json: { words } }).then(() => app.api('/api/plan'))
                      .then((seen) => app.api('/api/run', { json: { hash: seen.hash } })).then(done, (e) => done(String(e)));""", words);
            tab.await("the end of the run", "return bw.app.api('/api/run').then((r) => r && r.status !== 'RUNNING')");
            entries.add(tab.text("return bw.app.api('/api/run').then((r) => r.entry)"));
        }

        @Override
        public void close() throws IOException {
            tab.close();
            platform.close();
            try (var files = Files.walk(workspace)) {
                for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static Open studio() {
        return Objects.requireNonNull(open);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(RunningStudio.class, _ -> start(), Open.class);
    }

    private static Open start() {
        var tab = new Tab(1440, 900);
        try {
            var workspace = Files.createTempDirectory("running-studio");
            var platform = Platform.start(workspace, 0, 0, WebDoor.loopback(0));
            var open = new Open(platform, workspace, new ArrayList<>(), tab);
            open.page("/plan");
            open.ask(WITHOUT_FIELD);
            open.ask(WORDS);
            return open;
        } catch (IOException failure) {
            tab.close();
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
