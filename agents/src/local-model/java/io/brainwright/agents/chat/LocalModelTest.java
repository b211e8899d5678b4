package io.brainwright.agents.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.local.LocalModel;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The road of a chat model with one that really runs and really errs. */
class LocalModelTest {
    private static LocalModel model;

    @TempDir
    Path workspace;

    @BeforeAll
    static void load() {
        model = LocalModel.load();
    }

    @AfterAll
    static void told() throws IOException {
        System.out.println("local model: " + model.words());
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .forEach(System.out::println);
        model.close();
    }

    @Test
    void itsPlansAreCheckedAndTheBuiltInPlannerTakesOverWhenTheyFailTwice() {
        var desk = new Desk();
        long began = System.nanoTime();
        var answer = desk.talk(model.chat(), workspace).ask("simulate 10 neurons for 20 ms");
        System.out.printf(
                "local model: a turn with its drafts took %.1f s, %s; %s%n",
                (System.nanoTime() - began) / 1e9, answer.spent().words(), answer.notices());

        assertThat(answer.plan()).isEqualTo(Desk.PLAN);
        assertThat(desk.proposedFor).contains("simulate 10 neurons for 20 ms");
        assertThat(answer.notices())
                .anySatisfy(n -> assertThat(n).startsWith("The built-in planner took over from the chat model:"));
        assertThat(answer.spent().input()).isPositive();
        assertThat(answer.spent().output()).isPositive();
    }

    @Test
    void whereNothingIsToBePlannedItsWordsComeOneByOne() throws IOException {
        expert();
        var heard = new ArrayList<String>();
        var answer = new Desk().talk(model.chat(), workspace).ask("@talker what is a neuron?", new ChatListener() {
            @Override
            public void words(String more) {
                heard.add(more);
            }
        });

        assertThat(heard).hasSizeGreaterThan(3);
        assertThat(String.join("", heard)).isEqualTo(answer.text());
        assertThat(answer.plan()).isNull();
    }

    @Test
    void anInterruptEndsItsAnswer() throws IOException {
        expert();
        var talk = new Desk().talk(model.chat(), workspace);
        var me = Thread.currentThread();

        assertThatThrownBy(() -> talk.ask("@talker tell me all about neurons", new ChatListener() {
                    @Override
                    public void words(String more) {
                        me.interrupt();
                    }
                }))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(talk.ask("@talker what is an axon?").text()).isNotBlank();
    }

    private void expert() throws IOException {
        var folder = Files.createDirectories(workspace.resolve("agents"));
        Files.writeString(
                folder.resolve("talker.md"), "---\nname: talker\ndescription: Talks.\n---\nYou answer shortly.\n");
    }
}
