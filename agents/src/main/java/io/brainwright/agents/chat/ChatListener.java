package io.brainwright.agents.chat;

/** Is told how an answer comes about, word by word. */
public interface ChatListener {
    /** Nobody listens. */
    ChatListener NOBODY = new ChatListener() {};

    /** The model wrote some more of its answer. */
    default void words(String more) {}

    /** The model asks a tool. */
    default void asks(String tool) {}

    /** One expert passes the question to another. */
    default void handsOver(String sentence) {}

    /** A call is tried again. */
    default void triesAgain(String why) {}
}
