package io.brainwright.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.audit.AuditLog;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every verb on a workspace either only looks, by name, or stands in the audit log; the verbs are asked of the command line itself. */
@Timeout(120)
class AuditedVerbsTest {
    /** What only looks. The program without a verb starts the studio, whose acts are logged one by one. */
    private static final Set<String> LOOKING = Set.of(
            "brainwright",
            "experts",
            "experts list",
            "experts show",
            "notebook",
            "notebook list",
            "notebook show",
            "notebook compare",
            "notebook audit",
            "datasets",
            "stages",
            "datasets show",
            "recipe show",
            "connectome why",
            "library search",
            "library list",
            "library show",
            "library candidates",
            "library contradictions",
            "library audit",
            "doctor");

    /** How each verb that acts is called here; what it is asked for need not exist. */
    private static final Map<String, List<String>> ACTING = Map.ofEntries(
            Map.entry("ask", List.of("How thick is layer 4 of S1HL?")),
            Map.entry("chat", List.of()),
            Map.entry("mcp", List.of()),
            Map.entry("experts create", List.of("walker", "--about", "walks")),
            Map.entry("notebook export", List.of("none")),
            Map.entry("notebook rerun", List.of("none")),
            Map.entry("notebook sensitivity", List.of("none")),
            Map.entry("datasets gc", List.of()),
            Map.entry("placement brain", List.of("--region", "CB", "--fraction", "0.00001")),
            Map.entry("library import", List.of("no-such-file.pdf")),
            Map.entry("library extract", List.of()),
            Map.entry("library promote", List.of("abc", "--path", "rat-nbs1.layers.4.thickness_um", "--yes")),
            Map.entry("library reject", List.of("abc")),
            Map.entry("library demote", List.of("rat-nbs1.layers.4.thickness_um", "--yes")),
            Map.entry("render", List.of("none.json", "--out", "none.png")));

    @TempDir
    Path workspace;

    private final InputStream in = System.in;

    @BeforeEach
    void nobodyTypes() {
        System.setIn(new ByteArrayInputStream(new byte[0]));
    }

    @AfterEach
    void restore() {
        System.setIn(in);
    }

    private static void collect(CommandLine line, List<CommandLine> all) {
        if (line.getCommandSpec().findOption("--workspace") != null) {
            all.add(line);
        }
        line.getSubcommands().values().stream().distinct().forEach(sub -> collect(sub, all));
    }

    private static List<CommandLine> onAWorkspace() {
        var all = new ArrayList<CommandLine>();
        collect(Brainwright.line(), all);
        return all;
    }

    private static String name(CommandLine line) {
        return line.getCommandSpec().qualifiedName().replaceFirst("^brainwright ", "");
    }

    static Stream<String> acting() {
        return onAWorkspace().stream()
                .filter(l -> l.getCommandSpec().userObject().getClass().isAnnotationPresent(Acts.class))
                .map(AuditedVerbsTest::name);
    }

    @Test
    void everyVerbOnAWorkspaceLooksOrActs() {
        assertThat(onAWorkspace()).hasSizeGreaterThan(25);
        assertThat(onAWorkspace().stream().map(AuditedVerbsTest::name))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(LOOKING.stream(), acting()).toList());
    }

    @ParameterizedTest
    @MethodSource("acting")
    void whatActsStandsInTheLog(String verb) throws Exception {
        Files.createDirectories(workspace.resolve("agents"));
        var line = new ArrayList<>(List.of(verb.split(" ")));
        line.addAll(Objects.requireNonNull(ACTING.get(verb), "how to call " + verb));
        line.addAll(List.of("--workspace", workspace.toString()));

        int code = Brainwright.run(line.toArray(String[]::new));

        assertThat(new AuditLog(workspace)
                        .lines(new AuditLog.Filter(null, AuditLine.Kind.VERB, null, null, false), damaged -> {
                            throw new AssertionError(damaged);
                        }))
                .singleElement()
                .satisfies(l -> {
                    assertThat(l.what()).isEqualTo(verb);
                    assertThat(l.outcome().equals(AuditLine.OK)).isEqualTo(code == 0);
                    assertThat(l.arguments().toString())
                            .contains(workspace.getFileName().toString());
                });
    }

    @Test
    void aSecretOnTheCommandLineDoesNotReachTheLog() throws Exception {
        Files.createDirectories(workspace.resolve("agents"));
        Brainwright.run(new String[] {
            "experts",
            "create",
            "leaky",
            "--about",
            "sk-proj-abcDEF1234567890abcDEF",
            "--workspace",
            workspace.toString()
        });

        try (var files = Files.list(workspace.resolve("audit"))) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(f ->
                            assertThat(f).content().contains("experts create").doesNotContain("sk-proj"));
        }
    }
}
