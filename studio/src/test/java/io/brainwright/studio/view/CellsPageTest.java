package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page Cells in a real browser. */
class CellsPageTest extends PageSuite {
    CellsPageTest() {
        super("/cells");
    }

    @Test
    void everyMTypeHasARowWithItsSourcesAndThePictureIsThere() {
        open();
        assertThat(
                        tab().list(
                                        "return [...document.querySelectorAll('bw-panel-gallery tbody tr')].map((r) => r.innerText)"))
                .hasSize(60)
                .anyMatch(row -> String.valueOf(row).matches("(?s)L23_BP.*L23_MC.*assumed.*"))
                .anyMatch(row -> String.valueOf(row).matches("(?s)L5_TPC:A.*itself.*"));
        assertThat(tab().list("return [document.querySelector('bw-panel-gallery img').alt]"))
                .singleElement()
                .asString()
                .contains("60 m-types");
        assertThat(
                        tab().list(
                                        "return [...document.querySelectorAll('bw-panel-gallery li')].filter((l) => /Apache-2.0|CC-BY-4.0/.test(l.textContent)).map((l) => l.textContent)"))
                .hasSizeGreaterThan(100);
    }
}
