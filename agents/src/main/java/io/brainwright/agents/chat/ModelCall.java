package io.brainwright.agents.chat;

import io.brainwright.agents.models.ModelFailure;
import io.brainwright.agents.models.TalkingModel;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.MessageAggregator;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * One question to a chat model, streamed. A whole answer has a time limit; a call that is refused for the moment is tried again as long
 * as no word of it has come; interrupting the thread ends the stream.
 */
final class ModelCall {
    /** chosen: a server that refuses for the moment asks for about this long; doubled with each try. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final TalkingModel model;
    private final CallLog log;

    ModelCall(TalkingModel model, CallLog log) {
        this.model = model;
        this.log = log;
    }

    /**
     * What came of a question.
     *
     * @param message words or tool calls
     * @param usage tokens, null where the provider tells none
     */
    record Said(AssistantMessage message, @Nullable Usage usage) {}

    /**
     * Asks.
     *
     * @param tools those attached to this call; no other can be called
     * @throws Problem UNAVAILABLE where the model fails, CANCELLED where the thread was interrupted
     */
    Said ask(List<Message> messages, List<ToolCallback> tools, ChatListener listener) {
        var prompt = new Prompt(messages, options(tools));
        for (int attempt = 0; ; attempt++) {
            var begun = new AtomicBoolean();
            long began = System.nanoTime();
            try {
                var said = once(prompt, begun, listener);
                log.model(
                        model.words(),
                        messages.size(),
                        CallLog.OK,
                        said.usage(),
                        Duration.ofNanos(System.nanoTime() - began));
                return said;
            } catch (RuntimeException failure) {
                model.hangUp().run();
                var outcome = ModelFailure.problem(model, failure).getMessage();
                log.model(
                        model.words(),
                        messages.size(),
                        outcome == null ? "failed" : outcome,
                        null,
                        Duration.ofNanos(System.nanoTime() - began));
                if (Thread.interrupted()) {
                    throw cancelled();
                }
                if (failure instanceof Problem problem) {
                    throw problem;
                }
                if (begun.get() || attempt >= model.retries() || !ModelFailure.passes(failure)) {
                    throw ModelFailure.problem(model, failure);
                }
                listener.triesAgain(ModelFailure.problem(model, failure).sentence());
                pause(FIRST_PAUSE.multipliedBy(1L << attempt));
            }
        }
    }

    private Said once(Prompt prompt, AtomicBoolean begun, ChatListener listener) {
        var whole = new AtomicReference<ChatResponse>();
        var stream = Flux.defer(() -> streamed(prompt)).subscribeOn(Schedulers.boundedElastic());
        new MessageAggregator()
                .aggregate(stream.doOnNext(chunk -> tell(chunk, begun, listener)), whole::set)
                .then()
                .timeout(model.answer())
                .block();
        var response = whole.get();
        var result = response == null ? null : response.getResult();
        if (response == null || result == null) {
            throw new Problem(
                    Kind.UNAVAILABLE,
                    "CHAT_MODEL_SILENT",
                    "The chat model sent an answer without any content.",
                    "Ask again, or set 'chat: none' in brainwright.yaml for the built-in planner.",
                    Map.of("model", model.words()));
        }
        return new Said(result.getOutput(), response.getMetadata().getUsage());
    }

    private Flux<ChatResponse> streamed(Prompt prompt) {
        try {
            return model.model().stream(prompt);
        } catch (UnsupportedOperationException cannotStream) {
            return Flux.just(model.model().call(prompt));
        }
    }

    private static void tell(ChatResponse chunk, AtomicBoolean begun, ChatListener listener) {
        if (chunk.getResult() == null) {
            return;
        }
        var text = chunk.getResult().getOutput().getText();
        if (text != null && !text.isEmpty()) {
            begun.set(true);
            listener.words(text);
        }
    }

    /** The model's own options with the tools; every provider insists on its own kind. */
    private ToolCallingChatOptions options(List<ToolCallback> tools) {
        return model.model().getOptions() instanceof ToolCallingChatOptions own
                ? own.mutate().toolCallbacks(tools).build()
                : ToolCallingChatOptions.builder().toolCallbacks(tools).build();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            throw cancelled();
        }
    }

    private static Problem cancelled() {
        Thread.currentThread().interrupt();
        return new Problem(
                Kind.CANCELLED, "CHAT_CANCELLED", "The question was cancelled.", "Nothing was done.", Map.of());
    }
}
