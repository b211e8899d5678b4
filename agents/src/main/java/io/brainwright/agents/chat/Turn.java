package io.brainwright.agents.chat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;

/** One question of the scientist, as the tools see it: what was really said, and what came of it. */
final class Turn {
    static final String KEY = "turn";

    private final List<String> said;
    private volatile @Nullable Proposed proposed;

    Turn(List<String> said) {
        this.said = List.copyOf(said);
    }

    static Turn of(ToolContext context) {
        return (Turn) Objects.requireNonNull(context.getContext().get(KEY), "a tool is called within a turn");
    }

    /** The scientist's own words in this conversation. */
    List<String> said() {
        return said;
    }

    void propose(Proposed made) {
        proposed = made;
    }

    @Nullable
    Proposed proposed() {
        return proposed;
    }
}
