package io.brainwright.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Ctrl-C pressed for real: a process of its own gets the signal that a terminal sends. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // reading a pipe cannot be interrupted
class TurnSignalTest {
    /** What is pressed on: two turns that wait, then a dialogue without one. */
    static final class Talk {
        public static void main(String[] args) throws InterruptedException {
            var signal = TurnSignal.install(System.out);
            for (int turn = 1; turn <= 2; turn++) {
                int number = turn;
                signal.during(() -> {
                    System.out.println("turn " + number);
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException pressed) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            System.out.println("idle");
            new CountDownLatch(1).await();
        }
    }

    @Test
    void theFirstPressStopsTheTurnAndTheDialogueGoesOnTwoWithoutATurnLeave() throws Exception {
        var talk = start();
        try (var said = talk.inputReader(StandardCharsets.UTF_8)) {
            until(said, "turn 1");
            press(talk);
            assertThat(until(said, "turn 2"))
                    .contains(
                            "Cancelling; Ctrl-C again leaves.", "Cancelled; what is finished stays in the workspace.");
            press(talk);
            until(said, "idle");
            press(talk);
            until(said, "Ctrl-C again, or /quit, leaves.");
            assertThat(talk.isAlive()).isTrue();
            press(talk);
            assertThat(talk.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(talk.exitValue()).isEqualTo(130);
        } finally {
            talk.destroyForcibly();
        }
    }

    private static Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<String>();
        // A suite that runs in the background of a script ignores Ctrl-C, and so would its children.
        if (OS.LINUX.isCurrentOs()) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(
                java,
                "-XX:+UseSerialGC",
                "-cp",
                place(Talk.class) + File.pathSeparator + place(TurnSignal.class),
                Talk.class.getName()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static void press(Process talk) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(talk.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static List<String> until(BufferedReader said, String line) throws IOException {
        var heard = new ArrayList<String>();
        for (var next = said.readLine(); next != null; next = said.readLine()) {
            heard.add(next);
            if (next.equals(line)) {
                return heard;
            }
        }
        throw new AssertionError("the process ended without '%s'; it said %s".formatted(line, heard));
    }
}
