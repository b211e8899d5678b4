package io.brainwright.studio.view;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.studio.web.events.Events;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells the open pages when a run that goes on has come further, and when it has ended. */
@Component
final class LiveRuns {
    /** chosen: a run is watched a quarter of a second behind. */
    private static final long LOOK_MS = 250;

    private final Views views;
    private final Events events;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-runs").factory());
    private Map<DatasetId, Long> seen = Map.of();

    LiveRuns(Views views, Events events) {
        this.views = views;
        this.events = events;
        var _ = clock.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /** A run that is watched; {@code growing} is false in the last word about it. */
    record Grown(String id, long frames, boolean growing) {}

    private void look() {
        var now = views.framesOfGrowing();
        now.forEach((id, frames) -> {
            if (!frames.equals(seen.get(id))) {
                events.tell("live", new Grown(id.hex(), frames, true));
            }
        });
        seen.forEach((id, frames) -> {
            if (!now.containsKey(id)) {
                events.tell("live", new Grown(id.hex(), frames, false));
            }
        });
        seen = now;
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
