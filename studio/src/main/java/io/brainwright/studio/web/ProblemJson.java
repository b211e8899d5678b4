package io.brainwright.studio.web;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link Problem} as application/problem+json.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
public final class ProblemJson {
    /** Its media type. */
    public static final String TYPE = "application/problem+json";

    private ProblemJson() {}

    /** The HTTP status of a kind of problem. */
    public static int status(Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case PRECONDITION, CANCELLED -> 409;
            case TOO_LARGE -> 413;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
        };
    }

    /** The members of the document; the fields at fault are those of the problem. */
    public static Map<String, Object> of(Problem problem, int status) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:brainwright:problem:" + problem.reason());
        body.put("title", problem.reason().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        body.put("status", status);
        body.put("detail", String.valueOf(problem.getMessage()));
        body.put("remedy", problem.remedy());
        body.put("reason", problem.reason());
        body.put("facts", problem.facts());
        body.put("faults", problem.faults());
        return body;
    }

    /** The document as text. */
    public static String text(Problem problem, int status) {
        return JsonMapper.shared().writeValueAsString(of(problem, status));
    }
}
