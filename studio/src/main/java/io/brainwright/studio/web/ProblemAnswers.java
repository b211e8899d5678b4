package io.brainwright.studio.web;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Every failure of a call leaves as the one kind of problem, also those that the web server itself found. */
@RestControllerAdvice
final class ProblemAnswers {
    private static final System.Logger LOG = System.getLogger(ProblemAnswers.class.getName());

    @ExceptionHandler(Problem.class)
    ResponseEntity<String> known(Problem problem) {
        return answer(problem, ProblemJson.status(problem.kind()));
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<String> other(Exception failure, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.log(System.Logger.Level.DEBUG, "a visitor left before the answer was whole");
            return null;
        }
        if (failure instanceof ErrorResponse refused) {
            int status = refused.getStatusCode().value();
            var kind = status == 404 ? Kind.NOT_FOUND : status == 413 ? Kind.TOO_LARGE : Kind.INVALID;
            var name = HttpStatus.resolve(status);
            return answer(
                    new Problem(
                            kind,
                            name == null ? "BAD_REQUEST" : name.name(),
                            "%s %s: %s"
                                    .formatted(
                                            request.getMethod(),
                                            request.getRequestURI(),
                                            refused.getBody().getDetail()),
                            "docs/studio.md lists what can be asked.",
                            Map.of("path", request.getRequestURI(), "method", request.getMethod())),
                    status);
        }
        if (failure instanceof org.springframework.http.converter.HttpMessageNotReadableException) {
            return answer(
                    new Problem(
                            Kind.INVALID,
                            "BODY_UNREADABLE",
                            "The body of the call is not the JSON that is expected here.",
                            "Send a JSON object with Content-Type application/json.",
                            Map.of()),
                    400);
        }
        LOG.log(System.Logger.Level.ERROR, "an unexpected failure of " + request.getRequestURI(), failure);
        return answer(
                new Problem(
                        Kind.INTERNAL,
                        "UNEXPECTED",
                        "An unexpected failure, which is a fault of Brainwright: " + failure,
                        "The log in the workspace (logs/brainwright.log) holds the details.",
                        Map.of("failure", failure.getClass().getSimpleName())),
                500);
    }

    private static ResponseEntity<String> answer(Problem problem, int status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(ProblemJson.TYPE))
                .body(ProblemJson.text(problem, status));
    }
}
