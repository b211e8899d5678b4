package io.brainwright.agents.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is going to be done, in full: nothing that decides a result stands outside.
 *
 * @param schema name of the document's form
 * @param version 1 for the first draft, one more with each edit
 * @param request the scientist's words
 * @param hypothesis what is asked
 * @param steps typed steps in an order that their needs allow
 * @param variants settings under which the steps run; empty: once, as they stand
 * @param assumptions every value that the scientist did not say
 * @param estimate what the run would cost; no part of the plan's hash
 * @param questions what remains open, and what of the words was not used
 */
public record Plan(
        String schema,
        int version,
        String request,
        Hypothesis hypothesis,
        List<Step> steps,
        List<Variant> variants,
        List<Assumption> assumptions,
        @Nullable CostEstimate estimate,
        List<String> questions) {
    /** Form of the document that this version writes. */
    public static final String SCHEMA = "brainwright-plan/1";

    public Plan {
        steps = List.copyOf(steps);
        variants = List.copyOf(variants);
        assumptions = List.copyOf(assumptions);
        questions = List.copyOf(questions);
    }

    /** The steps of one action. */
    public List<Step> steps(String action) {
        return steps.stream().filter(s -> s.action().equals(action)).toList();
    }

    /** SHA-256 of the canonical JSON without the estimate: what a scientist approves. */
    public String hash() {
        return PlanJson.hash(this);
    }

    /** The same plan with what it would cost. */
    public Plan withEstimate(CostEstimate cost) {
        return new Plan(schema, version, request, hypothesis, steps, variants, assumptions, cost, questions);
    }

    /** The same plan with other assumptions. */
    public Plan withAssumptions(List<Assumption> others) {
        return new Plan(schema, version, request, hypothesis, steps, variants, others, estimate, questions);
    }
}
