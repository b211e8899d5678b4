package io.brainwright.studio.web.guard;

import io.brainwright.studio.web.shell.ShellPage;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/**
 * Headers of every answer. The only inline script is the import map, allowed by its hash; styles come from files and from script
 * objects, never from the text of a page.
 */
@Component
final class SafeHeaders {
    private final String policy;

    SafeHeaders(ShellPage shell) {
        this.policy = "default-src 'none'; script-src 'self' '%s'; style-src 'self'; img-src 'self' blob: data:; "
                        .formatted(shell.importMapHash())
                + "media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
                + "form-action 'none'; base-uri 'none'; frame-src 'self'; frame-ancestors 'none'; object-src 'none'";
    }

    void on(HttpServletResponse response, boolean secure) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
