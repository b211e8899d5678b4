package io.brainwright.agents.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The scientist's standing preferences: {@code AGENTS.md} of the workspace, read anew for each turn. */
final class Preferences {
    /** chosen: a few pages. */
    private static final int LONGEST = 12_000;

    private final Path file;

    Preferences(Path file) {
        this.file = file;
    }

    /** What a model is told of them, in the scientist's name and never as a rule of ours. */
    Optional<String> text() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var text = Files.readString(file).strip();
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of("My standing preferences, from AGENTS.md:\n"
                            + (text.length() > LONGEST ? text.substring(0, LONGEST) : text));
        } catch (IOException unreadable) {
            return Optional.of("My AGENTS.md could not be read; tell me so.");
        }
    }
}
