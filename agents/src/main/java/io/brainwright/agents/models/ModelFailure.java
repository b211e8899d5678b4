package io.brainwright.agents.models;

import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** What a provider's failure means, whichever client it came from. */
public final class ModelFailure {
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;
    private static final int NO_STATUS = 0;
    private static final int SUCCESS = 200;
    private static final int REDIRECTION = 300;
    private static final int LONGEST_TEXT = 300;

    private ModelFailure() {}

    /**
     * Whether the same call may well succeed a little later: refused for the moment (429), broken (5xx), broken off after a good
     * beginning, no connection.
     */
    public static boolean passes(Throwable failure) {
        int status = status(failure);
        return status == TOO_MANY
                || status >= SERVER
                || brokeOff(status)
                || (status == NO_STATUS && lostConnection(failure));
    }

    /** An answer that began well and then told an error in its stream. */
    private static boolean brokeOff(int status) {
        return status >= SUCCESS && status < REDIRECTION;
    }

    /** The failure for people: no key, no stack, nothing longer than a few lines. */
    public static Problem problem(TalkingModel model, Throwable failure) {
        int status = status(failure);
        var text = model.withoutKey(rootText(failure));
        if (text.length() > LONGEST_TEXT) {
            text = text.substring(0, LONGEST_TEXT) + " ...";
        }
        var what = timedOut(failure)
                ? "The chat model gave no whole answer within %d s."
                        .formatted(model.answer().toSeconds())
                : status == NO_STATUS || brokeOff(status)
                        ? "The chat model %s: %s"
                                .formatted(status == NO_STATUS ? "gave no answer" : "broke off its answer", text)
                        : "The chat model's server refused with status %d: %s".formatted(status, text);
        return new Problem(
                Kind.UNAVAILABLE,
                "CHAT_MODEL_FAILED",
                what,
                "Nothing was done. Set 'chat: none' in brainwright.yaml for the built-in planner, which needs no network.",
                Map.of("status", String.valueOf(status), "model", model.words(), "cause", text));
    }

    private static boolean timedOut(Throwable failure) {
        for (var t = failure; t != null; t = t.getCause()) {
            if (t instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static boolean lostConnection(Throwable failure) {
        for (var t = failure; t != null; t = t.getCause()) {
            if (t instanceof TimeoutException) {
                return false;
            }
            if (t instanceof IOException
                    || t instanceof OpenAIIoException
                    || t instanceof AnthropicIoException
                    || t instanceof ResourceAccessException
                    || t instanceof WebClientRequestException) {
                return true;
            }
        }
        return false;
    }

    private static int status(Throwable failure) {
        for (var t = failure; t != null; t = t.getCause()) {
            switch (t) {
                case OpenAIServiceException e:
                    return e.statusCode();
                case AnthropicServiceException e:
                    return e.statusCode();
                case WebClientResponseException e:
                    return e.getStatusCode().value();
                case RestClientResponseException e:
                    return e.getStatusCode().value();
                default:
                    break;
            }
        }
        return NO_STATUS;
    }

    private static String rootText(Throwable failure) {
        var t = failure;
        while (t.getCause() != null && t.getCause() != t) {
            t = t.getCause();
        }
        return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
    }
}
