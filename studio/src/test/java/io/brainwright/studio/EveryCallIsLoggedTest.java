package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.audit.AuditLog;
import io.brainwright.agents.chat.Conversation;
import io.brainwright.agents.chat.Proposer;
import io.brainwright.agents.chat.Surroundings;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.mcp.McpHost;
import io.brainwright.agents.mcp.PlanOffers;
import io.brainwright.agents.models.Models;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import reactor.core.publisher.Flux;

/** Whatever tools there are, asked of the program itself: a call of each, by a model or by another program, stands in the audit log. */
@Timeout(120)
class EveryCallIsLoggedTest {
    @TempDir
    static Path workspace;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(workspace, 0, 0);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void everyToolThatIsOfferedToOtherPrograms() {
        try (var host = McpHost.onPort(0, platform.part(PlanOffers.class));
                var client = McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                        host.url().replace("/mcp", ""))
                                .endpoint("/mcp")
                                .jsonMapper(McpJsonDefaults.getMapper())
                                .build())
                        .requestTimeout(Duration.ofSeconds(60))
                        .build()) {
            client.initialize();
            var tools = client.listTools().tools();
            assertThat(tools).extracting(McpSchema.Tool::name).contains("look_up", "plan.propose", "show_notebook");

            for (var tool : tools) {
                client.callTool(McpSchema.CallToolRequest.builder(tool.name())
                        .arguments(Map.of("words", "How many neurons has S1HL?"))
                        .build());
            }

            assertThat(logged(AuditLine.Kind.TOOL))
                    .containsAll(tools.stream().map(t -> "mcp/" + t.name()).toList());
        }
    }

    @Test
    void everyToolThatAChatModelHasWhicheverExpertAnswers() {
        var experts = platform.part(Experts.class);
        var seen = new ArrayList<String>();
        var calls = new ArrayList<String>(List.of("How dense is layer 4?"));
        experts.all().forEach(e -> calls.add("@" + e.name() + " How dense is layer 4?"));

        for (var words : calls) {
            var model = new CallsEverything();
            new Conversation(
                            Models.only(model),
                            platform.part(Proposer.class),
                            experts,
                            platform.part(Surroundings.class))
                    .ask(words);
            assertThat(model.called).isNotEmpty();
            seen.addAll(model.called);
        }

        assertThat(seen).contains("propose_plan", "look_up", "hand_off", "edit_scene", "search_library");
        assertThat(logged(AuditLine.Kind.TOOL)).containsAll(seen);
        assertThat(logged(AuditLine.Kind.MODEL)).hasSizeGreaterThanOrEqualTo(calls.size());
    }

    @Test
    void everyTurnWhateverCameOfIt() {
        var talk = platform.part(Conversation.class);
        talk.ask("Take 12 neurons from a 120 um wide column of rat S1Tr, stimulate layer 4 at 5 ms, simulate 12 ms");
        talk.ask("make it 130 um wide");
        talk.ask("undo that");
        talk.ask("How thick is each layer of S1HL?");
        talk.ask("What is the best football team?");
        talk.ask("yes");

        assertThat(logged(AuditLine.Kind.TURN)).contains("plan", "answer", "decline", "approve");
        assertThat(logged(AuditLine.Kind.EDIT)).contains("edit", "undo");
        assertThat(lines(AuditLine.Kind.EDIT))
                .allSatisfy(l -> assertThat(l.plan()).hasSize(64));
    }

    private static List<String> logged(AuditLine.Kind kind) {
        return lines(kind).stream().map(AuditLine::what).toList();
    }

    private static List<AuditLine> lines(AuditLine.Kind kind) {
        return new AuditLog(workspace).lines(new AuditLog.Filter(null, kind, null, null, false), damaged -> {
            throw new AssertionError(damaged);
        });
    }

    /** A model that calls each tool that it is given once, and then falls silent. */
    private static final class CallsEverything implements ChatModel {
        final List<String> called = new ArrayList<>();

        @Override
        public ChatResponse call(Prompt prompt) {
            if (prompt.getInstructions().getLast() instanceof ToolResponseMessage || !called.isEmpty()) {
                return new ChatResponse(List.of(new Generation(new AssistantMessage("That is all."))));
            }
            var options = (ToolCallingChatOptions) Objects.requireNonNull(prompt.getOptions());
            Objects.requireNonNull(options.getToolCallbacks())
                    .forEach(t -> called.add(t.getToolDefinition().name()));
            var calls = called.stream()
                    .map(name -> new AssistantMessage.ToolCall(name, "function", name, "{\"words\": \"layer 4\"}"))
                    .toList();
            return new ChatResponse(List.of(new Generation(
                    AssistantMessage.builder().content("").toolCalls(calls).build())));
        }

        @Override
        public Flux<ChatResponse> stream(Prompt prompt) {
            return Flux.defer(() -> Flux.just(call(prompt)));
        }

        @Override
        public ChatOptions getOptions() {
            return ToolCallingChatOptions.builder().build();
        }
    }
}
