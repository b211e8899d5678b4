package io.brainwright.render.model.world;

/** A report that is read once, frame after frame: it may be larger than memory. */
public interface ReportFeed {
    /** What it is called, for messages. */
    String name();

    Compartments compartments();

    /** Hands over every frame by rising time. */
    void forEachFrame(FrameSink sink);

    /** Takes a frame; the values are by compartment, mV, and may be reused by the feed afterwards. */
    @FunctionalInterface
    interface FrameSink {
        void frame(double time_ms, float[] v_mV);
    }
}
