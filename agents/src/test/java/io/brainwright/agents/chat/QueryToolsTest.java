package io.brainwright.agents.chat;

import static io.brainwright.agents.chat.ScriptedModel.calls;
import static io.brainwright.agents.chat.ScriptedModel.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryToolsTest {
    @TempDir
    Path workspace;

    private QuerySample services;

    @BeforeEach
    void start() throws IOException {
        services = new QuerySample("A paper.");
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void theToolsOnlyLook() {
        assertThat(services.tools(workspace).all())
                .extracting(t -> t.definition().name())
                .containsExactly(
                        "list_regions",
                        "describe_region",
                        "search_library",
                        "infer_recipe",
                        "list_notebook",
                        "show_notebook",
                        "list_datasets")
                .noneMatch(n -> n.matches(".*(approve|run|export|write|save|delete|import|release|build).*"));
    }

    @Test
    void aModelLooksThingsUp() {
        var model = new ScriptedModel(calls("describe_region", "{\"region\": \"S1HL\"}"), says("190 um."));

        ask(model, "how thick is layer 4?");

        assertThat(model.toolAnswer(1)).contains("\"thickness_um\":190.0", "hindlimb");
    }

    @Test
    void whatAServiceSaysIsWrongReachesTheModel() {
        var model = new ScriptedModel(calls("describe_region", "{\"region\": \"V1\"}"), says("There is no V1."));

        ask(model, "Tell me of V1");

        assertThat(model.toolAnswer(1)).contains("no region V1");
    }

    @Test
    void conflictsOfARecipeComeAsQuotesAndAFactOfOnesOwnMovesOthers() {
        var model = new ScriptedModel(
                calls("infer_recipe", "{\"recipe\": \"rat-nbs1\", \"about\": \"column\", \"fact\": \"area = 30 +- 1\"}"),
                says("found"));

        ask(model, "which densities of the rat cannot both hold?");

        assertThat(model.toolAnswer(1)).contains("column neurons", "totals.neurons_per_mm3 80334", "\"moved\":[\"neurons of nbS1: ", "\"area: ");
    }

    @Test
    void aRecipeThatIsNoWebIsNamed() {
        var model = new ScriptedModel(calls("infer_recipe", "{\"recipe\": \"cat\"}"), says("no"));

        ask(model, "infer the cat");

        assertThat(model.toolAnswer(1)).contains("mouse-ccf, rat-nbs1");
    }

    @Test
    void textOfTheLibraryComesAsQuotesWithItsPlace() {
        var model = new ScriptedModel(calls("search_library", "{\"words\": \"density\"}"), says("found"));

        ask(model, "what is known of density?");

        assertThat(model.toolAnswer(1))
                .contains(
                        "\"source\":{\"documentId\":\"layers.4.density/source\",\"begin\":0,\"end\":8,\"text\":\"A paper.\"}");
    }

    @Test
    void passagesComeWithTheirCitationAndPlaceBesideTheValues() {
        var model = new ScriptedModel(calls("search_library", "{\"words\": \"density\"}"), says("found"));

        ask(model, "what is known of density?");

        assertThat(model.toolAnswer(1))
                .contains(
                        "{\"documentId\":\"3fa91c02/passage/7\",\"begin\":0,\"end\":8,\"text\":\"A paper.\"}",
                        "\"text\":\"Somebody 2001, a journal\"",
                        "\"page\":4",
                        "\"passageMatches\":3");
    }

    @Test
    void onlyEntriesOfTheNotebookAreShown() throws IOException {
        Files.writeString(workspace.resolve("brainwright.yaml"), "key: secret-key");
        var entry = Files.createDirectories(workspace.resolve("studies/2026-01-01-a"));
        Files.writeString(entry.resolve("notebook.md"), "# It fired");
        var model = new ScriptedModel(
                calls("list_notebook", "{}"),
                calls("show_notebook", "{\"entry\": \"2026-01-01-a\"}"),
                calls("show_notebook", "{\"entry\": \"../brainwright.yaml\"}"),
                calls("show_notebook", "{\"entry\": \"..\"}"),
                says("done"));

        ask(model, "what did I find?");

        assertThat(model.toolAnswer(1)).contains("2026-01-01-a");
        assertThat(model.toolAnswer(2)).contains("It fired", "notebook/2026-01-01-a");
        assertThat(model.toolAnswer(3)).contains("no entry").doesNotContain("secret-key");
        assertThat(model.toolAnswer(4)).contains("no entry");
    }

    private void ask(ScriptedModel model, String words) {
        new Desk()
                .talk(model, workspace, services.tools(workspace).all().toArray(OwnTool[]::new))
                .ask(words);
    }
}
