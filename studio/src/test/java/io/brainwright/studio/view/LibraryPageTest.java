package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.recipe.RecipeOverlay;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The page Library in a real browser: a paper is imported, searched, read, and a value of it promoted. */
class LibraryPageTest extends PageSuite {
    private static final String PAPER = """
            # Results

            Whole-cell recordings were made from pyramidal neurons of the somatosensory cortex of rats. In rat S1, the thickness of layer 4 was \
            0.201 ± 0.02 mm (mean ± SD, n = 9 rats).
            """;

    LibraryPageTest() {
        super("/library");
    }

    @Test
    void aPaperIsImportedSearchedReadAndAValuePromoted() throws IOException {
        tab().complaints();
        open();
        importPaper();
        search();
        tab().js(
                        "[...document.querySelectorAll('.kind-candidates button')].find((b) => b.textContent.startsWith('Look for values')).click()");
        tab().await(
                        "the value",
                        "return document.querySelector('.kind-candidates .hit blockquote')?.textContent.includes('0.201')");
        Page.isReadToThoseWhoDoNotSee(tab());
        promote();
        reject();
        for (var theme : List.of("light", "dark")) {
            studio().page("/library?q=thickness&theme=" + theme);
            tab().await("values and passages", "return document.querySelectorAll('.kind-search .hit').length > 1");
            Page.isReadable(tab());
        }
        assertThat(tab().complaints()).isEmpty();
    }

    private static void importPaper() throws IOException {
        var paper = Files.writeString(studio().workspace().resolve("layers.md"), PAPER);
        tab().driver().findElement(By.id("upload-files")).sendKeys(paper.toString());
        tab().driver().findElement(By.id("upload-licence")).sendKeys("CC-BY-4.0");
        tab().driver().findElement(By.id("upload-citation")).sendKeys("Doe 2020, Layers");
        tab().driver().findElement(By.cssSelector(".upload button")).click();
        tab().await(
                        "the report of the import",
                        "return document.querySelector('.kind-documents .notice')?.textContent.includes('layers.md')");
        tab().await("the document", "return document.querySelector('.docs .hit')?.textContent.includes('CC-BY-4.0')");
    }

    private static void search() {
        tab().driver().findElement(By.id("library-words")).sendKeys("thickness layer 4", Keys.ENTER);
        tab().await(
                        "the passage",
                        "return [...document.querySelectorAll('.kind-search blockquote')].some((b) => b.textContent.includes('0.201'))");
        assertThat(tab().text("return document.querySelector('.kind-search mark').textContent.toLowerCase()"))
                .containsAnyOf("thickness", "layer", "4");
        assertThat(tab().text("return location.search")).contains("q=thickness");
    }

    private static void promote() {
        var path = tab().driver().findElement(By.cssSelector(".kind-candidates input[name=path]"));
        path.clear();
        path.sendKeys("rat-nbs1.layers.4.thickness_um", Keys.ENTER);
        tab().await(
                        "the promoted value",
                        "return document.querySelector('.kind-candidates .tag.good')?.textContent === 'promoted'");
        assertThat(RecipeOverlay.open("rat-nbs1", studio().workspace()).values())
                .filteredOn(v -> v.value().path().equals("layers.4.thickness_um"))
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.own()).isTrue();
                    assertThat(v.value().value()).isEqualTo(201);
                });
    }

    private static void reject() {
        tab().driver()
                .findElement(By.cssSelector(".kind-candidates input[name=reason]"))
                .sendKeys("another region", Keys.ENTER);
        tab().await(
                        "the rejection",
                        "return document.querySelector('.kind-candidates .tag.bad')?.textContent === 'rejected'");
    }
}
