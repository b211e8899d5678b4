package io.brainwright.plugin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.plugin.PluginAddress;
import io.brainwright.proto.plugin.v1.PluggedStage;
import io.brainwright.proto.plugin.v1.StageState;
import io.brainwright.proto.stage.v1.ParameterValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a list of plug-ins stands: who is ready, who is not, and why. */
@Timeout(60)
class PlugsTest {
    @TempDir
    Path folder;

    private Plugs plugs(String... targets) {
        var listed = Stream.of(targets)
                .map(t -> new PluginAddress(t, null, Duration.ofSeconds(5), 1))
                .toList();
        return new Plugs(listed, Set.of("placement"), folder, (_, _) -> {});
    }

    private List<PluggedStage> told(String... targets) {
        try (var plugs = plugs(targets)) {
            return plugs.told();
        }
    }

    @Test
    void oneThatAnswersIsReady() throws IOException {
        try (var fake = new FakeStage(0)) {
            assertThat(told(fake.target())).singleElement().satisfies(s -> {
                assertThat(s.getState()).isEqualTo(StageState.STAGE_STATE_READY);
                assertThat(s.getDescription().getName()).isEqualTo("counter");
            });
        }
    }

    @Test
    void oneThatIsAwayKeepsItsActionsAndSaysSo() throws IOException {
        String target;
        try (var fake = new FakeStage(0)) {
            target = fake.target();
            told(target);
        }
        assertThat(told(target)).singleElement().satisfies(s -> {
            assertThat(s.getState()).isEqualTo(StageState.STAGE_STATE_AWAY);
            assertThat(s.getWhy()).contains("nothing answers");
            assertThat(s.getDescription().getActionsCount()).isEqualTo(1);
        });
    }

    @Test
    void oneThatNeverAnsweredIsAwayAndUnknown() throws IOException {
        try (var held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var plugs = plugs("127.0.0.1:" + held.getLocalPort())) {
            assertThat(plugs.told()).singleElement().satisfies(s -> {
                assertThat(s.getState()).isEqualTo(StageState.STAGE_STATE_AWAY);
                assertThat(s.hasDescription()).isFalse();
            });
            assertThatThrownBy(() -> plugs.stage("counter"))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.reason()).isEqualTo("PLUGIN_UNKNOWN"));
        }
    }

    @Test
    void anotherContractIsRefused() throws IOException {
        try (var fake = new FakeStage(0)) {
            fake.description = fake.description.toBuilder().setContract(2).build();
            assertThat(told(fake.target())).singleElement().satisfies(s -> {
                assertThat(s.getState()).isEqualTo(StageState.STAGE_STATE_REFUSED);
                assertThat(s.getWhy()).contains("contract 2").contains("speaks 1");
            });
        }
    }

    @Test
    void aNameIsTakenOnce() throws IOException {
        try (var one = new FakeStage(0);
                var two = new FakeStage(0);
                var three = new FakeStage(0)) {
            three.description = FakeStage.described("placement", 1);
            var told = told(one.target(), two.target(), three.target());
            assertThat(told)
                    .extracting(PluggedStage::getState)
                    .containsExactly(
                            StageState.STAGE_STATE_READY,
                            StageState.STAGE_STATE_REFUSED,
                            StageState.STAGE_STATE_REFUSED);
            assertThat(told.get(1).getWhy()).contains("counter").contains(one.target());
            assertThat(told.get(2).getWhy()).contains("placement").contains("built-in");
        }
    }

    @Test
    void everyFaultOfADescriptionIsToldAtOnce() throws IOException {
        try (var fake = new FakeStage(0)) {
            var description = fake.description.toBuilder().setVersion(0).setName("Counter!");
            var action = description.getActionsBuilder(0).clearWords().setMakes("cells");
            action.getParametersBuilder(0)
                    .setDefaultValue(ParameterValue.newBuilder().setInteger(99))
                    .clearSource();
            action.getTablesBuilder(0).clearKey().addKey("value");
            fake.description = description.build();
            assertThat(told(fake.target()).getFirst().getWhy())
                    .contains(
                            "Counter!",
                            "version is 0",
                            "no words",
                            "99",
                            "without a source",
                            "'value' can be no key",
                            "no table 'cells'");
        }
    }

    @Test
    void aPhraseThatWouldCatchEveryRequestIsRefused() throws IOException {
        try (var fake = new FakeStage(0)) {
            var description = fake.description.toBuilder();
            description.getActionsBuilder(0).getWordsBuilder(0).addPhrases("cells");
            fake.description = description.build();
            assertThat(told(fake.target()).getFirst().getWhy()).contains("'cells'", "too short");
        }
    }

    @Test
    void aServerOfSomethingElseIsNamedAsSuch() throws IOException {
        var other = io.grpc.Grpc.newServerBuilderForPort(0, io.grpc.InsecureServerCredentials.create())
                .build()
                .start();
        try {
            assertThat(told("127.0.0.1:" + other.getPort()).getFirst().getWhy())
                    .contains("does not offer brainwright.stage.v1.StageService");
        } finally {
            other.shutdownNow();
        }
    }
}
