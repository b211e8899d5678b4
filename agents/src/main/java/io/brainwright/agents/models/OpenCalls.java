package io.brainwright.agents.models;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Remembers the connections of a client, because cancelling the stream of an answer does not close the one that it comes through.
 */
final class OpenCalls implements Interceptor {
    private static final int MOST = 16;

    private final Deque<Call> calls = new ArrayDeque<>();

    @Override
    public Response intercept(Chain chain) throws IOException {
        synchronized (calls) {
            calls.addLast(chain.call());
            if (calls.size() > MOST) {
                calls.removeFirst();
            }
        }
        return chain.proceed(chain.request());
    }

    /** Closes what is still open; a call that has ended is not touched by it. */
    void hangUp() {
        synchronized (calls) {
            calls.forEach(Call::cancel);
            calls.clear();
        }
    }
}
