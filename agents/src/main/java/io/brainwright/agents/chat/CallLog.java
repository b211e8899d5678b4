package io.brainwright.agents.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;

/** Is told of every call of a chat model and of a tool, so that it stands on record. */
public interface CallLog {
    /** Outcome of a call that went well. */
    String OK = "ok";

    /** Keeps nothing. */
    CallLog NOWHERE = new CallLog() {};

    /**
     * A tool was called.
     *
     * @param arguments JSON as the model wrote it
     * @param outcome {@link #OK}, or that it was refused
     */
    default void tool(String name, String arguments, String outcome, Duration took) {}

    /**
     * The scientist said something, and it was answered.
     *
     * @param came "plan", "edit", "undo", "approve", "answer", "question", "decline", "scene" or "words"
     * @param plan hash of the plan that then waits; null where there is none
     */
    default void turn(String words, String came, @Nullable String plan, Duration took) {}

    /**
     * A model was asked.
     *
     * @param model which, in words and without any key
     * @param messages how many it was told
     * @param outcome {@link #OK}, or what went wrong
     * @param usage tokens, null where none were told
     */
    default void model(String model, int messages, String outcome, @Nullable Usage usage, Duration took) {}
}
