package io.brainwright.studio.web.guard;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How a visitor from another machine shows the access token: once in the address, from then on in a cookie that no script reads. */
final class AccessCookie {
    private static final String NAME = "brainwright_access";
    private static final String PARAMETER = "access";
    private static final String BEARER = "Bearer ";

    private AccessCookie() {}

    static boolean isShown(HttpServletRequest request, Doors doors) {
        var header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BEARER) && doors.opensWith(header.substring(BEARER.length()))) {
            return true;
        }
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(NAME) && doors.opensWith(cookie.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Lets in who brings the token in the address, and leads to the start page without it. */
    static boolean tryIn(HttpServletRequest request, HttpServletResponse response, Doors doors) throws IOException {
        var given = request.getParameter(PARAMETER);
        if (!request.getMethod().equals("GET") || !doors.opensWith(given)) {
            return false;
        }
        var cookie = new Cookie(NAME, given);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
        response.sendRedirect("/");
        return true;
    }
}
