package io.brainwright.studio.web.plan;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.studio.web.scene.SceneShown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of the scientist and what came of it.
 *
 * @param words the question
 * @param kind ready, edit, undo, approve, answer, scene, question, decline, talk, page, failed
 * @param text the answer
 * @param expert who answered; empty where nobody in particular
 * @param notes hand-overs and notices
 * @param found what was looked up, in sentences
 * @param faults what is asked about, by slot
 * @param suggestions answers that can be given by a click; of a page that was written, its address
 * @param scene how the scene was changed; null where it was not
 * @param problem what went wrong; null where nothing did
 */
record ChatTurn(
        String words,
        String kind,
        String text,
        String expert,
        List<String> notes,
        List<String> found,
        List<FieldFault> faults,
        List<String> suggestions,
        @Nullable SceneShown scene,
        @Nullable Object problem) {}
