package io.brainwright.neuro.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionTreeTest {
    @TempDir
    Path folder;

    private RegionTree tree;

    @BeforeEach
    void read() throws IOException {
        tree = RegionTree.read(json("""
                {"msg": [{"id": 1, "acronym": "root", "name": "root", "children": [
                  {"id": 5, "acronym": "SSp", "name": "Primary somatosensory area", "children": [
                    {"id": 6, "acronym": "SSp1", "name": "Primary somatosensory area, layer 1"},
                    {"id": 7, "acronym": "SSp2/3", "name": "Primary somatosensory area, layer 2/3"}]},
                  {"id": 8, "acronym": "VIS", "name": "Visual areas", "children": []}]}]}
                """));
    }

    private Path json(String text) throws IOException {
        return Files.writeString(folder.resolve("tree.json"), text);
    }

    @Test
    void regionsAreFoundByAcronymNameIdAndPatternWithTheirDescendants() {
        assertThat(tree.query("SSp")).containsExactly(5, 6, 7);
        assertThat(tree.query("primary somatosensory area")).containsExactly(5, 6, 7);
        assertThat(tree.query("5")).containsExactly(5, 6, 7);
        assertThat(tree.query("@^SSp\\d")).containsExactly(6, 7);
        assertThat(tree.query("root")).hasSize(5);
    }

    @Test
    void anUnknownRegionSuggestsTheNearest() {
        assertThatThrownBy(() -> tree.query("SSq"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("SSq", "SSp"));
        assertThatThrownBy(() -> tree.query("@(")).isInstanceOf(Problem.class);
    }

    @Test
    void idsThatTheTreeLacksAreNamed() {
        assertThat(tree.missing(new long[] {0, 5, 99, 1234})).containsExactly(99, 1234);
    }

    @Test
    void aBrokenTreeIsRefusedWithTheClashingNodes() throws IOException {
        var twice = json("{\"id\":1,\"acronym\":\"a\",\"children\":[{\"id\":1,\"acronym\":\"b\"}]}");
        assertThatThrownBy(() -> RegionTree.read(twice)).hasMessageContaining("id 1 twice: a and b");
        var nothing = json("{\"name\":\"x\"}");
        assertThatThrownBy(() -> RegionTree.read(nothing)).hasMessageContaining("without id");
        var broken = json("{\"id\":1,");
        assertThatThrownBy(() -> RegionTree.read(broken)).isInstanceOf(Problem.class);
    }
}
