package io.brainwright.render.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.movie.SceneData;
import io.brainwright.render.model.movie.TimeMap;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.scenefile.SceneReader;
import io.brainwright.render.model.scenefile.Select;
import io.brainwright.render.model.sound.Mix;
import io.brainwright.render.model.sound.SoundEvent;
import io.brainwright.render.model.sound.SoundScore;
import io.brainwright.render.model.sound.Voice;
import io.brainwright.render.model.world.World;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sound of a scene.
 *
 * @param events what a browser plays
 * @param duration_s of the movie
 */
public record SceneSound(List<SoundEvent> events, double duration_s) {
    /** @param end_ms end of the run, where the scene says no times */
    public static SceneSound of(Scene scene, SceneData data, double end_ms) {
        var audio = Objects.requireNonNull(scene.audio(), "a silent scene has no sound");
        Map<String, Select> selects = new HashMap<>();
        scene.sources().forEach((name, source) -> selects.put(name, source.select()));
        var world = World.of(data.cells(), selects);
        var times = TimeMap.of(scene.time(), end_ms);
        var spikes = Objects.requireNonNull(data.spikes().get(audio.source()));
        return new SceneSound(new SoundScore(audio, world.all()).events(spikes, times), times.duration_s());
    }

    /** The spikes of a scene as sound events, JSON. */
    public static byte[] json(String text, Datasets datasets) {
        var scene = SceneReader.read(text);
        if (scene.audio() == null) {
            throw Problem.invalid(
                    "This scene is silent.",
                    List.of(new FieldFault("/audio", "is missing; write {\"source\": NAME} with the name of spikes.")));
        }
        return of(scene, KeptSources.read(scene, datasets), DatasetSources.end_ms(scene, datasets))
                .json();
    }

    /** A WAV file. */
    public byte[] wav() {
        return Mix.wav(events, duration_s);
    }

    /**
     * {"duration_s": ..., "events": [{"onset_s", "pan", "pitch_Hz", "timbre", "gain", "node_id", "time_ms"}], "voices": {...}}: all that
     * another player needs to sound the same.
     */
    public byte[] json() {
        var tree = (ObjectNode) JsonMapper.shared().valueToTree(this);
        tree.set("voices", JsonMapper.shared().valueToTree(Voice.ALL));
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }
}
