package io.brainwright.agents.models;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;

/**
 * A chat model with what a conversation must know of it.
 *
 * @param words what it is, for people
 * @param model who talks
 * @param answer longest wait for one whole answer
 * @param retries how often a call is tried again before its first word
 * @param prices null where none are known
 * @param hangUp ends the connections of answers that nobody waits for any more
 * @param key kept out of every message; null where there is none
 */
public record TalkingModel(
        String words,
        ChatModel model,
        Duration answer,
        int retries,
        @Nullable Prices prices,
        Runnable hangUp,
        @Nullable Secret key) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A model that somebody else configured. */
    public static TalkingModel of(String words, ChatModel model) {
        return new TalkingModel(words, model, PATIENCE, 2, null, () -> {}, null);
    }

    /** Text of others without the key. */
    public String withoutKey(@Nullable String text) {
        var known = key;
        return text == null ? "" : known == null ? text : known.hiddenIn(text);
    }
}
