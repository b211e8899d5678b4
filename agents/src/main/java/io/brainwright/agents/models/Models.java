package io.brainwright.agents.models;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;

/** The chat models of a workspace, by alias; each is made when it is first asked for. */
public final class Models {
    private final Settings settings;
    private final @Nullable TalkingModel chosen;
    private final Map<String, TalkingModel> made = new HashMap<>();

    /**
     * @param settings what the scientist's file names
     * @param spring a model that Spring AI configured by its own keys; it talks where the file chooses none
     */
    public Models(Settings settings, @Nullable ChatModel spring) {
        this.settings = settings;
        this.chosen = settings.model(settings.chosen())
                .map(ProviderModels::of)
                .orElse(spring == null ? null : TalkingModel.of("as spring.ai.model.chat says", spring));
    }

    /** No model at all, or one that is given. */
    public static Models only(@Nullable ChatModel model) {
        return new Models(Settings.NONE, model);
    }

    /** The model of every conversation; null: the built-in planner. */
    public @Nullable TalkingModel chosen() {
        return chosen;
    }

    /** The model of an alias; null where none is called so. */
    public synchronized @Nullable TalkingModel named(String alias) {
        return settings.model(alias)
                .map(s -> made.computeIfAbsent(alias, _ -> ProviderModels.of(s)))
                .orElse(null);
    }

    /** Which model talks, in one line and without any key. */
    public String words() {
        var model = chosen;
        return model == null ? "none: the built-in planner, offline" : model.words();
    }
}
