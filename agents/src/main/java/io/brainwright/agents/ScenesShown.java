package io.brainwright.agents;

import io.brainwright.agents.chat.Showing;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.scene.SceneWords;
import io.brainwright.agents.showing.SceneDesk;
import io.brainwright.agents.showing.SceneEdit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which words of a talk change the scene: those that are wishes about it as a whole, unless a plan with a picture or a movie waits for
 * approval, which they may be meant for; those that name the scene, and those that are said to the graphics engineer.
 */
final class ScenesShown implements Showing {
    private static final int HASH_LENGTH = 8;

    private final SceneDesk desk;
    private final Supplier<Optional<Plan>> pending;
    private final Path studies;

    ScenesShown(SceneDesk desk, Supplier<Optional<Plan>> pending, Path studies) {
        this.desk = desk;
        this.pending = pending;
        this.studies = studies;
    }

    @Override
    public Optional<SceneEdit> show(String words, Addressed to) {
        if (SceneWords.undoes(words)) {
            boolean scene = SceneWords.undoesScene(words) || to != Addressed.TO_ALL;
            return scene && desk.canUndo() ? Optional.of(desk.undo()) : Optional.empty();
        }
        return switch (desk.fit(words)) {
            case WHOLE ->
                to == Addressed.TO_ALL && pictureWaits() && !SceneWords.names(words)
                        ? Optional.empty()
                        : Optional.of(desk.edit(words));
            case PART ->
                to != Addressed.TO_ALL || SceneWords.names(words) ? Optional.of(desk.edit(words)) : Optional.empty();
            case NONE -> Optional.empty();
        };
    }

    /** Whether a plan that draws has been shown and has not run. */
    private boolean pictureWaits() {
        return pending.get()
                .filter(p -> !p.steps("render.movie").isEmpty()
                        || !p.steps("render.image").isEmpty())
                .filter(p -> !ran(p))
                .isPresent();
    }

    private boolean ran(Plan plan) {
        if (!Files.isDirectory(studies)) {
            return false;
        }
        try (var folders = Files.list(studies)) {
            var ending = "-" + plan.hash().substring(0, HASH_LENGTH);
            return folders.anyMatch(f -> f.getFileName().toString().endsWith(ending));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
