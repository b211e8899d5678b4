package io.brainwright.studio.web.pages;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The layouts of all pages. */
@RestController
final class PagesController {
    private final PageFiles files;

    PagesController(PageFiles files) {
        this.files = files;
    }

    @GetMapping("/api/pages")
    List<Layout> all() {
        return files.all();
    }

    @GetMapping("/api/pages/{name}")
    Layout one(@PathVariable String name) {
        return PageFiles.BUILT_IN.contains(name) ? files.builtIn(name) : files.own(name);
    }

    @GetMapping(value = "/api/page-schema", produces = MediaType.APPLICATION_JSON_VALUE)
    String schema() {
        return files.schema();
    }

    /** Writes a page of the scientist; a layout that cannot be drawn is refused with its faults. */
    @PutMapping("/api/pages/{name}")
    Layout write(@PathVariable String name, @RequestBody JsonNode layout) {
        return files.write(name, layout);
    }
}
