package io.brainwright.agents.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonDiffTest {
    private static ObjectNode tree(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}|{\"a\":2}",
                "{\"a\":1}|{\"b\":1}",
                "{\"a\":[1,2,3]}|{\"a\":[1,3]}",
                "{\"a\":[]}|{\"a\":[{\"x\":1}]}",
                "{\"a\":{\"b\":{\"c/d~e\":1}}}|{\"a\":{\"b\":{\"c/d~e\":[1]}}}",
                "{\"s\":[{\"id\":\"a\"},{\"id\":\"b\",\"p\":1},{\"id\":\"c\"}]}|{\"s\":[{\"id\":\"b\",\"p\":2},{\"id\":\"c\"}]}",
                "{\"s\":[{\"id\":\"a\"},{\"id\":\"c\"}]}|{\"s\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"},{\"id\":\"d\"}]}",
                "{\"s\":[{\"id\":\"a\"},{\"id\":\"b\"}]}|{\"s\":[{\"id\":\"b\"},{\"id\":\"a\"}]}",
                "{\"s\":[{\"id\":\"a\"}]}|{\"s\":[{\"name\":\"a\"},3]}"
            })
    void thePatchTurnsTheFirstIntoTheSecond(String before, String after) {
        var now = tree(before);
        JsonDiff.between(now, tree(after)).forEach(operation -> PlanPatch.change(now, operation));
        assertThat(now).isEqualTo(tree(after));
    }

    @Test
    void equalDocumentsNeedNoPatchAndWholeNumbersEqualTheirDecimals() {
        assertThat(JsonDiff.between(tree("{\"a\":[1,{\"b\":2}]}"), tree("{\"a\":[1.0,{\"b\":2}]}")))
                .isEmpty();
    }

    @Test
    void aRemovedStepChangesNoOtherStep() {
        var before = tree("{\"steps\":[{\"id\":\"a\",\"p\":1},{\"id\":\"b\",\"p\":2},{\"id\":\"c\",\"p\":3}]}");
        var after = tree("{\"steps\":[{\"id\":\"a\",\"p\":1},{\"id\":\"c\",\"p\":3}]}");
        assertThat(JsonDiff.between(before, after)).hasSize(1);
    }

    @Test
    void changesOfAPlanReadAsSentences() {
        var before = tree("""
                {"steps": [{"id": "s1", "action": "sim.run", "params": {"duration_ms": 200, "blocks": ["NMDA"]}}],
                 "assumptions": [{"path": "sim.run.ca_mM", "value": 2.0}]}
                """);
        var after = tree("""
                {"steps": [{"id": "s1", "action": "sim.run", "params": {"duration_ms": 300}}],
                 "assumptions": [{"path": "sim.run.ca_mM", "value": 1.2}]}
                """);
        assertThat(PatchWords.of(before, JsonDiff.between(before, after)))
                .containsExactlyInAnyOrder(
                        "sim.run (step s1): blocks is gone; it was [\"NMDA\"]",
                        "sim.run (step s1): duration_ms was 200, is 300",
                        "assumption sim.run.ca_mM: value was 2.0, is 1.2");
    }
}
