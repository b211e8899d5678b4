package io.brainwright.studio.web.render;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.Progress;
import io.brainwright.render.model.scenefile.SceneReader;
import io.brainwright.studio.web.ProblemJson;
import io.brainwright.studio.web.events.Events;
import io.brainwright.studio.web.render.RenderJob.State;
import io.grpc.Context;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Movies one after the other: asked for, drawn, stopped, resumed. */
@Component
final class RenderQueue {
    /** chosen: often enough to see it move, seldom enough not to drown a page. */
    private static final long TELL_MS = 250;

    private static final int ID_LENGTH = 16;
    private static final int PATIENCE_S = 20;

    private final RenderFolder folder;
    private final MovieBuild build;
    private final Events events;
    private final ExecutorService one =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("movies").factory());
    private final Map<String, Context.CancellableContext> going = new HashMap<>();
    private long toldAt;

    RenderQueue(RenderFolder folder, MovieBuild build, Events events) {
        this.folder = folder;
        this.build = build;
        this.events = events;
    }

    /** All movies, the newest first; one that a former studio left open counts as stopped. */
    synchronized List<RenderJob> all() {
        return folder.all().stream()
                .map(j -> j.open() && !going.containsKey(j.id()) ? j.ended(State.STOPPED, null) : j)
                .toList();
    }

    /** Queues a scene; where that movie was drawn before, it is given at once. */
    synchronized RenderJob ask(JsonNode tree) {
        var scene = SceneReader.read(tree);
        var json = (ObjectNode) tree;
        build.frames(json);
        var id = id(json);
        var known = all().stream().filter(j -> j.id().equals(id)).findFirst();
        if (known.isPresent()
                && (known.get().state() == State.DONE || known.get().open())) {
            return known.get();
        }
        folder.writeScene(id, json);
        var job = RenderJob.asked(
                id, scene.title().isEmpty() ? "Untitled scene" : scene.title(), System.currentTimeMillis());
        begin(job);
        return job;
    }

    /** Goes on with a movie that was stopped or failed; chunks of frames that were finished are reused. */
    synchronized RenderJob resume(String id) {
        var job = folder.job(id);
        if (going.containsKey(id) || job.state() == State.DONE) {
            return job;
        }
        var again = RenderJob.asked(id, job.title(), System.currentTimeMillis());
        begin(again);
        return again;
    }

    /** Stops a movie; its finished frames stay. */
    synchronized RenderJob cancel(String id) {
        var job = folder.job(id);
        var stop = going.get(id);
        if (stop == null) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "NOT_RUNNING",
                    "Movie %s is not being drawn.".formatted(id),
                    "There is nothing to stop.",
                    Map.of("id", id));
        }
        stop.cancel(null);
        return job;
    }

    /** Forgets a movie and its file; its frames stay in their dataset. */
    synchronized void delete(String id) {
        if (going.containsKey(id)) {
            cancel(id);
        }
        folder.delete(id);
    }

    private void begin(RenderJob job) {
        change(job);
        var stop = Context.ROOT.withCancellation();
        going.put(job.id(), stop);
        one.execute(() -> carryOut(job, stop));
    }

    private void carryOut(RenderJob asked, Context.CancellableContext stop) {
        var last = new RenderJob[] {asked};
        long begun = System.nanoTime();
        try {
            if (stop.isCancelled()) {
                throw stopped();
            }
            var scene = folder.scene(asked.id());
            long frames = build.frames(scene);
            last[0] = asked.at(0, frames, 0, "reads the data");
            change(last[0]);
            var drawn = build.draw(scene, stop, p -> last[0] = told(last[0], p, frames));
            last[0] = last[0].drawn(drawn);
            change(last[0]);
            long bytes = folder.writeMovie(asked.id(), build.encode(scene, drawn, stop));
            end(last[0].finished((System.nanoTime() - begun) / 1e9, bytes));
        } catch (Problem problem) {
            boolean wanted = stop.isCancelled() || problem.kind() == Kind.CANCELLED;
            end(last[0].ended(
                    wanted ? State.STOPPED : State.FAILED,
                    wanted ? null : ProblemJson.of(problem, ProblemJson.status(problem.kind()))));
        } catch (RuntimeException | Error unexpected) {
            System.getLogger(RenderQueue.class.getName())
                    .log(System.Logger.Level.ERROR, "a movie failed unexpectedly", unexpected);
            end(last[0].ended(State.FAILED, ProblemJson.of(unexpected(unexpected), 500)));
        } finally {
            stop.cancel(null);
        }
    }

    private RenderJob told(RenderJob before, Progress p, long frames) {
        double left = p.getPerSecond() > 0 ? Math.max(0, p.getTotal() - p.getDone()) / p.getPerSecond() : 0;
        long done = p.getTotal() == 0 ? before.done() : Math.min(frames, p.getDone());
        var now = before.at(done, frames, left, p.getDetail());
        if (System.currentTimeMillis() - toldAt >= TELL_MS) {
            toldAt = System.currentTimeMillis();
            change(now);
        }
        return now;
    }

    private synchronized void end(RenderJob job) {
        going.remove(job.id());
        if (folder.all().stream().anyMatch(j -> j.id().equals(job.id()))) {
            change(job);
        }
    }

    private void change(RenderJob job) {
        folder.write(job);
        events.tell("render", job);
    }

    private static String id(ObjectNode scene) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(scene.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has SHA-256", broken);
        }
    }

    private static Problem stopped() {
        return new Problem(Kind.CANCELLED, "STOPPED", "The movie was stopped.", "Resume it.", Map.of());
    }

    private static Problem unexpected(Throwable failure) {
        return new Problem(
                Kind.INTERNAL,
                "UNEXPECTED",
                "An unexpected failure, which is a fault of Brainwright: " + failure,
                "The log in the workspace (logs/brainwright.log) holds the details.",
                Map.of());
    }

    @PreDestroy
    void close() throws InterruptedException {
        synchronized (this) {
            going.values().forEach(stop -> stop.cancel(null));
        }
        one.shutdown();
        if (!one.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
            one.shutdownNow();
        }
    }
}
