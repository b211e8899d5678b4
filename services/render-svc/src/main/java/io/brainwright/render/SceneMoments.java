package io.brainwright.render;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.render.service.BusiestFrame;

/** Which moment a single picture of a scene of datasets shows. */
public final class SceneMoments {
    private SceneMoments() {}

    /** Number of the frame in which most happens: the one about the 2 ms that hold most spikes. */
    public static int busiest(String scene, Datasets datasets) {
        return BusiestFrame.of(scene, datasets);
    }
}
