package io.brainwright.agents.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.plan.Hypothesis;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class GeneralisedTest {
    private static Plan plan(String action, ObjectNode params) {
        return new Plan(
                Plan.SCHEMA,
                1,
                "words",
                new Hypothesis("words", null, null),
                List.of(new Step("one", action, params, List.of())),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void whatAStepTookFromElsewhereIsTaggedWithTheNumberOfItsValues() {
        var layers = Generalised.of(plan("atlas.region", none()));
        assertThat(layers)
                .contains(
                        new Generalised("atlas.region", "hindlimb region to all of nbS1", 6, "layers.1.thickness_um"));
        assertThat(Generalised.of(plan("connectome.mid_range", none())))
                .extracting(Generalised::tag)
                .contains("mouse to rat");
        assertThat(Generalised.of(plan("render.image", none()))).isEmpty();
    }

    @Test
    void specificityIsTaggedOnlyWhereItIsAskedFor() {
        var visual = "mouse visual to rat somatosensory cortex";
        assertThat(Generalised.of(plan("connectome.local", none())))
                .extracting(Generalised::tag)
                .noneMatch(t -> t.startsWith(visual));
        var specific = Generalised.of(plan("connectome.local", none().put("specificity", "em")));
        assertThat(specific).extracting(Generalised::tag).contains(visual).contains("adult to juvenile");
    }

    @Test
    void theSectionNamesStepTagAndFirstValue() {
        assertThat(Generalised.section(plan("connectome.thalamic", none())))
                .startsWith("## Generalised")
                .contains("| connectome.thalamic | VPM to POm | 1 | `thalamic.");
    }
}
