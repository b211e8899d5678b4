package io.brainwright.agents.chat;

import static io.brainwright.agents.models.OpenAiStub.status;
import static io.brainwright.agents.models.OpenAiStub.tool;
import static io.brainwright.agents.models.OpenAiStub.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.models.Models;
import io.brainwright.agents.models.OpenAiStub;
import io.brainwright.agents.models.SettingsFile;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation with a model behind a real HTTP connection that speaks the OpenAI protocol. */
class HostedModelTest {
    private static final String KEY = "sk-very-secret-key-1234567890";

    @TempDir
    Path workspace;

    private final Desk desk = new Desk();
    private final List<String> heard = new ArrayList<>();
    private final ChatListener listener = new ChatListener() {
        @Override
        public void words(String more) {
            heard.add(more);
        }

        @Override
        public void triesAgain(String why) {
            heard.add("again: " + why);
        }
    };

    @Test
    void wordsComeAsTheyAreWrittenAndTokensArePricedByTheScientistsOwnList() throws IOException {
        try (var server = new OpenAiStub(words("Six ", "layers."))) {
            var answer = talk(server, "prices: {input: 1, output: 10, currency: EUR}")
                    .ask("how many layers?", listener);

            assertThat(heard).containsExactly("Six ", "layers.");
            assertThat(answer.text()).isEqualTo("Six layers.");
            assertThat(answer.spent().words()).isEqualTo("100 tokens read, 20 written, 0.0003 EUR");
            assertThat(server.keys).containsExactly("Bearer " + KEY);
            assertThat(server.asked.getFirst().path("stream").asBoolean()).isTrue();
        }
    }

    @Test
    void withoutAPriceTokensAreOnlyCounted() throws IOException {
        try (var server = new OpenAiStub(words("Six."))) {
            assertThat(talk(server, "temperature: 0").ask("how many?").spent().words())
                    .isEqualTo("100 tokens read, 20 written");
        }
    }

    @Test
    void aToolCallInPiecesIsAnsweredAndTheTokensOfAllRoundsAreCounted() throws IOException {
        try (var server = new OpenAiStub(
                tool("propose_plan", "{\"words\": \"warm it to 45 degC\"}"), words("Here is your plan."))) {
            var answer = talk(server, "retries: 0").ask("warm it to 45 degC");

            assertThat(answer.plan()).isEqualTo(Desk.PLAN);
            assertThat(answer.text()).isEqualTo("Here is your plan.");
            assertThat(answer.spent().input()).isEqualTo(200);
            var messages = server.asked.get(1).path("messages");
            assertThat(messages.get(messages.size() - 1).path("role").asString())
                    .isEqualTo("tool");
            assertThat(messages.toString()).contains("A plan for you.");
        }
    }

    @Test
    void aCallThatIsRefusedForTheMomentIsTriedAgain() throws IOException {
        try (var server = new OpenAiStub(status(429), status(503), words("Six."))) {
            assertThat(talk(server, "retries: 3").ask("how many?", listener).text())
                    .isEqualTo("Six.");
            assertThat(server.asked).hasSize(3);
            assertThat(heard).hasSize(3);
            assertThat(heard.getFirst()).contains("429");
        }
    }

    @Test
    void aRefusalThatStaysIsToldWithoutTheKeyAnywhere() throws IOException {
        try (var server = new OpenAiStub(status(401))) {
            var talk = talk(server, "retries: 3");

            assertThatThrownBy(() -> talk.ask("how many?")).isInstanceOfSatisfying(Problem.class, p -> {
                assertThat(p.sentence()).contains("401", "chat: none");
                assertThat(p.facts().toString() + p.sentence() + stack(p)).doesNotContain(KEY);
            });
            assertThat(server.asked).hasSize(1);
            assertThat(talk.model()).doesNotContain(KEY);
            assertThat(SettingsFile.read(workspace).toString()).doesNotContain(KEY);
        }
    }

    @Test
    void anAnswerThatStallsEndsAtItsTimeLimit() throws IOException, InterruptedException {
        var first = new AtomicReference<OpenAiStub.Reply>();
        try (var server =
                new OpenAiStub(exchange -> Objects.requireNonNull(first.get()).to(exchange))) {
            first.set(server.stalled());

            assertThatThrownBy(() -> talk(server, "answer-timeout-s: 1").ask("how many?"))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.sentence()).contains("no whole answer within 1 s"));
            assertThat(server.clientGone.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void cancellingEndsTheStreamAtTheServer() throws Exception {
        var first = new AtomicReference<OpenAiStub.Reply>();
        try (var server =
                new OpenAiStub(exchange -> Objects.requireNonNull(first.get()).to(exchange))) {
            first.set(server.stalled());
            var talk = talk(server, "answer-timeout-s: 600");
            var begun = new CountDownLatch(1);
            var ended = new AtomicReference<Throwable>();
            var asking = new Thread(() -> {
                try {
                    talk.ask("how many?", new ChatListener() {
                        @Override
                        public void words(String more) {
                            begun.countDown();
                        }
                    });
                } catch (RuntimeException failure) {
                    ended.set(failure);
                }
            });
            asking.start();
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            asking.interrupt();
            asking.join(TimeUnit.SECONDS.toMillis(60));

            assertThat(ended.get())
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Kind.CANCELLED));
            assertThat(server.clientGone.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aServerThatIsNotThereIsTold() throws IOException {
        var server = new OpenAiStub(words("x"));
        server.close();

        assertThatThrownBy(() -> talk(server, "retries: 0").ask("how many?"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("CHAT_MODEL_FAILED"));
    }

    private Conversation talk(OpenAiStub server, String more) throws IOException {
        Files.writeString(workspace.resolve("brainwright.yaml"), """
                brainwright:
                  chat: hosted
                  models:
                    hosted:
                      provider: openai
                      base-url: %s/v1
                      key: %s
                      name: some-model
                      %s
                """.formatted(server.url(), KEY, more));
        return new Conversation(
                new Models(SettingsFile.read(workspace), null),
                desk,
                Experts.of(workspace.resolve("agents")),
                Surroundings.of(List.of()));
    }

    private static String stack(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
