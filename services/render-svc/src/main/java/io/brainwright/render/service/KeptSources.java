package io.brainwright.render.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.render.model.movie.SceneData;
import io.brainwright.render.model.scenefile.Scene;
import java.lang.ref.SoftReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources that were read last, kept while there is memory: the chunks of a movie and the looks at an edited scene share them. Datasets never
 * change, so what was read once stays right.
 */
final class KeptSources {
    private static @Nullable SoftReference<Kept> last;

    private KeptSources() {}

    /** What was read, from where, under which names. */
    private record Kept(Datasets from, List<DatasetId> ids, String sources, SceneData data) {}

    static SceneData read(Scene scene, Datasets datasets) {
        var ids = DatasetSources.ids(scene);
        var names = String.valueOf(scene.sources());
        synchronized (KeptSources.class) {
            var kept = last == null ? null : last.get();
            if (kept != null
                    && kept.from() == datasets
                    && kept.ids().equals(ids)
                    && kept.sources().equals(names)) {
                return kept.data();
            }
        }
        var data = DatasetSources.read(scene, datasets);
        synchronized (KeptSources.class) {
            last = new SoftReference<>(new Kept(datasets, ids, names, data));
        }
        return data;
    }
}
