package io.brainwright.studio.web.guard;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.studio.web.ProblemJson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before every call. Reading needs the studio's own host name; changing something needs, besides, its own origin and the
 * session's token; where the studio listens beyond loopback, everything needs the access token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Guard extends OncePerRequestFilter {
    /** chosen: a plan or a scene of thousands of lines; more is no talk. */
    private static final long MOST_BYTES = 1 << 20;

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Doors doors;
    private final Session session;
    private final SafeHeaders headers;

    Guard(Doors doors, Session session, SafeHeaders headers) {
        this.doors = doors;
        this.session = session;
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        headers.on(response, request.isSecure());
        var refusal = refusal(request);
        if (refusal != null) {
            refuse(response, refusal, 403);
        } else if (isTooLarge(request)) {
            refuse(response, tooLarge(), 413);
        } else if (doors.areLocked() && !AccessCookie.isShown(request, doors)) {
            if (!AccessCookie.tryIn(request, response, doors)) {
                refuse(response, locked(), 401);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private @Nullable Problem refusal(HttpServletRequest request) {
        int port = request.getLocalPort();
        var host = request.getHeader("Host");
        if (!doors.isOwnHost(host, port)) {
            return refused(
                    "HOST_REFUSED", "The studio is not reached under the name '%s'.".formatted(host), "host", host);
        }
        if (READING.contains(request.getMethod())) {
            return null;
        }
        var origin = request.getHeader("Origin");
        if (origin != null && !doors.isOwnOrigin(origin, request.getScheme(), port)) {
            return refused(
                    "ORIGIN_REFUSED", "A page of %s may change nothing here.".formatted(origin), "origin", origin);
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (origin == null && site != null && !site.equals("same-origin")) {
            return refused("ORIGIN_REFUSED", "A page of another site may change nothing here.", "site", site);
        }
        if (!Secrets.same(session.token(), request.getHeader(Session.HEADER))) {
            return new Problem(
                    Kind.PRECONDITION,
                    "TOKEN_REFUSED",
                    "The call lacks the token of this session.",
                    "Read /api/session and send its token in the header %s.".formatted(Session.HEADER),
                    Map.of("header", Session.HEADER));
        }
        return null;
    }

    /** Files have limits of their own; what else is sent is a short JSON document that says its length. */
    private static boolean isTooLarge(HttpServletRequest request) {
        var type = request.getContentType();
        if (READING.contains(request.getMethod()) || (type != null && type.startsWith("multipart/form-data"))) {
            return false;
        }
        long length = request.getContentLengthLong();
        return length > MOST_BYTES || (length < 0 && request.getHeader("Transfer-Encoding") != null);
    }

    private static Problem tooLarge() {
        return new Problem(
                Kind.TOO_LARGE,
                "BODY_TOO_LARGE",
                "What was sent is longer than %d bytes, or does not say its length.".formatted(MOST_BYTES),
                "Send a shorter document; files are imported in the library.",
                Map.of("most_bytes", String.valueOf(MOST_BYTES)));
    }

    private static Problem refused(String reason, String what, String name, @Nullable String value) {
        return new Problem(
                Kind.PRECONDITION,
                reason,
                what,
                "Open the address that `brainwright` printed.",
                Map.of(name, String.valueOf(value)));
    }

    private static Problem locked() {
        return new Problem(
                Kind.PRECONDITION,
                "ACCESS_TOKEN_NEEDED",
                "This studio listens beyond its own machine and asks visitors for a token.",
                "Open the whole address that `brainwright` printed, with its access token.",
                Map.of());
    }

    private static void refuse(HttpServletResponse response, Problem problem, int status) throws IOException {
        response.setStatus(status);
        response.setContentType(ProblemJson.TYPE);
        response.getOutputStream().write(ProblemJson.text(problem, status).getBytes(StandardCharsets.UTF_8));
    }
}
