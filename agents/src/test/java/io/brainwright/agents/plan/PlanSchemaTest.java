package io.brainwright.agents.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanSchemaTest {
    @Test
    void theSchemaNamesTheFieldsOfThePlan() throws IOException {
        try (var in = Plan.class.getResourceAsStream("plan.schema.json")) {
            var schema = JsonMapper.shared().readTree(in);
            var fields = Arrays.stream(Plan.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            assertThat(schema.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(fields);
            assertThat(schema.at("/properties/schema/const").asString()).isEqualTo(Plan.SCHEMA);
        }
    }

    /** What was added to the reference since is named here. */
    @Test
    void theVocabularyIsTheReferencesAndWhatCameAfter() throws IOException {
        var reference = JsonMapper.shared().readTree(Files.readString(Reference.path("agents/vocabulary.json")));
        var expected = new TreeSet<>(reference.path("actions").propertyNames());
        expected.addAll(Set.of("placement.vessels", "connectome.astrocytes"));
        assertThat(Vocabulary.open().actions()).isEqualTo(expected);
    }
}
