package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that the scientist wrote, in a real browser: beside the built-in ones, and as good as they. */
class OwnPageTest extends PageSuite {
    OwnPageTest() {
        super("/my/mine");
    }

    @BeforeEach
    void write() throws IOException {
        var pages = Files.createDirectories(studio().workspace().resolve("pages"));
        Files.writeString(pages.resolve("mine.json"), """
                {"schema": "brainwright-page/1", "title": "Mine", "description": "Raster beside field potential.",
                 "areas": ["time time", "raster lfp", "notes notes"],
                 "panels": [
                  {"kind": "time", "area": "time", "frame": false},
                  {"kind": "raster", "area": "raster", "title": "Spikes"},
                  {"kind": "lfp", "area": "lfp", "title": "Field"},
                  {"kind": "text", "area": "notes", "title": "Notes", "text": "Does **layer 5** follow layer 4?"}]}""");
    }

    @Test
    void itStandsInTheNavigationBesideTheBuiltInOnes() {
        open();
        tab().await(
                        "its place in the navigation",
                        "return Boolean(document.querySelector('.rail a[href=\"/my/mine\"][aria-current=page]'))");
        assertThat(tab().list("return [...document.querySelectorAll('.panel')].map((p) => p.dataset.area)"))
                .isEqualTo(List.of("time", "raster", "lfp", "notes"));
    }
}
