package io.brainwright.agents.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final String KEY = "sk-very-secret-key-1234567890";

    @Test
    void withoutAFileThereIsNoModel(@TempDir Path workspace) {
        assertThat(new Models(SettingsFile.read(workspace), null).words())
                .isEqualTo("none: the built-in planner, offline");
    }

    @Test
    void everyProviderIsMadeWithoutCallingAnybody() {
        var settings = settings("""
                brainwright:
                  chat: hosted
                  models:
                    hosted: {provider: openai, key-env: MY_KEY, name: some-model, prices: {input: 0.5, output: 2}}
                    lab: {provider: openai, base-url: "http://127.0.0.1:1/v1", name: local-model}
                    other: {provider: anthropic, key-env: MY_KEY, name: some-model, max-tokens: 500}
                    local: {provider: ollama, base-url: "http://127.0.0.1:1", name: small, temperature: 0.2}
                """);
        var models = new Models(settings, null);

        assertThat(models.words()).isEqualTo("hosted: some-model (openai)");
        for (var alias : new String[] {"hosted", "lab", "other", "local"}) {
            assertThat(models.named(alias)).isNotNull();
        }
        assertThat(models.named("absent")).isNull();
        assertThat(settings.toString()).doesNotContain(KEY);
    }

    @Test
    void everyFaultIsToldWithItsLineAndNoKey() {
        assertThatThrownBy(() -> settings("""
                brainwright:
                  chat: hostd
                  models:
                    hosted:
                      provider: openia
                      key: sk-very-secret-key-1234567890
                      nam: x
                      retries: many
                    other: {provider: anthropic, name: x, key-env: ABSENT}
                  mcp:
                    both: {url: "http://127.0.0.1:1/mcp", command: [x]}
                """))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.sentence())
                                .contains(
                                        "brainwright.yaml:2", "'hostd'",
                                        "brainwright.yaml:5", "'openia'",
                                        "brainwright.yaml:7", "'nam'",
                                        "brainwright.yaml:8", "'retries'",
                                        "brainwright.yaml:9", "ABSENT",
                                        "brainwright.yaml:11", "'url' or 'command'")
                                .doesNotContain(KEY));
    }

    @Test
    void whatElseStandsInTheFileIsLeftAlone() {
        assertThat(settings("spring: {ai: {model: {chat: none}}}\nlogging: {level: {root: warn}}\n"))
                .isEqualTo(Settings.NONE);
    }

    private static Settings settings(String yaml) {
        return SettingsFile.parse(
                "brainwright.yaml", yaml, name -> Map.of("MY_KEY", KEY).get(name));
    }
}
