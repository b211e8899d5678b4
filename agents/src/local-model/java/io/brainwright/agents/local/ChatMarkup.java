package io.brainwright.agents.local;

import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.prompt.Prompt;

/** A talk as the text that the model was trained on (ChatML). */
final class ChatMarkup {
    /** Ends each message. */
    static final String END = "<|im_end|>";

    private ChatMarkup() {}

    /** The talk without its oldest messages where it would be too long; the last message always stays. */
    static String of(Prompt prompt, int mostTokens, ToIntFunction<String> tokens) {
        var messages = prompt.getInstructions();
        var text = text(messages);
        for (int from = 1; from < messages.size() && tokens.applyAsInt(text) > mostTokens; from++) {
            text = text(messages.subList(from, messages.size()));
        }
        return text;
    }

    private static String text(List<Message> messages) {
        var text = new StringBuilder();
        for (var message : messages) {
            var role = message.getMessageType().getValue();
            text.append("<|im_start|>%s\n%s%s\n".formatted(role.equals("tool") ? "user" : role, body(message), END));
        }
        return text.append("<|im_start|>assistant\n").toString();
    }

    /** Marks that stand in the text of others are taken out, so that no text can pass for another speaker's. */
    private static String body(Message message) {
        var words = switch (message) {
            case ToolResponseMessage tool ->
                "The tool answered: " + tool.getResponses().getLast().responseData();
            case AssistantMessage said
            when said.hasToolCalls() -> said.getToolCalls().getLast().arguments();
            default -> String.valueOf(message.getText());
        };
        return words.replaceAll("<\\|[^|]*\\|>", "");
    }
}
