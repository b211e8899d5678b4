package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.chat.Conversation;
import io.brainwright.studio.view.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A hosted model edits the scene and looks at the result with its tools: over HTTP, on a real circuit, with the real renderer. */
@Timeout(600)
class SceneToolsTest {
    private static final String WORDS =
            "Take 20 neurons from a 120 um wide column of rat S1Tr, stimulate layer 4 at 3 ms and show me the activity for 12 ms";

    @TempDir
    static Path workspace = Path.of("");

    private static ScriptedStub model;
    private static Platform platform;

    @BeforeAll
    static void open() throws Exception {
        model = new ScriptedStub();
        Files.writeString(workspace.resolve("brainwright.yaml"), model.settings());
        platform = Platform.start(workspace, 0, 0, WebDoor.loopback(0));
        Study.run(platform, workspace, WORDS);
    }

    @AfterAll
    static void close() {
        if (platform != null) {
            platform.close();
        }
        model.close();
    }

    @Test
    void wordsChangeTheSceneAndTheModelIsToldWhatIsThenToBeSeen() {
        model.calls("edit_scene", "{\"words\": \"colour by layer, hide axons\"}")
                .says("The cells are coloured by layer.");

        var answer = ask("@graphics-engineer please colour the picture by layer and leave the axons away");

        assertThat(answer.text()).contains("The cells are coloured by layer.");
        var edit = Objects.requireNonNull(answer.scene());
        assertThat(edit.scene().at("/layers/0/color/column").asString()).isEqualTo("layer");
        assertThat(edit.scene().at("/layers/0/parts").toString()).doesNotContain("axon");
        var told = JsonMapper.shared().readTree(model.toolAnswer());
        assertThat(told.path("changed").toString()).contains("/layers/0/color");
        assertThat(told.path("seen").toString()).contains("cells");
        assertThat(model.tools()).contains("edit_scene", "look_at_scene");
    }

    @Test
    void aPatchChangesTheSceneAndAWrongOneIsRefusedWithItsPlace() {
        model.calls(
                        "edit_scene",
                        "{\"patch\": [{\"op\": \"add\", \"path\": \"/layers/0/colour\", \"value\": \"red\"}]}")
                .says("That was no key of a scene.");
        ask("@graphics-engineer paint it red");
        assertThat(model.toolAnswer()).contains("colour");
        var before = JsonMapper.shared().readTree(looked());

        model.calls(
                        "edit_scene",
                        "{\"patch\": [{\"op\": \"add\", \"path\": \"/title\", \"value\": \"Layer 4 fires\"}]}")
                .says("It has a title.");
        var answer = ask("@graphics-engineer call it Layer 4 fires");
        assertThat(Objects.requireNonNull(answer.scene()).scene().path("title").asString())
                .isEqualTo("Layer 4 fires");
        assertThat(before.at("/scene/layers/0").has("colour")).isFalse();
    }

    @Test
    void aLookTellsTheSceneAndATableOfWhatIsVisible() {
        var told = JsonMapper.shared().readTree(looked());
        assertThat(told.at("/scene/version").asString()).isEqualTo("1.0");
        assertThat(told.path("seen").toString()).contains("px", "%");
    }

    private static String looked() {
        model.calls("look_at_scene", "{\"share\": 0.5}").says("I have looked.");
        ask("@graphics-engineer what is to be seen?");
        return model.toolAnswer();
    }

    private static io.brainwright.agents.chat.Answer ask(String words) {
        return platform.part(Conversation.class).ask(words);
    }
}
