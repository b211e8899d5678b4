package io.brainwright.studio.web.plan;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Talking, reading the plan, editing it by hand, taking an edit back. */
@RestController
final class PlanController {
    /** chosen: a long letter; a paper belongs into the library. */
    private static final int MOST_CHARACTERS = 20_000;

    private final ChatDesk chat;
    private final PlanDesk plans;

    PlanController(ChatDesk chat, PlanDesk plans) {
        this.chat = chat;
        this.plans = plans;
    }

    /** What the scientist says. */
    record Words(String words) {}

    /** Another value for an assumption of the plan with a hash. */
    record Choice(String hash, String path, JsonNode value) {}

    /** An edit of the plan with a hash: a JSON Patch, or the plan as it is to be. */
    record Edit(String hash, JsonNode edit) {}

    @GetMapping("/api/chat")
    List<ChatTurn> turns() {
        return chat.turns();
    }

    @PostMapping("/api/chat")
    ChatTurn ask(@RequestBody Words said) {
        if (said.words() == null || said.words().length() > MOST_CHARACTERS) {
            throw Problem.invalid(
                    "These words cannot be read.",
                    List.of(new FieldFault("words", "Say it in at most %d characters.".formatted(MOST_CHARACTERS))));
        }
        return chat.ask(said.words());
    }

    @GetMapping("/api/plan")
    PlanView plan() {
        return plans.view();
    }

    @PostMapping("/api/plan/assume")
    PlanView assume(@RequestBody Choice choice) {
        return plans.assume(choice.hash(), choice.path(), choice.value());
    }

    @PostMapping("/api/plan/edit")
    PlanView edit(@RequestBody Edit edit) {
        return plans.edit(edit.hash(), edit.edit());
    }

    @PostMapping("/api/plan/undo")
    PlanView undo() {
        return plans.undo();
    }
}
