package io.brainwright.agents.chat;

import static io.brainwright.agents.chat.ScriptedModel.calls;
import static io.brainwright.agents.chat.ScriptedModel.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ConversationTest {
    private static final String REQUEST = "Take 300 neurons {all} and warm them to 45 degC for 50 ms";
    private static final String DRAFT = """
            {"plan": {"steps": [{"id": "run", "action": "sim.run", "params": {"temperature_degC": %s, "duration_ms": 50}, "needs": []}]}}
            """;

    @TempDir
    Path workspace;

    private final Desk desk = new Desk();

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(workspace.resolve("agents"));
    }

    @Test
    void theBuiltInPlannerAnswersThroughTheToolWithThePlanAndWhatTheExpertsSay() {
        var answer = desk.talk(null, workspace).ask(REQUEST);

        assertThat(desk.proposedFor).containsExactly(REQUEST);
        assertThat(answer.plan()).isEqualTo(Desk.PLAN);
        assertThat(answer.text())
                .startsWith("A plan for you.")
                .contains("electrophysiologist: sim.run.temperature_degC is 45, above 40");
    }

    @Test
    void theSameWordsGiveTheSameAnswer() {
        assertThat(desk.talk(null, workspace).ask(REQUEST))
                .isEqualTo(desk.talk(null, workspace).ask(REQUEST));
    }

    @Test
    void aQuestionOfThePlannerReachesTheScientist() {
        var answer = desk.talk(null, workspace).ask("and now?");

        assertThat(answer.text()).isEqualTo("What is to be simulated?");
        assertThat(answer.proposal()).isInstanceOf(Proposal.Question.class);
    }

    @Test
    void aProblemOfThePlannerReachesTheScientist() {
        var broken = new Desk(_ -> {
            throw Problem.invalid("This plan cannot be run.", List.of(new FieldFault("steps", "none")));
        });

        assertThat(broken.talk(null, workspace).ask("simulate").text())
                .contains("This plan cannot be run. steps: none");
    }

    @Test
    void aPlannerThatBreaksIsNotHidden() {
        var broken = new Desk(_ -> {
            throw new IllegalStateException("the planner broke: no such table");
        });

        assertThat(broken.talk(null, workspace).ask("simulate").text()).contains("the planner broke: no such table");
    }

    @Test
    void anExpertThatMayOnlyTalkHasNoTools() throws IOException {
        Files.writeString(workspace.resolve("agents/a.md"), "---\nname: talker\ndescription: d\n---\nYou talk.\n");

        var answer = desk.talk(null, workspace).ask("@talker take 300 neurons");

        assertThat(answer.text()).contains("only talk");
        assertThat(desk.proposedFor).isEmpty();
    }

    @Test
    void aCalledExpertSpeaksWithItsOwnPromptAndDoesNotSeeTheCall() {
        var model = new ScriptedModel(says("hello"));

        desk.talk(model, workspace).ask("@graphics-engineer which colours?");

        var told = model.prompts.getFirst().getInstructions();
        assertThat(told.getFirst()).isInstanceOf(SystemMessage.class);
        assertThat(told.getFirst().getText()).contains("You are the graphics engineer");
        assertThat(told.getLast().getText()).isEqualTo("which colours?");
    }

    @Test
    void whatTheScientistsFilesSayIsAMessageOfTheirsAndNoRuleOfOurs() throws IOException {
        Files.writeString(workspace.resolve("AGENTS.md"), "I like short answers.");
        Files.writeString(workspace.resolve("agents/a.md"), "---\nname: talker\ndescription: d\n---\nYou rhyme.\n");
        var model = new ScriptedModel(says("hello"));

        desk.talk(model, workspace).ask("@talker hello");

        var told = model.prompts.getFirst().getInstructions();
        assertThat(told.getFirst().getText()).doesNotContain("rhyme", "short answers");
        assertThat(told.subList(1, 3)).allMatch(m -> m instanceof UserMessage);
        assertThat(told.get(1).getText()).contains("I like short answers.");
        assertThat(told.get(2).getText()).contains("You rhyme.");
    }

    @Test
    void aDraftOfAModelBecomesAPlanInTheScientistsWords() {
        var model = new ScriptedModel(calls("propose_plan", DRAFT.formatted("45")), says("Here is your plan."));

        var plan =
                Objects.requireNonNull(desk.talk(model, workspace).ask(REQUEST).plan());

        assertThat(plan.request()).isEqualTo(REQUEST);
        assertThat(plan.steps().getFirst().params().path("temperature_degC").asInt())
                .isEqualTo(45);
        assertThat(plan.assumptions())
                .extracting(a -> a.path())
                .contains("sim.run.dt_ms", "sim.run.seed", "sim.run.ca_mM")
                .doesNotContain("sim.run.temperature_degC");
        assertThat(desk.proposedFor).isEmpty();
    }

    @Test
    void aNumberThatNobodySaidGoesBackOnceAndThenTheBuiltInPlannerTakesOver() {
        var model = new ScriptedModel(
                calls("propose_plan", DRAFT.formatted("37.5")),
                calls("propose_plan", DRAFT.formatted("38.5")),
                says("Here is your plan."));

        var answer = desk.talk(model, workspace).ask(REQUEST);

        assertThat(model.toolAnswer(1)).contains("refused", "37.5", "mend the draft once");
        assertThat(answer.plan()).isEqualTo(Desk.PLAN);
        assertThat(desk.proposedFor).containsExactly(REQUEST);
        assertThat(answer.notices()).singleElement().asString().contains("built-in planner took over", "38.5");
    }

    @Test
    void aDraftMayBringNoAssumptionsAndNoRequestOfItsOwn() {
        var model = new ScriptedModel(calls("propose_plan", """
                        {"plan": {"request": "build all of it", "assumptions": [{"path": "sim.run.temperature_degC", "value": 37, "unit": "degC", "source": "I know", "alternatives": []}],
                          "steps": [{"id": "1", "action": "sim.run", "params": {"temperature_degC": 37}, "needs": []}]}}"""), says("no plan"));

        desk.talk(model, workspace).ask(REQUEST);

        assertThat(model.toolAnswer(1)).contains("refused", "request", "assumptions");
    }

    @Test
    void aDefaultWithItsOwnSourceNeedsNoWords() {
        var model = new ScriptedModel(calls("propose_plan", DRAFT.formatted("34")), says("Here."));

        var plan =
                Objects.requireNonNull(desk.talk(model, workspace).ask(REQUEST).plan());

        assertThat(plan.assumptions())
                .filteredOn(a -> a.path().equals("sim.run.temperature_degC"))
                .singleElement()
                .satisfies(a -> assertThat(a.source()).contains("Markram"));
    }

    @Test
    void aNumberThatAModelPutsIntoTheScientistsMouthMakesNoPlan() {
        var model = new ScriptedModel(calls("propose_plan", "{\"words\": \"Take 9000 neurons\"}"), says("Done."));

        desk.talk(model, workspace).ask("hello there");

        assertThat(desk.proposedFor).doesNotContain("Take 9000 neurons");
        assertThat(model.toolAnswer(1)).contains("refused", "9000 neurons");
    }

    @Test
    void aModelThatAnswersProseIsRemindedOnceAndThenTheBuiltInPlannerAnswers() {
        var model = new ScriptedModel(says("You should place some cells first."));

        var answer = desk.talk(model, workspace).ask(REQUEST);

        assertThat(model.prompts).hasSize(2);
        assertThat(model.prompts.getLast().getInstructions().getLast().getText())
                .contains("Call propose_plan");
        assertThat(answer.plan()).isEqualTo(Desk.PLAN);
        assertThat(answer.notices()).singleElement().asString().contains("answered in prose twice");
    }

    @Test
    void proseIsAnAnswerWhereWordsAskForNoPlan() {
        var answer =
                desk.talk(new ScriptedModel(says("Six layers.")), workspace).ask("how many layers are there?");

        assertThat(answer.text()).isEqualTo("Six layers.");
        assertThat(answer.notices()).isEmpty();
    }

    @Test
    void anEmptyAnswerIsNeverShownAsOne() {
        var answer = desk.talk(new ScriptedModel(says("")), workspace).ask("how many layers are there?");

        assertThat(answer.text()).isEqualTo("What is to be simulated?");
        assertThat(answer.notices()).singleElement().asString().contains("empty");
    }

    @Test
    void aModelThatCallsAToolThatItDoesNotHaveGetsNowhereAndTheScientistIsTold() {
        for (var tool : List.of("approve_plan", "run_plan", "export_sonata", "java.lang.System.exit")) {
            var model = new ScriptedModel(calls(tool, "{}"), says("I approved and ran it."));

            var answer = desk.talk(model, workspace).ask("hello");

            assertThat(model.toolAnswer(1)).contains("There is no tool '" + tool + "' here");
            assertThat(answer.plan()).isNull();
            assertThat(answer.notices()).singleElement().asString().contains(tool, "nothing was done by it");
        }
    }

    @Test
    void argumentsThatAreNoJsonAreToldToTheModel() {
        for (var arguments : List.of("{\"words\": \"simul", "[1]", "just do it")) {
            var model = new ScriptedModel(calls("propose_plan", arguments), says("Sorry."));

            desk.talk(model, workspace).ask("hello");

            assertThat(model.toolAnswer(1)).contains("no JSON object", "give the words instead");
        }
    }

    @Test
    void aToolThatNeverReturnsIsLeftBehind() {
        var stuck = OwnTool.of("describe_region", "d", false, (_, _) -> {
            try {
                Thread.sleep(60_000);
                return Map.of();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        var model = new ScriptedModel(calls("describe_region", "{}"), says("It did not answer."));

        var answer = desk.talk(model, workspace, ForeignTools.NONE, Duration.ofMillis(300), stuck)
                .ask("hello");

        assertThat(model.toolAnswer(1)).contains("gave no answer within 0.3 s");
        assertThat(answer.text()).isEqualTo("It did not answer.");
        assertThat(answer.notices()).singleElement().asString().contains("describe_region");
    }

    @Test
    void anExpertsModelCannotCallWhatTheExpertMayNotUse() {
        var library = OwnTool.of("search_library", "d", true, (_, _) -> Map.of());
        var model = new ScriptedModel(calls("search_library", "{}"), says("found"));

        desk.talk(model, workspace, library).ask("@graphics-engineer search");

        assertThat(model.tools(0)).doesNotContain("search_library").contains("propose_plan", "hand_off");
        assertThat(model.toolAnswer(1)).contains("no tool 'search_library'");
    }

    @Test
    void anExpertHandsOverToWhomItsFileNamesAndTheOtherAnswersWithItsOwnTools() {
        var library = OwnTool.of("search_library", "d", true, (_, _) -> Map.of());
        var model = new ScriptedModel(
                calls("hand_off", "{\"to\": \"anatomist\", \"why\": \"how thick is layer 4\"}"), says("190 um."));

        var answer = desk.talk(model, workspace, library).ask("@graphics-engineer how thick is layer 4?");

        assertThat(answer.handoffs())
                .containsExactly("graphics-engineer hands over to anatomist: how thick is layer 4");
        assertThat(answer.expert()).isEqualTo("anatomist");
        assertThat(model.tools(1)).contains("search_library");
        assertThat(model.prompts.get(1).getInstructions().getFirst().getText()).contains("You are the anatomist");
    }

    @Test
    void nobodyHandsOverToSomebodyElseOrInCircles() throws IOException {
        Files.writeString(workspace.resolve("agents/a.md"), """
                ---
                name: loner
                description: d
                brainwright: {handoff: [anatomist]}
                ---
                You.
                """);
        var stranger = new ScriptedModel(calls("hand_off", "{\"to\": \"literature\", \"why\": \"x\"}"), says("."));
        desk.talk(stranger, workspace).ask("@loner hello");
        assertThat(stranger.toolAnswer(1)).contains("loner hands over to anatomist only");

        var circle = new ScriptedModel(
                calls("hand_off", "{\"to\": \"electrophysiologist\", \"why\": \"x\"}"),
                calls("hand_off", "{\"to\": \"anatomist\", \"why\": \"x\"}"),
                calls("hand_off", "{\"to\": \"electrophysiologist\", \"why\": \"x\"}"),
                calls("hand_off", "{\"to\": \"anatomist\", \"why\": \"x\"}"),
                says("."));
        var answer = desk.talk(circle, workspace).ask("@anatomist hello");
        assertThat(answer.handoffs()).hasSize(Turn.MOST_HANDOFFS);
        assertThat(circle.toolAnswer(4)).contains("answer it yourself");
    }

    @Test
    void aModelThatCallsToolsWithoutEndIsStopped() {
        var model = new ScriptedModel(calls("propose_plan", "{}"));

        assertThatThrownBy(() -> desk.talk(model, workspace).ask("good morning"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("CHAT_MODEL_LOOPS"));
        var answer = desk.talk(model, workspace).ask(REQUEST);
        assertThat(answer.plan()).isEqualTo(Desk.PLAN);
        assertThat(answer.notices())
                .containsExactly("The built-in planner took over from the chat model: it called tools without end.");
        assertThat(model.prompts).hasSize(2 * ToolLoop.MOST_ROUNDS);
    }

    @Test
    void whatWasSaidBeforeIsRememberedButNoMoreThanTwentyMessages() {
        var model = new ScriptedModel(says("yes"));
        var talk = desk.talk(model, workspace);

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
        assertThatThrownBy(() -> desk.talk(null, workspace).ask(" @anatomist "))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("empty");
    }

    @Test
    void anApprovalIsUnderstoodHereAndNoModelHearsOfIt() {
        var model = new ScriptedModel(says("I approve of it too."));
        var approving = new Desk() {
            @Override
            public java.util.Optional<Proposal> command(String words) {
                return words.equals("yes, run it")
                        ? java.util.Optional.of(new Proposal.Approve(PLAN, PLAN.hash(), "Running."))
                        : java.util.Optional.empty();
            }
        };

        var answer = approving.talk(model, workspace).ask("yes, run it");

        assertThat(answer.proposal()).isInstanceOf(Proposal.Approve.class);
        assertThat(model.prompts).isEmpty();
    }

    @Test
    void aModelCannotApproveInTheScientistsPlace() {
        var approving = new Desk(_ -> new Proposal.Approve(Desk.PLAN, Desk.PLAN.hash(), "Running.")) {
            @Override
            public boolean isCommand(String words) {
                return words.equals("yes, run it");
            }
        };
        for (var words : List.of("yes, run it", "run it please")) {
            var model = new ScriptedModel(
                    calls("propose_plan", "{\"words\": \"%s\"}".formatted(words)), says("I approved it."));

            var answer = approving.talk(model, workspace).ask("hello");

            assertThat(model.toolAnswer(1)).contains("refused", "scientist's own act");
            assertThat(answer.proposal()).isNull();
        }
        assertThat(approving.proposedFor).doesNotContain("yes, run it");
    }

    @Test
    void theWiringTakesAConfiguredModelElseTheBuiltInOne() {
        assertThat(wired().ask(REQUEST).text()).startsWith("A plan for you.");
        assertThat(wired(new ScriptedModel(says("hello"))).ask("hello").text()).isEqualTo("hello");
    }

    private Conversation wired(ChatModel... models) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Proposer.class, () -> desk);
            context.registerBean(Experts.class, () -> Experts.of(workspace.resolve("agents")));
            for (var model : models) {
                context.registerBean(ChatModel.class, () -> model);
            }
            context.register(ChatWiring.class);
            context.refresh();
            return context.getBean(Conversation.class);
        }
    }
}
