package io.brainwright.agents.models;

/**
 * What a provider charges, as the scientist wrote it down.
 *
 * @param input per million tokens that the model reads
 * @param output per million tokens that it writes
 * @param currency "USD"
 */
public record Prices(double input, double output, String currency) {
    private static final double MILLION = 1e6;

    /** What some tokens cost, in the currency. */
    public double of(long inputTokens, long outputTokens) {
        return (inputTokens * input + outputTokens * output) / MILLION;
    }
}
