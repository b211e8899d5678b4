package io.brainwright.render.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.render.model.movie.BusiestMoment;
import io.brainwright.render.model.movie.SceneFilm;
import io.brainwright.render.model.scenefile.SceneReader;

/** The frame in which most happens, of a scene of datasets. */
public final class BusiestFrame {
    private BusiestFrame() {}

    /** Its number. */
    public static int of(String text, Datasets datasets) {
        var scene = SceneReader.read(text);
        double end_ms = DatasetSources.end_ms(scene, datasets);
        return BusiestMoment.frame(
                scene, KeptSources.read(scene, datasets), end_ms, SceneFilm.frameCount(scene, end_ms));
    }
}
