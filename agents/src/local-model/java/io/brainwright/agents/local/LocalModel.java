package io.brainwright.agents.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.ai.chat.model.ChatModel;

/** The model that {@code -Dlocal.model=FILE.gguf} names. */
public final class LocalModel implements AutoCloseable {
    private static final int THREADS = 1;

    private final LlamaChatModel chat;
    private final String words;

    private LocalModel(LlamaChatModel chat, String words) {
        this.chat = chat;
        this.words = words;
    }

    /** Loads it. */
    public static LocalModel load() {
        var file = Path.of(System.getProperty("local.model", ""));
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    "-Dlocal.model=%s is no file; docs/agents.md tells where a GGUF comes from".formatted(file));
        }
        long began = System.nanoTime();
        var chat = new LlamaChatModel(file, THREADS);
        return new LocalModel(
                chat,
                "%s loaded in %.1f s, %d thread"
                        .formatted(file.getFileName(), (System.nanoTime() - began) / 1e9, THREADS));
    }

    public ChatModel chat() {
        return chat;
    }

    public String words() {
        return words;
    }

    @Override
    public void close() {
        chat.close();
    }
}
