package io.brainwright.agents.models;

import com.openai.core.Timeout;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.ollama.OllamaChatModel;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Makes the clients of the providers. None calls anybody before it is asked something; retries are the conversation's. */
final class ProviderModels {
    /** chosen: what an endpoint without keys gets, since its client insists on one. */
    private static final String NO_KEY = "none";

    private ProviderModels() {}

    static TalkingModel of(ModelSettings settings) {
        var calls = new OpenCalls(settings.key());
        var streams = new OpenStreams(settings.connect(), settings.answer());
        ChatModel model = switch (settings.provider()) {
            case OPENAI -> openAi(settings, calls);
            case ANTHROPIC -> anthropic(settings, calls);
            case OLLAMA -> ollama(settings, streams);
        };
        return new TalkingModel(
                settings.words(),
                model,
                settings.answer(),
                settings.retries(),
                settings.prices(),
                () -> {
                    calls.hangUp();
                    streams.hangUp();
                },
                settings.key());
    }

    private static ChatModel openAi(ModelSettings s, OpenCalls calls) {
        var options = OpenAiChatOptions.builder();
        if (s.baseUrl() != null) {
            options.baseUrl(s.baseUrl());
        }
        if (s.temperature() != null) {
            options.temperature(s.temperature());
        }
        if (s.maxTokens() != null) {
            options.maxTokens(s.maxTokens());
        }
        options.apiKey(key(s)).model(s.name());
        options.timeout(s.answer()).maxRetries(0).streamUsage(true);
        return OpenAiChatModel.builder()
                .options(options.build())
                .httpClientBuilderCustomizer(http -> http.interceptor(calls)
                        .timeout(Timeout.builder()
                                .connect(s.connect())
                                .read(s.answer())
                                .request(s.answer())
                                .build()))
                .build();
    }

    private static ChatModel anthropic(ModelSettings s, OpenCalls calls) {
        var options = AnthropicChatOptions.builder();
        if (s.baseUrl() != null) {
            options.baseUrl(s.baseUrl());
        }
        if (s.temperature() != null) {
            options.temperature(s.temperature());
        }
        if (s.maxTokens() != null) {
            options.maxTokens(s.maxTokens());
        }
        options.apiKey(key(s)).model(s.name());
        options.timeout(s.answer()).maxRetries(0);
        return AnthropicChatModel.builder()
                .options(options.build())
                .httpClientBuilderCustomizer(http -> http.interceptor(calls)
                        .timeout(com.anthropic.core.Timeout.builder()
                                .connect(s.connect())
                                .read(s.answer())
                                .request(s.answer())
                                .build()))
                .build();
    }

    private static ChatModel ollama(ModelSettings s, OpenStreams streams) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(s.connect())
                .build();
        var plain = new JdkClientHttpRequestFactory(http);
        plain.setReadTimeout(s.answer());
        var calling = RestClient.builder().requestFactory(plain);
        var listening = WebClient.builder().clientConnector(streams);
        var key = s.key();
        if (key != null) {
            calling.defaultHeaders(headers -> headers.setBearerAuth(key.reveal()));
            listening
                    .defaultHeaders(headers -> headers.setBearerAuth(key.reveal()))
                    .filter(withoutKey(key));
        }
        var api = OllamaApi.builder().restClientBuilder(calling).webClientBuilder(listening);
        if (s.baseUrl() != null) {
            api.baseUrl(s.baseUrl());
        }
        var options = OllamaChatOptions.builder().model(s.name());
        if (s.temperature() != null) {
            options.temperature(s.temperature());
        }
        if (s.maxTokens() != null) {
            options.numPredict(s.maxTokens());
        }
        return OllamaChatModel.builder()
                .ollamaApi(api.build())
                .options(options.build())
                .build();
    }

    /** Takes the key out of refusals, before the client makes an exception or a log line of them. */
    private static ExchangeFilterFunction withoutKey(Secret key) {
        return ExchangeFilterFunction.ofResponseProcessor(response ->
                response.statusCode().isError()
                        ? DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()))
                                .map(ProviderModels::text)
                                .defaultIfEmpty("")
                                .map(text -> ClientResponse.create(response.statusCode())
                                        .body(key.hiddenIn(text))
                                        .build())
                        : Mono.just(response));
    }

    private static String text(DataBuffer bytes) {
        var text = bytes.toString(StandardCharsets.UTF_8);
        DataBufferUtils.release(bytes);
        return text;
    }

    private static String key(ModelSettings s) {
        var key = s.key();
        return key == null ? NO_KEY : key.reveal();
    }
}
