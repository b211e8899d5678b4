package io.brainwright.sonata.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SonataConfigTest {
    private static final String WHOLE = """
            {"manifest": {"$BASE_DIR": ".", "$NETWORK_DIR": "$BASE_DIR/network"},
             "networks": {"nodes": [{"nodes_file": "${NETWORK_DIR}/nodes.h5", "populations": {"cells": {}}}], "edges": []}}
            """;

    @TempDir
    private Path folder;

    @Test
    void variablesStandForWhatStoodBeforeThem() throws IOException {
        assertThat(open(WHOLE).nodes().getFirst().file()).endsWith("network/nodes.h5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\": \"x\"", "\"$\": \"x\"", "\"BASE_DIR\": \"x\""})
    void aVariableWithoutANameIsRefused(String variable) {
        assertThatThrownBy(() -> open(WHOLE.replace("\"$BASE_DIR\": \".\"", variable)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no name such as $BASE_DIR");
    }

    @Test
    void variablesThatDoubleEachOtherAreRefused() {
        var manifest = new StringBuilder("\"$A0\": \"aaaaaaaa\"");
        for (int i = 1; i < 40; i++) {
            manifest.append(", \"$A%1$d\": \"${A%2$d}${A%2$d}\"".formatted(i, i - 1));
        }
        assertThatThrownBy(() -> open("{\"manifest\": {%s}, \"networks\": {}}".formatted(manifest)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("more than 4096 characters");
    }

    @Test
    void bytesThatAreNoTextAndPathsThatAreNoneAreProblems() throws IOException {
        assertThatThrownBy(() -> open(WHOLE.replace("nodes.h5", "\\u0000")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is no path");
        var file = Files.write(folder.resolve("circuit_config.json"), new byte[] {'{', '"', (byte) 0xc0, '"'});
        assertThatThrownBy(() -> SonataCircuit.open(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 1");
    }

    private SonataCircuit open(String json) throws IOException {
        return SonataCircuit.open(Files.writeString(folder.resolve("circuit_config.json"), json));
    }
}
