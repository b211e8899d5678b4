package io.brainwright.agents.chat;

import io.brainwright.agents.models.OpenAiWire;
import io.brainwright.agents.models.Wire;

class OpenAiConversationTest extends HostedModelContract {
    @Override
    Wire wire() {
        return new OpenAiWire();
    }
}
