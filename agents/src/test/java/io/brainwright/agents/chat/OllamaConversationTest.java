package io.brainwright.agents.chat;

import io.brainwright.agents.models.OllamaWire;
import io.brainwright.agents.models.Wire;

class OllamaConversationTest extends HostedModelContract {
    @Override
    Wire wire() {
        return new OllamaWire();
    }
}
