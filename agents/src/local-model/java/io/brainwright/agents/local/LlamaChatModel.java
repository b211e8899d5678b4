package io.brainwright.agents.local;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.model.MessageAggregator;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * A GGUF model that llama.cpp runs in this process. Words are drawn greedily, so the same talk gives the same answer. Where the tool that
 * proposes is attached and has not answered well yet, a grammar made of its schema holds the model to a call of it: a model this small
 * writes no call of its own accord.
 */
final class LlamaChatModel implements ChatModel, AutoCloseable {
    private static final int CONTEXT_TOKENS = 4096;
    private static final int MOST_TOKENS = 256;

    private final LlamaModel llama;

    LlamaChatModel(Path gguf, int threads) {
        llama = new LlamaModel(new ModelParameters()
                .setModel(gguf.toString())
                .setThreads(threads)
                .setCtxSize(CONTEXT_TOKENS)
                .disableLog());
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        var whole = new java.util.concurrent.atomic.AtomicReference<ChatResponse>();
        new MessageAggregator().aggregate(stream(prompt), whole::set).blockLast();
        return java.util.Objects.requireNonNull(whole.get());
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.create(sink -> generate(prompt, sink));
    }

    /** Tools reach a model only through options of this type. */
    @Override
    public ChatOptions getOptions() {
        return ToolCallingChatOptions.builder().build();
    }

    private void generate(Prompt prompt, FluxSink<ChatResponse> sink) {
        var text = ChatMarkup.of(prompt, CONTEXT_TOKENS - MOST_TOKENS, words -> llama.encode(words).length);
        var tool = HeldTool.of(prompt);
        var order = new InferenceParameters(text)
                .setTemperature(0)
                .setSeed(1)
                .setNPredict(MOST_TOKENS)
                .setStopStrings(ChatMarkup.END);
        tool.ifPresent(held -> order.setGrammar(LlamaModel.jsonSchemaToGrammar(held.schema())));
        var arguments = new StringBuilder();
        var written = new AtomicInteger();
        var tokens = llama.generate(order).iterator();
        while (tokens.hasNext()) {
            if (sink.isCancelled()) {
                tokens.cancel();
                return;
            }
            var token = tokens.next().text;
            written.incrementAndGet();
            if (tool.isPresent()) {
                arguments.append(token);
            } else if (!token.isEmpty()) {
                sink.next(new ChatResponse(List.of(new Generation(new AssistantMessage(token)))));
            }
        }
        var last = tool.map(held -> held.call(arguments.toString().strip())).orElseGet(() -> new AssistantMessage(""));
        sink.next(new ChatResponse(
                List.of(new Generation(last)),
                ChatResponseMetadata.builder()
                        .usage(new DefaultUsage(llama.encode(text).length, written.get()))
                        .build()));
        sink.complete();
    }

    @Override
    public void close() {
        llama.close();
    }
}
