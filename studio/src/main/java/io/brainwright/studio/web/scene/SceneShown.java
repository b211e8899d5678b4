package io.brainwright.studio.web.scene;

import io.brainwright.agents.showing.SceneEdit;
import io.brainwright.agents.showing.SceneLook;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An edited scene as a page shows it.
 *
 * @param scene as it stands now
 * @param patch the edit, JSON Patch
 * @param diff the edit in lines that begin with + or -
 * @param png the thumbnail, base 64; empty where there is none
 * @param seen what is visible on it; null where there is no thumbnail
 */
public record SceneShown(
        JsonNode scene,
        JsonNode patch,
        List<String> diff,
        String png,
        @Nullable Table seen) {
    /**
     * What is visible.
     *
     * @param layers by layer of the scene
     * @param cells the most visible ones
     */
    public record Table(
            List<SceneLook.Row> layers,
            List<SceneLook.Row> cells,
            int cells_seen,
            double background,
            double luminance,
            double brightest,
            double time_ms,
            int frames) {}

    /** The edit, its thumbnail as text. */
    public static SceneShown of(SceneEdit edit) {
        var look = edit.look();
        return new SceneShown(edit.scene(), edit.patch(), edit.diff(), png(look), look == null ? null : table(look));
    }

    static String png(@Nullable SceneLook look) {
        return look == null ? "" : Base64.getEncoder().encodeToString(look.png());
    }

    static Table table(SceneLook l) {
        return new Table(
                l.layers(),
                l.cells(),
                l.cells_seen(),
                l.background(),
                l.luminance(),
                l.brightest(),
                l.time_ms(),
                l.frames());
    }
}
