package io.brainwright.studio.view;

import io.brainwright.studio.Platform;
import io.brainwright.studio.WebDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * A studio with two studies and a window, for the tests of one page. It starts with the class and ends with it, since a program holds one
 * studio at a time; the studies are run once for all classes.
 */
public final class RunningStudio implements BeforeAllCallback, AfterAllCallback {
    private static final String WITHOUT_FIELD =
            "Take 40 neurons from a 120 um wide column of rat S1HL, stimulate layer 4 at 5 ms and show me the activity for 20 ms";
    private static final String WORDS = WITHOUT_FIELD.replace(" and show", ", record the LFP and show");

    private static @Nullable Open open;

    /**
     * What runs.
     *
     * @param entries names of the entries of the notebook: a run without field potential, and one with it
     */
    record Open(Platform platform, Path workspace, List<String> entries, Tab tab) {
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
    }

    /** What outlives a class: the workspace, and the names of its entries. */
    private record Kept(Path workspace, List<String> entries) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(workspace);
        }
    }

    static Open studio() {
        return Objects.requireNonNull(open);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var kept = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Kept.class, _ -> new Kept(folder(), new ArrayList<>()), Kept.class);
        var tab = new Tab(1440, 900);
        var platform = Platform.start(kept.workspace(), 0, 0, WebDoor.loopback(0));
        var now = new Open(platform, kept.workspace(), kept.entries(), tab);
        open = now;
        if (now.entries().isEmpty()) {
            now.page("/plan");
            now.ask(WITHOUT_FIELD);
            now.ask(WORDS);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var now = open;
        if (now != null) {
            now.tab().close();
            now.platform().close();
            open = null;
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("running-studio");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
