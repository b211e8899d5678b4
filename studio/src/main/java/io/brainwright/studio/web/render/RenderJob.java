package io.brainwright.studio.web.render;

import org.jspecify.annotations.Nullable;

/**
 * A movie that is asked for, being drawn, or drawn: {@code renders/ID/job.json} of the workspace.
 *
 * @param id from the scene: the same scene is the same movie
 * @param title of the scene
 * @param state where it is
 * @param asked_ms when it was asked for last, ms of the epoch
 * @param done frames drawn
 * @param total frames of the movie; 0 while that is not known
 * @param left_s what is left, a guess from the frames so far; 0 where there is none
 * @param took_s from the begin of drawing to the finished file
 * @param detail what happens now
 * @param bytes size of the movie
 * @param frames dataset of its frames, once all are drawn; null before
 * @param problem why it failed or stopped; null where it did not
 */
record RenderJob(
        String id,
        String title,
        State state,
        long asked_ms,
        long done,
        long total,
        double left_s,
        double took_s,
        String detail,
        long bytes,
        @Nullable String frames,
        @Nullable Object problem) {
    /** Where a movie is on its way. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    static RenderJob asked(String id, String title, long now_ms) {
        return new RenderJob(id, title, State.QUEUED, now_ms, 0, 0, 0, 0, "waits", 0, null, null);
    }

    RenderJob at(long done, long total, double left_s, String detail) {
        return new RenderJob(id, title, State.RUNNING, asked_ms, done, total, left_s, 0, detail, 0, frames, null);
    }

    /** All frames are drawn and kept, whatever becomes of the file. */
    RenderJob drawn(String dataset) {
        return new RenderJob(
                id, title, State.RUNNING, asked_ms, total, total, 0, 0, "writes the file", 0, dataset, null);
    }

    RenderJob finished(double took_s, long bytes) {
        return new RenderJob(id, title, State.DONE, asked_ms, total, total, 0, took_s, "", bytes, frames, null);
    }

    RenderJob ended(State how, @Nullable Object problem) {
        return new RenderJob(id, title, how, asked_ms, done, total, 0, 0, "", 0, frames, problem);
    }

    boolean open() {
        return state == State.QUEUED || state == State.RUNNING;
    }
}
