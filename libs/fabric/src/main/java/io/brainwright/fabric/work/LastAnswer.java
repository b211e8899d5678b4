package io.brainwright.fabric.work;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last answer: all chunks of a build ask the same, and one that comes to a question while it is being answered waits.
 *
 * @param <Q> compared by equals
 */
public final class LastAnswer<Q, A> {
    private @Nullable Known<Q, A> last;

    private record Known<Q, A>(Q question, A answer) {}

    /** The answer to a question, made where it is not the last one's. */
    public synchronized A to(Q question, Supplier<A> answer) {
        var known = last;
        if (known == null || !known.question().equals(question)) {
            known = new Known<>(question, answer.get());
            last = known;
        }
        return known.answer();
    }
}
