package io.brainwright.agents.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.plan.NumberFidelity.Said;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.units.Dimension;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class NumberFidelityTest {
    private static Plan plan(String action, String params, Assumption... assumptions) {
        var step = new Step("s", action, (ObjectNode) JsonMapper.shared().readTree(params), List.of());
        return new Plan(
                Plan.SCHEMA,
                1,
                "words",
                new Hypothesis("?", null, null),
                List.of(step),
                List.of(),
                List.of(assumptions),
                null,
                List.of());
    }

    @Test
    void anInventedNumberIsRefused() {
        assertThat(NumberFidelity.faults(plan("sim.run", "{\"duration_ms\":200}"), List.of()))
                .hasSize(1);
        assertThat(NumberFidelity.faults(
                        plan("sim.run", "{\"duration_ms\":200}"), List.of(new Said(200, Dimension.TIME))))
                .isEmpty();
    }

    @Test
    void aNumberOfAnotherDimensionExcusesNothing() {
        assertThat(NumberFidelity.faults(plan("sim.run", "{\"ca_mM\":4}"), List.of(new Said(4, Dimension.NUMBER))))
                .hasSize(1);
    }

    @Test
    void anAssumptionCountsOnlyForItsPathAndValue() {
        var assumed =
                new Assumption("sim.run.ca_mM", JsonMapper.shared().readTree("2"), "mM", "chosen: test", List.of());
        assertThat(NumberFidelity.faults(plan("sim.run", "{\"ca_mM\":2}", assumed), List.of()))
                .isEmpty();
        assertThat(NumberFidelity.faults(plan("sim.run", "{\"ca_mM\":3}", assumed), List.of()))
                .hasSize(1);
        assertThat(NumberFidelity.faults(plan("sim.run", "{\"mg_mM\":2}", assumed), List.of()))
                .hasSize(1);
    }

    @Test
    void whatThisVersionCannotRunIsNamedBeforeApproval() {
        assertThat(new PlanChecks().unavailable(plan("export.nwb", "{}"))).anySatisfy(f -> {
            assertThat(f.field()).isEqualTo("export.nwb");
            assertThat(f.fault()).contains("not available yet");
        });
        assertThatThrownBy(() -> new PlanChecks().passed(plan("sim.fly", "{}"), List.of()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("'sim.fly' is no action"));
    }

    @Test
    void canonicalNumbersAreThoseOfEcmaScript() {
        assertThat(CanonicalJson.number(150)).isEqualTo("150");
        assertThat(CanonicalJson.number(0.025)).isEqualTo("0.025");
        assertThat(CanonicalJson.number(1e21)).isEqualTo("1e+21");
        assertThat(CanonicalJson.number(1.5e-7)).isEqualTo("1.5e-7");
        assertThat(CanonicalJson.number(-0.0)).isEqualTo("0");
        assertThat(CanonicalJson.write(JsonMapper.shared().readTree("{\"b\":[1.0,{}],\"a\":\"x\"}")))
                .isEqualTo("{\"a\":\"x\",\"b\":[1,{}]}");
    }
}
