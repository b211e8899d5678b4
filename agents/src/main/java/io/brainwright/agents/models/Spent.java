package io.brainwright.agents.models;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were read and written.
 *
 * @param input tokens that the model read
 * @param output tokens that it wrote
 * @param cost what they cost, null where no price is known for some of them
 * @param currency of the cost, empty where there is none
 */
public record Spent(long input, long output, @Nullable Double cost, String currency) {
    /** Nothing. */
    public static final Spent NOTHING = new Spent(0, 0, 0.0, "");

    /** Tokens at a price; without a price they are only counted. */
    public static Spent of(long input, long output, @Nullable Prices prices) {
        return prices == null
                ? new Spent(input, output, null, "")
                : new Spent(input, output, prices.of(input, output), prices.currency());
    }

    /** Both together; a cost only where both have one, in one currency. */
    public Spent plus(Spent more) {
        if (input + output == 0) {
            return more;
        }
        if (more.input + more.output == 0) {
            return this;
        }
        var one = cost;
        var other = more.cost;
        return one != null && other != null && currency.equals(more.currency)
                ? new Spent(input + more.input, output + more.output, one + other, currency)
                : new Spent(input + more.input, output + more.output, null, "");
    }

    /** For people: "1 203 tokens read, 88 written, 0.0012 USD". */
    public String words() {
        var words = String.format(Locale.ROOT, "%,d tokens read, %,d written", input, output)
                .replaceAll("(?<=\\d),(?=\\d)", " ");
        return cost == null || currency.isEmpty()
                ? words
                : words + String.format(Locale.ROOT, ", %.4f %s", cost, currency);
    }
}
