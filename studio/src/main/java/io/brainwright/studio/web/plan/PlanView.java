package io.brainwright.studio.web.plan;

import io.brainwright.neuro.problem.FieldFault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The plan that waits.
 *
 * @param plan the plan; null where none was shown
 * @param hash what an approval names; empty without a plan
 * @param unavailable what of it this version cannot run
 * @param review what the experts say of it
 * @param versions its versions, the first draft first
 */
record PlanView(
        @Nullable JsonNode plan,
        String hash,
        List<FieldFault> unavailable,
        List<String> review,
        List<Version> versions) {
    /**
     * One version.
     *
     * @param version its number
     * @param hash its hash
     * @param changes what it changed on the one before, in sentences
     */
    record Version(int version, String hash, List<String> changes) {}
}
