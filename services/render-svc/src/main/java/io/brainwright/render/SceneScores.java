package io.brainwright.render;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.render.service.SceneSound;
import tools.jackson.databind.json.JsonMapper;

/** The resolved sound of scenes, as data for whoever plays it: the browser sounds what the movie sounds. */
public final class SceneScores {
    private SceneScores() {}

    /**
     * Of a scene.
     *
     * @return {"duration_s", "events": [{"onset_s", "pan", "pitch_Hz", "timbre", "gain", "node_id", "time_ms"}], "voices": {timbre: {"length_s",
     *     "decay_per_s", "partials", "loudness"}}}
     */
    public static byte[] json(String scene, Datasets datasets) {
        return SceneSound.json(scene, datasets);
    }

    /** Of a run that no scene has been made for, by the mapping that a scene has where it says nothing. */
    public static byte[] json(DatasetId cells, DatasetId morphologies, DatasetId run, Datasets datasets) {
        var scene = JsonMapper.shared().createObjectNode().put("version", "1.0");
        var sources = scene.putObject("sources");
        sources.putObject("column")
                .put("kind", "circuit")
                .put("cells", "dataset:" + cells.hex())
                .put("morphologies", "dataset:" + morphologies.hex());
        sources.putObject("spikes").put("kind", "spikes").put("uri", "dataset:" + run.hex());
        scene.putArray("layers")
                .addObject()
                .put("id", "somata")
                .put("type", "soma")
                .put("source", "column");
        scene.putObject("audio").put("source", "spikes");
        return json(scene.toString(), datasets);
    }
}
