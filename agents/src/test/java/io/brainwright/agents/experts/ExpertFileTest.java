package io.brainwright.agents.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpertFileTest {
    @Test
    void aFileSaysAllThatItsFrontMatterCanSay() {
        var expert = ExpertFile.parse("patch.md", """
                ---
                name: patch
                description: "Use for: patch clamp."
                tools: propose_plan, describe_*
                disallowedTools: [search_library]
                model: local
                skills: [patch-protocols]
                brainwright:
                  stage: sim
                  handoff: anatomist
                  vocabulary: words.yaml
                  checks:
                    - {param: sim.run.temperature_degC, min: 30, say: "our rig is warm"}
                ---
                You patch cells.

                Slowly.
                """);

        assertThat(expert)
                .isEqualTo(new Expert(
                        "patch",
                        "Use for: patch clamp.",
                        List.of("propose_plan", "describe_*"),
                        List.of("search_library"),
                        "local",
                        List.of("patch-protocols"),
                        List.of("sim"),
                        List.of("anatomist"),
                        "words.yaml",
                        List.of(new Expert.Check(
                                "sim.run.temperature_degC", 30, Double.POSITIVE_INFINITY, "our rig is warm")),
                        "You patch cells.\n\nSlowly.",
                        false));
    }

    @Test
    void everyFaultIsToldWithItsLineAndWhatWouldBeRight() {
        var faults = faults("""
                ---
                name: My Expert
                descripton: for tests
                tools: [propose plan]
                brainwright:
                  stage: simm
                  checks:
                    - {param: sim.run.temprature_degC, min: 20, max: 40, say: why}
                    - {param: sim.run.dt_ms, min: 1, max: 0.1, say: why}
                    - {param: sim.run.dt_ms, min: warm, say: why}
                    - {param: sim.run.dt_ms, say: why}
                    - {param: sim.run.dt_ms, max: 1, because: why}
                ---
                You test.
                """);

        assertThat(faults)
                .anySatisfy(f -> is(f, 2, "'My Expert'", "a-z, 0-9 and -"))
                .anySatisfy(f -> is(f, 3, "'descripton'", "did you mean 'description'?"))
                .anySatisfy(f -> is(f, 2, "no 'description'", "1024"))
                .anySatisfy(f -> is(f, 4, "'propose plan'", "names of tools"))
                .anySatisfy(f -> is(f, 6, "'simm'", "did you mean 'sim'?"))
                .anySatisfy(f -> is(f, 8, "'sim.run.temprature_degC'", "sim.run.temperature_degC"))
                .anySatisfy(f -> is(f, 9, "min 1.0 above max 0.1", "exchange"))
                .anySatisfy(f -> is(f, 10, "'warm'", "a number"))
                .anySatisfy(f -> is(f, 11, "without 'min' and 'max'", "at least one"))
                .anySatisfy(f -> is(f, 12, "'because'", "param, min, max, say"))
                .anySatisfy(f -> is(f, 12, "without 'say'", "reason"))
                .hasSize(11);
    }

    @Test
    void aNameOf64LettersIsTheLongest() {
        assertThat(ExpertFile.parse("x.md", file("a".repeat(64), "d")).name()).hasSize(64);
        assertThat(faults(file("a".repeat(65), "d"))).hasSize(1);
    }

    @Test
    void aDescriptionOf1024LettersIsTheLongest() {
        assertThat(ExpertFile.parse("x.md", file("a", "d".repeat(1024))).description())
                .hasSize(1024);
        assertThat(faults(file("a", "d".repeat(1025)))).satisfiesExactly(f -> is(f, 3, "1025", "at most 1024"));
    }

    @Test
    void aKeyThatStandsTwiceIsAFault() {
        assertThat(faults("---\nname: a\ndescription: d\nname: b\n---\nYou.\n"))
                .anySatisfy(f -> assertThat(f.field()).isEqualTo("expert.md:4"));
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThat(faults("---\nname: a\ndescription: [d\n---\nYou.\n")).satisfiesExactly(f -> {
            assertThat(f.field()).matches("expert\\.md:[34]");
            assertThat(f.fault()).contains("no YAML");
        });
    }

    @Test
    void anUnquotedColonIsToldWithItsLine() {
        assertThat(faults("---\nname: a\ndescription: use for: pictures\n---\nYou.\n"))
                .satisfiesExactly(f -> is(f, 3, "no YAML", "quotes"));
    }

    @Test
    void aFileWithoutFrontMatterSaysHowItBegins() {
        assertThat(faults("# My expert\n")).satisfiesExactly(f -> is(f, 1, "no front matter", "'---'"));
        assertThat(faults("---\nname: a\n")).satisfiesExactly(f -> is(f, 1, "no front matter", "'---'"));
        assertThat(faults("")).satisfiesExactly(f -> is(f, 1, "no front matter", "'---'"));
    }

    @Test
    void anExpertWithoutWordsIsAFault() {
        assertThat(faults("---\nname: a\ndescription: d\n---\n\n"))
                .satisfiesExactly(f -> is(f, 4, "no text", "what the expert knows"));
    }

    @Test
    void aVocabularyStaysInTheFolder() {
        assertThat(faults("---\nname: a\ndescription: d\nbrainwright: {vocabulary: ../../secret.yaml}\n---\nYou.\n"))
                .satisfiesExactly(f -> is(f, 4, "'../../secret.yaml'", "in the folder"));
    }

    @Test
    void windowsLineEndsAreRead() {
        var crlf = file("a", "d").replace("\n", "\r\n");

        assertThat(ExpertFile.parse("x.md", crlf).name()).isEqualTo("a");
    }

    @Test
    void starsOfToolsStandForAnyLettersAndDenialWins() {
        var expert = expert("sim.*, *_region*", "sim.run");

        assertThat(List.of("sim.estimate", "describe_region", "list_regions")).allMatch(expert::mayUse);
        assertThat(List.of("sim.run", "simXrun", "sim", "propose_plan")).noneMatch(expert::mayUse);
    }

    @Test
    void withoutToolsAnExpertMayOnlyTalk() {
        assertThat(ExpertFile.parse("x.md", file("a", "d")).mayUse("propose_plan"))
                .isFalse();
    }

    @Test
    void theExampleOfTheGuideIsSound() throws java.io.IOException {
        var guide = java.nio.file.Files.readString(java.nio.file.Path.of("..", "docs", "experts.md"));
        var example = guide.substring(guide.indexOf("```markdown\n") + "```markdown\n".length());

        var expert = ExpertFile.parse("cold-rig.md", example.substring(0, example.indexOf("```")));

        assertThat(expert.checks()).hasSize(2);
        assertThat(expert.mayUse("describe_region")).isTrue();
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> ExpertFile.read(java.nio.file.Path.of("nobody.md")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("nobody.md");
    }

    private static Expert expert(String tools, String denied) {
        return ExpertFile.parse(
                "x.md",
                "---\nname: a\ndescription: d\ntools: '%s'\ndisallowedTools: %s\n---\nYou.\n".formatted(tools, denied));
    }

    private static String file(String name, String description) {
        return "---\nname: %s\ndescription: %s\n---\nYou.\n".formatted(name, description);
    }

    private static List<FieldFault> faults(String text) {
        var problem = catchThrowableOfType(Problem.class, () -> ExpertFile.parse("expert.md", text));
        assertThat(problem).as("a problem").isNotNull();
        return problem.faults();
    }

    private static void is(FieldFault fault, int line, String found, String right) {
        assertThat(fault.field()).isEqualTo("expert.md:" + line);
        assertThat(fault.fault()).contains(found).contains(right);
    }
}
