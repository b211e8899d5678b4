package io.brainwright.studio.web.shell;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every page has an address of its own, and every address gives the one document, which then draws the page. */
@RestController
final class ShellController {
    private final ShellPage shell;

    ShellController(ShellPage shell) {
        this.shell = shell;
    }

    @GetMapping({
        "/",
        "/plan",
        "/atlas",
        "/cells",
        "/circuit",
        "/experiment",
        "/scene",
        "/notebook",
        "/library",
        "/plan/{entry}",
        "/atlas/{entry}",
        "/cells/{entry}",
        "/circuit/{entry}",
        "/experiment/{entry}",
        "/scene/{entry}",
        "/notebook/{entry}",
        "/library/{entry}",
        "/my/{page}",
        "/my/{page}/{entry}"
    })
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(shell.html());
    }
}
