package io.brainwright.agents.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The stages that brainwright.yaml lists. */
class StagesPartTest {
    private static Settings parse(String yaml) {
        return SettingsFile.parse("brainwright.yaml", yaml, _ -> null);
    }

    @Test
    void eachIsListedByItsAddress() {
        var stages = parse("""
                brainwright:
                  stages:
                    - address: localhost:50061
                    - {address: "lab.example.org:7000", keys: lab-keys, answer-timeout-s: 5, workers: 8}
                """).stages();
        assertThat(stages)
                .containsExactly(
                        new PluggedServer("localhost:50061", null, Duration.ofSeconds(60), 2),
                        new PluggedServer("lab.example.org:7000", Path.of("lab-keys"), Duration.ofSeconds(5), 8));
    }

    @Test
    void aFileWithoutThemListsNone() {
        assertThat(parse("brainwright:\n  chat: none\n").stages()).isEmpty();
        assertThat(parse("brainwright:\n  stages:\n").stages()).isEmpty();
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        assertThatThrownBy(() -> parse("""
                        brainwright:
                          stages:
                            - adress: localhost:1
                            - address: http://localhost:1
                            - address: lab.example.org:7000
                            - address: localhost:2
                            - {address: "localhost:2", workers: 0}
                        """))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults())
                                .extracting(FieldFault::field)
                                .contains(
                                        "brainwright.yaml:3",
                                        "brainwright.yaml:4",
                                        "brainwright.yaml:5",
                                        "brainwright.yaml:7"));
    }

    @Test
    void theRemedyStandsInTheFault() {
        assertThatThrownBy(() -> parse("brainwright:\n  stages:\n    - address: lab.example.org:7000\n"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("keys", "beyond this machine"));
        assertThatThrownBy(() -> parse("brainwright:\n  stages: localhost:7000\n"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("- address: localhost:50061"));
    }
}
