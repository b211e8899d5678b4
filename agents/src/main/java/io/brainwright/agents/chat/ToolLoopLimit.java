package io.brainwright.agents.chat;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.ToolCallingAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;

/** Ends a turn in which a chat model calls tools without end; one for each turn. */
final class ToolLoopLimit implements CallAdvisor {
    /** chosen: a turn looks up a few things and proposes once or twice. */
    static final int MOST_CALLS = 12;

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
        if (calls.incrementAndGet() > MOST_CALLS) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "CHAT_MODEL_LOOPS",
                    "The chat model called tools %d times without an answer.".formatted(MOST_CALLS),
                    "Say it in other words, or set spring.ai.model.chat=none for the built-in planner.",
                    Map.of("calls", String.valueOf(MOST_CALLS)));
        }
        return chain.nextCall(request);
    }

    @Override
    public String getName() {
        return "tool loop limit";
    }

    /** Inside the tool loop, so that each of its rounds counts. */
    @Override
    public int getOrder() {
        return ToolCallingAdvisor.DEFAULT_ORDER + 1;
    }
}
