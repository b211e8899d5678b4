package io.brainwright.agents.chat;

import static io.brainwright.agents.models.ProviderStub.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.models.AnthropicWire;
import io.brainwright.agents.models.ProviderStub;
import io.brainwright.agents.models.Wire;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AnthropicConversationTest extends HostedModelContract {
    @Override
    Wire wire() {
        return new AnthropicWire();
    }

    @Test
    void anAnswerThatBreaksOffBeforeItsFirstWordIsTriedAgain() throws IOException {
        try (var server = new ProviderStub(wire(), (_, exchange) -> AnthropicWire.breaksOff(exchange), words("Six."))) {
            assertThat(talk(server, "retries: 2").ask("how many?", listener).text())
                    .isEqualTo("Six.");
            assertThat(heard.getFirst()).startsWith("again: ").contains("Overloaded");
        }
    }
}
