package io.brainwright.neuro.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConflictsTest {
    @Test
    void aSmallestSetHoldsOnlyWhatIsNeeded() {
        var web = new Web.Builder();
        int a = web.quantity("a", "1/mm3", 100);
        int b = web.quantity("b", "1/mm3", 100);
        int whole = web.quantity("whole", "1/mm3", 200);
        int other = web.quantity("other", "1/mm3", 50);
        web.add(Relation.measured("a", Expression.of(a), 100, 0.02, "", "x"));
        web.add(Relation.measured("b", Expression.of(b), 100, 0.02, "", "x"));
        web.add(Relation.measured("whole", Expression.of(whole), 400, 0.02, "", "y"));
        web.add(Relation.measured("other", Expression.of(other), 50, 0.02, "", "y"));
        web.add(Relation.identity(
                "sum", Expression.of(whole), Expression.of(a).plus(Expression.of(b)), 1e-3, "by definition"));
        var found = Conflicts.of(Estimator.learn(web.build()), 5);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().relations())
                .extracting(Relation::name)
                .containsExactlyInAnyOrder("a", "b", "whole", "sum");
    }

    @Test
    void valuesThatMeetWithinTwoDeviationsAreNoConflict() {
        var web = new Web.Builder();
        int a = web.quantity("a", "1/mm3", 100);
        web.add(Relation.measured("a", Expression.of(a), 100, 0.1, "", "x"));
        web.add(Relation.measured("a", Expression.of(a), 135, 0.1, "", "y"));
        assertThat(Conflicts.of(Estimator.learn(web.build()), 5)).isEmpty();
    }

    @Test
    void theTwoDensitiesOfTheRatAreReported() {
        var found = Conflicts.of(Estimator.learn(RecipeWebs.open("rat-nbs1")), 10);
        assertThat(found)
                .anySatisfy(c -> assertThat(c.relations())
                        .extracting(Relation::name)
                        .contains("totals.neurons_per_mm3", "microcircuit neurons", "nmc_2015.volume_mm3"));
    }
}
