package io.brainwright.agents.chat;

import static io.brainwright.agents.chat.ScriptedModel.calls;
import static io.brainwright.agents.chat.ScriptedModel.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.experts.PlanSample;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.run.Services;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.atlas.v1.DescribeRegionRequest;
import io.brainwright.proto.atlas.v1.DescribeRegionResponse;
import io.brainwright.proto.atlas.v1.LayerFacts;
import io.brainwright.proto.atlas.v1.Region;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ConversationTest {
    private static final String REQUEST = "Take 300 neurons {all} and warm them to 45 degC";
    private static final Plan PLAN = PlanSample.of("sim.run", "{\"temperature_degC\": 45}", "[]");

    @TempDir
    Path folder;

    private final List<String> proposedFor = new ArrayList<>();
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws IOException {
        var name = InProcessServerBuilder.generateName();
        server = InProcessServerBuilder.forName(name)
                .directExecutor()
                .addService(new OneRegion())
                .build()
                .start();
        channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void theBuiltInPlannerAnswersThroughTheToolWithThePlanAndWhatTheExpertsSay() {
        var answer = talk(new BuiltInPlanner()).ask(REQUEST);

        assertThat(proposedFor).containsExactly(REQUEST);
        assertThat(answer.proposal()).isEqualTo(new Proposed(PLAN, "A plan for you."));
        assertThat(answer.text())
                .startsWith("A plan for you.")
                .contains("electrophysiologist: sim.run.temperature_degC is 45, above 40");
    }

    @Test
    void theSameWordsGiveTheSameAnswer() {
        assertThat(talk(new BuiltInPlanner()).ask(REQUEST))
                .isEqualTo(talk(new BuiltInPlanner()).ask(REQUEST));
    }

    @Test
    void aQuestionOfThePlannerReachesTheScientist() {
        var answer = talk(new BuiltInPlanner(), _ -> new Proposed(null, "Which region?"))
                .ask("simulate");

        assertThat(answer).isEqualTo(new Answer("Which region?", new Proposed(null, "Which region?")));
    }

    @Test
    void aProblemOfThePlannerReachesTheScientist() {
        var answer = talk(new BuiltInPlanner(), _ -> {
                    throw Problem.invalid("This plan cannot be run.", List.of(new FieldFault("steps", "none")));
                })
                .ask("simulate");

        assertThat(answer).isEqualTo(new Answer("This plan cannot be run. steps: none", null));
    }

    @Test
    void aPlannerThatBreaksIsNotHidden() {
        var answer = talk(new BuiltInPlanner(), _ -> {
                    throw new IllegalStateException("the planner broke: no such table");
                })
                .ask("simulate");

        assertThat(answer).isEqualTo(new Answer("the planner broke: no such table", null));
    }

    @Test
    void anExpertThatMayOnlyTalkHasNoTools() throws IOException {
        Files.writeString(folder.resolve("a.md"), "---\nname: talker\ndescription: d\n---\nYou talk.\n");

        var answer = talk(new BuiltInPlanner()).ask("@talker take 300 neurons");

        assertThat(answer.text()).contains("only talk");
        assertThat(proposedFor).isEmpty();
    }

    @Test
    void aCalledExpertSpeaksWithItsOwnPromptAndDoesNotSeeTheCall() {
        var model = new ScriptedModel(says("hello"));

        talk(model).ask("@graphics-engineer which colours?");

        var told = model.prompts.getFirst().getInstructions();
        assertThat(told.getFirst()).isInstanceOf(SystemMessage.class);
        assertThat(told.getFirst().getText()).contains("You are the graphics engineer");
        assertThat(told.getLast().getText()).isEqualTo("which colours?");
    }

    @Test
    void anotherChatModelDrivesTheSameTools() {
        var model = new ScriptedModel(
                calls("describe_region", "{\"region\": \"S1HL\"}"),
                calls("propose_plan", "{\"words\": \"300 neurons {all} and warm them to 45 degC\"}"),
                says("Here is your plan."));

        var answer = talk(model).ask(REQUEST);

        assertThat(toolAnswer(model, 1)).contains("\"thickness_um\":190.0", "hindlimb");
        assertThat(answer).isEqualTo(new Answer("Here is your plan.", new Proposed(PLAN, "A plan for you.")));
    }

    @Test
    void whatAServiceSaysIsWrongReachesTheModel() {
        var model = new ScriptedModel(calls("describe_region", "{\"region\": \"V1\"}"), says("There is no V1."));

        talk(model).ask("Tell me of V1");

        assertThat(toolAnswer(model, 1)).contains("no region V1");
    }

    @Test
    void aNumberThatAModelInventsMakesNoPlan() {
        var model = new ScriptedModel(calls("propose_plan", "{\"words\": \"Take 9000 neurons\"}"), says("Done."));

        var answer = talk(model).ask(REQUEST);

        assertThat(proposedFor).isEmpty();
        assertThat(answer.proposal()).isNull();
        assertThat(toolAnswer(model, 1)).contains("refused", "9000 neurons");
    }

    @Test
    void aModelThatCallsAToolThatIsNotAttachedGetsNowhere() {
        for (var tool : List.of("approve_plan", "run_plan", "export_sonata", "java.lang.System.exit")) {
            var model = new ScriptedModel(calls(tool, "{}"), says("I approved and ran it."));

            assertThatThrownBy(() -> talk(model).ask(REQUEST))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            p -> assertThat(p.sentence()).contains(tool).contains("Nothing was done"));
            assertThat(proposedFor).isEmpty();
        }
    }

    @Test
    void anExpertsModelCannotCallWhatTheExpertMayNotUse() {
        var model = new ScriptedModel(calls("search_library", "{\"words\": \"density\"}"), says("found"));

        assertThatThrownBy(() -> talk(model).ask("@graphics-engineer search"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("search_library"));
    }

    @Test
    void aModelThatCallsToolsWithoutEndIsStopped() {
        var model = new ScriptedModel(calls("list_regions", "{}"));

        assertThatThrownBy(() -> talk(model).ask(REQUEST))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("CHAT_MODEL_LOOPS"));
        assertThat(model.prompts).hasSize(ToolLoopLimit.MOST_CALLS);
    }

    @Test
    void whatWasSaidBeforeIsRememberedButNoMoreThanTwentyMessages() {
        var model = new ScriptedModel(says("yes"));
        var talk = talk(model);

        for (int i = 0; i < 30; i++) {
            talk.ask("question " + i);
        }

        var told = model.prompts.getLast().getInstructions();
        assertThat(told).hasSize(22);
        assertThat(told.get(1)).isInstanceOf(UserMessage.class);
        assertThat(told.get(1).getText()).isEqualTo("question 19");
    }

    @Test
    void wordsThatSayNothingAreRefused() {
        assertThatThrownBy(() -> talk(new BuiltInPlanner()).ask(" @anatomist "))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("empty");
    }

    @Test
    void theToolsOnlyLookAndPropose() {
        var names = Arrays.stream(ToolCallbacks.from(tools(_ -> new Proposed(PLAN, ""))))
                .map(t -> t.getToolDefinition().name())
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrder("propose_plan", "list_regions", "describe_region", "search_library");
        assertThat(Arrays.stream(PlanTools.class.getDeclaredMethods())
                        .map(m -> m.getName().toLowerCase(java.util.Locale.ROOT)))
                .noneMatch(n -> n.matches(".*(approve|run|export|write|save|delete|import|release|build).*"));
    }

    @Test
    void theWiringTakesAConfiguredModelElseTheBuiltInOne() {
        assertThat(wired().ask(REQUEST).text()).startsWith("A plan for you.");
        assertThat(wired(new ScriptedModel(says("hello"))).ask(REQUEST).text()).isEqualTo("hello");
    }

    private Conversation wired(ChatModel... models) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Proposer.class, () -> this::propose);
            context.registerBean(Services.class, () -> Services.on(channel));
            context.registerBean(Experts.class, () -> Experts.of(folder));
            for (var model : models) {
                context.registerBean(ChatModel.class, () -> model);
            }
            context.register(ChatWiring.class);
            context.refresh();
            return context.getBean(Conversation.class);
        }
    }

    private Conversation talk(ChatModel model) {
        return talk(model, this::propose);
    }

    private Conversation talk(ChatModel model, Proposer proposer) {
        return new Conversation(model, tools(proposer), Experts.of(folder));
    }

    private PlanTools tools(Proposer proposer) {
        return new PlanTools(proposer, Services.on(channel), Experts.of(folder));
    }

    private Proposed propose(String words) {
        proposedFor.add(words);
        return new Proposed(PLAN, "A plan for you.");
    }

    private static String toolAnswer(ScriptedModel model, int call) {
        var last =
                (ToolResponseMessage) model.prompts.get(call).getInstructions().getLast();
        return last.getResponses().getFirst().responseData();
    }

    /** Knows S1HL only. */
    private static final class OneRegion extends AtlasServiceGrpc.AtlasServiceImplBase {
        @Override
        public void describeRegion(DescribeRegionRequest request, StreamObserver<DescribeRegionResponse> reply) {
            if (!request.getRegion().equals("S1HL")) {
                reply.onError(Status.NOT_FOUND
                        .withDescription("There is no region " + request.getRegion())
                        .asRuntimeException());
                return;
            }
            reply.onNext(DescribeRegionResponse.newBuilder()
                    .setRegion(Region.newBuilder().setAcronym("S1HL").setName("hindlimb region"))
                    .addLayers(LayerFacts.newBuilder().setLayer(4).setThicknessUm(190))
                    .build());
            reply.onCompleted();
        }
    }
}
