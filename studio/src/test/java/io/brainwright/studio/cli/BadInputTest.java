package io.brainwright.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input of the verbs: exit code 2 and a sentence that names what was wrong, never a stack. */
@Timeout(60)
class BadInputTest {
    @TempDir
    Path workspace;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask x --kafka-port 99999 | 99999 is no port",
                "ask x --grpc-port -4 | -4 is no port",
                "mcp --port 999999 | 999999 is no port",
                "notebook list --workspace AFILE | is no folder",
                "notebook show 7 | notebook",
                "notebook export 1 --format docx | docx",
                "notebook rerun 99 | 99",
                "notebook compare 1 99 | notebook",
                "notebook sensitivity 99 | 99",
                "notebook audit --last -3 | --last",
                "notebook audit --date yesterday | yesterday",
                "library promote abc --path nope --yes | abc",
                "library reject abc | abc",
                "library demote nope --yes | nope",
                "library extract --text nope.txt | nope.txt",
                "experts show nope | nope",
                "experts check nope.md | nope.md",
                "experts create Bad_Name --about x | Bad_Name",
                "eval requests nope.jsonl | nope.jsonl",
                "eval requests AFILE | line 1",
                "eval extraction nope.jsonl | nope.jsonl",
                "eval extraction AFILE | Line 1"
            })
    void isToldInASentence(String line, String named) throws IOException {
        var file = Files.writeString(workspace.resolve("a-file"), "neither JSON nor a folder\n");
        var words =
                new ArrayList<>(List.of(line.replace("AFILE", file.toString()).split(" ")));
        if (!words.contains("--workspace") && !line.startsWith("eval") && !line.startsWith("experts check")) {
            words.addAll(List.of("--workspace", workspace.resolve("work").toString()));
        }
        var err = System.err;
        var told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true));
        int code;
        try {
            code = Brainwright.run(words.toArray(String[]::new));
        } finally {
            System.setErr(err);
        }

        assertThat(told.toString()).contains(named).doesNotContain("\tat ", "Exception:");
        assertThat(told.toString().strip().lines().filter(l -> l.startsWith("brainwright:")))
                .hasSize(1);
        assertThat(code).isEqualTo(2);
    }
}
