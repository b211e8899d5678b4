package io.brainwright.agents.chat;

import io.brainwright.agents.models.Spent;
import io.brainwright.agents.models.TalkingModel;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.tool.ToolCallback;

/**
 * The rounds of one turn: the model is asked, its tool calls are answered, it is asked again, until it answers in words.
 *
 * <p>Which tools a round has is decided anew each time, so that what the turn has read and whom it was handed to counts at once.
 */
final class ToolLoop {
    /** chosen: a turn looks up a few things and proposes once or twice. */
    static final int MOST_ROUNDS = 12;

    /** Reason of the problem that it is when a model calls tools without end. */
    static final String ENDLESS = "CHAT_MODEL_LOOPS";

    private final TalkingModel model;
    private final ModelCall call;
    private final ToolRun tools;
    private Spent spent = Spent.NOTHING;

    ToolLoop(TalkingModel model, ModelCall call, ToolRun tools) {
        this.model = model;
        this.call = call;
        this.tools = tools;
    }

    /** Tokens of all rounds so far. */
    Spent spent() {
        return spent;
    }

    /**
     * Goes through the rounds.
     *
     * @param before what stands before the conversation: who answers and how, as the turn stands
     * @param messages the conversation; the rounds are added to it
     * @param attached the tools that a turn may use now
     * @return the model's words
     * @throws Problem TOO_LARGE where it calls tools without end
     */
    String run(
            Function<Turn, List<Message>> before,
            List<Message> messages,
            Function<Turn, List<ToolCallback>> attached,
            Turn turn,
            ChatListener listener) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var all = new ArrayList<>(before.apply(turn));
            all.addAll(messages);
            var now = attached.apply(turn);
            var answer = call.ask(all, now, listener);
            count(answer.usage());
            var said = answer.message();
            messages.add(said);
            if (!said.hasToolCalls()) {
                return said.getText() == null ? "" : said.getText();
            }
            messages.add(answers(said, attached, turn, listener));
        }
        throw new Problem(
                Kind.TOO_LARGE,
                ENDLESS,
                "The chat model called tools %d times without an answer.".formatted(MOST_ROUNDS),
                "Say it in other words, or set 'chat: none' in brainwright.yaml for the built-in planner.",
                Map.of("calls", String.valueOf(MOST_ROUNDS)));
    }

    /** Each call sees the tools as the call before it left them: one that read text of others takes tools away from the next. */
    private ToolResponseMessage answers(
            AssistantMessage said, Function<Turn, List<ToolCallback>> attached, Turn turn, ChatListener listener) {
        var answers = new ArrayList<ToolResponseMessage.ToolResponse>();
        for (var wanted : said.getToolCalls()) {
            listener.asks(ToolRun.printable(wanted.name()));
            int before = turn.handoffs().size();
            var answer = tools.answer(wanted, attached.apply(turn), turn);
            turn.handoffs().stream().skip(before).forEach(listener::handsOver);
            answers.add(new ToolResponseMessage.ToolResponse(wanted.id(), wanted.name(), answer));
        }
        return ToolResponseMessage.builder().responses(answers).build();
    }

    private void count(@Nullable Usage usage) {
        if (usage != null) {
            spent = spent.plus(
                    Spent.of(number(usage.getPromptTokens()), number(usage.getCompletionTokens()), model.prices()));
        }
    }

    private static long number(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
