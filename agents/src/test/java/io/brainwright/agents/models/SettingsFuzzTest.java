package io.brainwright.agents.models;

import io.brainwright.testkit.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsFuzzTest {
    private static final String SETTINGS = """
            brainwright:
              chat: hosted
              models:
                hosted: {provider: openai, key-env: MY_KEY, name: some-model, prices: {input: 0.5, output: 2}}
                lab: {provider: openai, base-url: "http://127.0.0.1:1/v1", name: local-model}
                local:
                  provider: ollama
                  base-url: "http://127.0.0.1:1"
                  name: small
                  temperature: 0.2
              mcp:
                files: {command: [tool, --stdio]}
                web: {url: "http://127.0.0.1:1/mcp"}
            """;

    @Test
    void brainwrightYaml() {
        Fuzz.check(
                "brainwright.yaml",
                List.of(SETTINGS.getBytes(StandardCharsets.UTF_8)),
                bytes -> SettingsFile.parse(
                        "brainwright.yaml", new String(bytes, StandardCharsets.UTF_8), name -> "k-" + name));
    }
}
