package io.brainwright.agents.chat;

import static io.brainwright.agents.models.ProviderStub.stalled;
import static io.brainwright.agents.models.ProviderStub.status;
import static io.brainwright.agents.models.ProviderStub.tool;
import static io.brainwright.agents.models.ProviderStub.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.models.Models;
import io.brainwright.agents.models.ProviderStub;
import io.brainwright.agents.models.SettingsFile;
import io.brainwright.agents.models.Wire;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The conversation with a model behind a real HTTP connection, chosen by {@code brainwright.yaml}: one suite for every provider's protocol.
 */
abstract class HostedModelContract {
    static final String KEY = "sk-very-secret-key-1234567890";

    @TempDir
    Path workspace;

    /** The protocol that the model's server speaks. */
    abstract Wire wire();

    final Desk desk = new Desk();
    final List<String> heard = new ArrayList<>();
    final ChatListener listener = new ChatListener() {
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
        try (var server = new ProviderStub(wire(), words("Six ", "layers."))) {
            var answer = talk(server, "prices: {input: 1, output: 10, currency: EUR}")
                    .ask("how many layers?", listener);

            assertThat(heard).containsExactly("Six ", "layers.");
            assertThat(answer.text()).isEqualTo("Six layers.");
            assertThat(answer.spent().words()).isEqualTo("100 tokens read, 20 written, 0.0003 EUR");
            assertThat(server.keys).containsExactly(wire().keyPrefix() + KEY);
            assertThat(server.paths).containsExactly(wire().path());
            assertThat(server.asked.getFirst().path("stream").asBoolean()).isTrue();
        }
    }

    @Test
    void withoutAPriceTokensAreOnlyCounted() throws IOException {
        try (var server = new ProviderStub(wire(), words("Six."))) {
            assertThat(talk(server, "temperature: 0").ask("how many?").spent().words())
                    .isEqualTo("100 tokens read, 20 written");
        }
    }

    @Test
    void aToolCallInPiecesIsAnsweredAndTheTokensOfAllRoundsAreCounted() throws IOException {
        try (var server = new ProviderStub(
                wire(), tool("propose_plan", "{\"words\": \"warm it to 45 degC\"}"), words("Here is your plan."))) {
            var answer = talk(server, "retries: 0").ask("warm it to 45 degC");

            assertThat(answer.plan()).isEqualTo(Desk.PLAN);
            assertThat(answer.text()).isEqualTo("Here is your plan.");
            assertThat(answer.spent().input()).isEqualTo(200);
            assertThat(server.asked.getFirst().path("tools").toString()).contains("propose_plan");
            assertThat(wire().bringsToolAnswer(server.asked.get(1), "A plan for you."))
                    .isTrue();
        }
    }

    @Test
    void aCallThatIsRefusedForTheMomentIsTriedAgain() throws IOException {
        try (var log = new HeardLog();
                var server = new ProviderStub(wire(), status(429), status(529), words("Six."))) {
            assertThat(talk(server, "retries: 3").ask("how many?", listener).text())
                    .isEqualTo("Six.");
            assertThat(server.asked).hasSize(3);
            assertThat(log.text()).doesNotContain(KEY);
            assertThat(heard).hasSize(3);
            assertThat(heard.getFirst()).contains("429").doesNotContain(KEY);
            assertThat(heard.get(1)).contains("529").doesNotContain(KEY);
        }
    }

    @Test
    void aRefusalThatStaysIsToldWithoutTheKeyAnywhere() throws IOException {
        try (var log = new HeardLog();
                var server = new ProviderStub(wire(), status(401))) {
            var talk = talk(server, "retries: 3");

            assertThatThrownBy(() -> talk.ask("how many?")).isInstanceOfSatisfying(Problem.class, p -> {
                assertThat(p.sentence()).contains("401", "chat: none");
                assertThat(p.facts().toString() + p.sentence() + stack(p)).doesNotContain(KEY);
            });
            assertThat(server.asked).hasSize(1);
            assertThat(talk.model()).doesNotContain(KEY);
            assertThat(SettingsFile.read(workspace).toString()).doesNotContain(KEY);
            assertThat(log.text()).doesNotContain(KEY);
        }
    }

    @Test
    void anAnswerThatStallsEndsAtItsTimeLimit() throws IOException, InterruptedException {
        try (var server = new ProviderStub(wire(), stalled())) {

            assertThatThrownBy(() -> talk(server, "answer-timeout-s: 1").ask("how many?"))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.sentence()).contains("no whole answer within 1 s"));
            assertThat(server.clientGone.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void cancellingEndsTheStreamAtTheServer() throws Exception {
        try (var server = new ProviderStub(wire(), stalled())) {
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
        var server = new ProviderStub(wire(), words("x"));
        server.close();

        assertThatThrownBy(() -> talk(server, "retries: 0").ask("how many?"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("CHAT_MODEL_FAILED"));
    }

    final Conversation talk(ProviderStub server, String more) throws IOException {
        Files.writeString(workspace.resolve("brainwright.yaml"), """
                brainwright:
                  chat: hosted
                  models:
                    hosted:
                      provider: %s
                      base-url: %s
                      key: %s
                      name: some-model
                      %s
                """.formatted(
                        wire().provider(), server.url() + wire().base(), KEY, more));
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
