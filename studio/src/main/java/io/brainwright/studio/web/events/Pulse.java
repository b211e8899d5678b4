package io.brainwright.studio.web.events;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** While a page is open: keeps its stream alive, and tells when a file of the scientist's pages has changed. */
@Component
final class Pulse {
    /** chosen: a page that was just saved appears while the scientist still looks. */
    private static final long LOOK_S = 1;

    private static final int BEAT_EVERY = 10;

    private final Events events;
    private final Path pages;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pulse").factory());
    private List<String> seen;
    private int count;

    Pulse(Events events, @Value("${brainwright.workspace}") Path workspace) {
        this.events = events;
        this.pages = workspace.resolve("pages");
        this.seen = files();
        var _ = clock.scheduleWithFixedDelay(this::look, LOOK_S, LOOK_S, TimeUnit.SECONDS);
    }

    private void look() {
        if (!events.hasListeners()) {
            return;
        }
        if (++count % BEAT_EVERY == 0) {
            events.beat();
        }
        var now = files();
        if (!now.equals(seen)) {
            seen = now;
            events.tell("pages", now.size());
        }
    }

    private List<String> files() {
        if (!Files.isDirectory(pages)) {
            return List.of();
        }
        try (var list = Files.list(pages)) {
            return list.map(file -> file + " " + file.toFile().lastModified() + " "
                            + file.toFile().length())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of("unreadable");
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
