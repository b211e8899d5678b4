package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page, in a real browser; the class of a page adds what is its own. */
@Timeout(600)
@ExtendWith(RunningStudio.class)
abstract class PageSuite {
    private final String path;

    /** @param path address of the page */
    PageSuite(String path) {
        this.path = path;
    }

    static RunningStudio.Open studio() {
        return RunningStudio.studio();
    }

    static Tab tab() {
        return RunningStudio.studio().tab();
    }

    void open() {
        studio().page(path);
    }

    @Test
    void opensWithoutAComplaintOfTheBrowser() {
        tab().complaints();
        open();
        assertThat(tab().complaints()).isEmpty();
        assertThat(tab().list("return [...document.querySelectorAll('main .problem')].map((p) => p.textContent)"))
                .isEmpty();
    }

    @Test
    void everyControlHasANameAndARole() {
        open();
        Page.isReadToThoseWhoDoNotSee(tab());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextStandsOut(String theme) {
        studio().page(path + (path.contains("?") ? "&" : "?") + "theme=" + theme);
        Page.isReadable(tab());
    }

    @Test
    void aPhoneNeedsNoScrollingSideways() {
        tab().asPhone(360, 780);
        try {
            open();
            Page.fitsTheWidth(tab());
        } finally {
            tab().asDesk();
        }
    }
}
