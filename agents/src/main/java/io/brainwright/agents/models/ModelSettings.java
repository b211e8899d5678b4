package io.brainwright.agents.models;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One chat model that the scientist named.
 *
 * @param alias how files of experts and the scientist call it
 * @param provider who answers
 * @param baseUrl where; null for the provider's own address
 * @param key what the provider knows the scientist by; null where it needs none
 * @param name the provider's name of the model
 * @param connect longest wait for a connection
 * @param answer longest wait for one whole answer
 * @param retries how often a refused or broken call is tried again before its first word
 * @param temperature of the draw of words; null for the provider's default
 * @param maxTokens most tokens of one answer; null for the provider's default
 * @param prices null where the scientist gave none
 */
public record ModelSettings(
        String alias,
        Provider provider,
        @Nullable String baseUrl,
        @Nullable Secret key,
        String name,
        Duration connect,
        Duration answer,
        int retries,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable Prices prices) {
    /** Who answers. */
    public enum Provider {
        /** OpenAI, and every endpoint that speaks its protocol. */
        OPENAI,
        ANTHROPIC,
        OLLAMA
    }

    /** For people, without any key: "hosted: some-model at http://localhost:8080/v1 (openai)". */
    public String words() {
        return "%s: %s%s (%s)"
                .formatted(
                        alias,
                        name,
                        baseUrl == null ? "" : " at " + baseUrl.replaceAll("//[^/@]*@", "//"),
                        provider.name().toLowerCase(java.util.Locale.ROOT));
    }
}
