package io.brainwright.render.model.scenefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole scene. What the file leaves out has its documented default, so readers find no gaps.
 *
 * @param version of the language, "1.0"
 * @param title what the overlay "title" says; may be empty
 * @param size width and height, px; default 1280 x 720
 * @param sources data by name, in the order of the file
 * @param time what is shown and how slowly
 * @param layers drawn in the order of the file
 * @param audio null: silent
 */
public record Scene(
        String version,
        String title,
        String description,
        List<Integer> size,
        Background background,
        Map<String, Source> sources,
        Timing time,
        List<Layer> layers,
        List<Clip> clip,
        Light light,
        Camera camera,
        List<Overlay> overlays,
        @Nullable Audio audio,
        Output output) {
    private static final List<Integer> HD = List.of(1280, 720);

    public Scene(
            @Nullable String version,
            @Nullable String title,
            @Nullable String description,
            @Nullable List<Integer> size,
            @Nullable Background background,
            @Nullable Map<String, Source> sources,
            @Nullable Timing time,
            @Nullable List<Layer> layers,
            @Nullable List<Clip> clip,
            @Nullable Light light,
            @Nullable Camera camera,
            @Nullable List<Overlay> overlays,
            @Nullable Audio audio,
            @Nullable Output output) {
        this.version = version == null ? "1.0" : version;
        this.title = title == null ? "" : title;
        this.description = description == null ? "" : description;
        this.size = size == null ? HD : List.copyOf(size);
        this.background = background == null ? new Background(null, null, null, null) : background;
        this.sources = sources == null ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        this.time = time == null ? new Timing(null, null, null, null) : time;
        this.layers = layers == null ? List.of() : List.copyOf(layers);
        this.clip = clip == null ? List.of() : List.copyOf(clip);
        this.light = light == null ? new Light(null, null, null, null, null) : light;
        this.camera = camera == null ? new Camera(null, null, null, null, null) : camera;
        this.overlays = overlays == null ? List.of() : List.copyOf(overlays);
        this.audio = audio;
        this.output = output == null ? new Output(null, null, null) : output;
    }

    public int width_px() {
        return size.get(0);
    }

    public int height_px() {
        return size.get(1);
    }

    /** The source of that name. */
    public Optional<Source> source(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(sources.get(name));
    }

    /** The layer of that id. */
    public Optional<Layer> layer(@Nullable String id) {
        return layers.stream().filter(l -> l.id().equals(id)).findFirst();
    }
}
