package io.brainwright.agents.models;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the connections of a client, because cancelling the stream of an answer does not close the one that it comes through; and
 * takes the key out of refusals, before any client makes an exception or a log line of them.
 */
final class OpenCalls implements Interceptor {
    private static final int MOST = 16;
    private static final int LONGEST_REFUSAL = 1 << 16;

    private final @Nullable Secret key;
    private final Deque<Call> calls = new ArrayDeque<>();

    OpenCalls(@Nullable Secret key) {
        this.key = key;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        synchronized (calls) {
            calls.addLast(chain.call());
            if (calls.size() > MOST) {
                calls.removeFirst();
            }
        }
        var response = chain.proceed(chain.request());
        var secret = key;
        if (response.isSuccessful() || secret == null) {
            return response;
        }
        var type = response.body().contentType();
        var text = secret.hiddenIn(response.peekBody(LONGEST_REFUSAL).string());
        response.body().close();
        return response.newBuilder().body(ResponseBody.create(text, type)).build();
    }

    /** Closes what is still open; a call that has ended is not touched by it. */
    void hangUp() {
        synchronized (calls) {
            calls.forEach(Call::cancel);
            calls.clear();
        }
    }
}
