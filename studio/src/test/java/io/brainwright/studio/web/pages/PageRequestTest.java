package io.brainwright.studio.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Words to layouts. */
class PageRequestTest {
    private static final LayoutCheck CHECK = new LayoutCheck();

    @Test
    void theRasterStandsAboveAndTheViewOfLayerFiveBelow() {
        var page = page("make me a page with the raster above and the 3D view of layer 5 below");
        assertThat(areas(page)).containsExactly("time", "raster", "scene");
        assertThat(page.at("/panels/2/view/layers").toString()).isEqualTo("[5]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Make me a page with the 3D view below and the raster above | time;raster;scene",
                "Build a page: on the left the 3D view, on the right the raster and the traces | time time;scene raster;scene traces",
                "Create a page with the 3D view on the left and the raster on the right | time time;scene raster",
                "write me a page called My view with the raster, the rate beside it and a table of spikes at the bottom | time time;raster rate;spikes spikes",
                "please make a page with slices and density by depth | slices;depths",
                "give me a page with two things: the chat and my notes | chat;text",
                "make a page with the time bar at the bottom and the 3D view | scene;time"
            })
    void placesAreWhereTheWordsSay(String words, String rows) {
        var page = page(words);
        assertThat(areas(page)).containsExactly(rows.split(";", -1));
        assertThat(CHECK.faults(page)).as("%s", page).isEmpty();
    }

    @Test
    void aNameIsTakenFromTheWords() {
        assertThat(page("Make me a page called \"Talk of Friday\" with the raster")
                        .path("title")
                        .asString())
                .isEqualTo("Talk of Friday");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "make a page with the 3D view of layers 2 to 4 and 6 | [2,3,4,6]",
                "make a page with the 3D view of L4 and L5 | [4,5]",
                "make a page with the 3D view of layers 1, 5 | [1,5]"
            })
    void layersAreCounted(String words, String layers) {
        assertThat(page(words).at("/panels/1/view/layers").toString()).isEqualTo(layers);
    }

    @Test
    void coloursAndAxonsAreAsSaid() {
        var view = page("make me a page with the scene coloured by m-type, without axons")
                .at("/panels/1/view");
        assertThat(view.path("colour").asString()).isEqualTo("mtype");
        assertThat(view.path("axons").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Take 20 neurons from a 60 um wide column of rat S1HL and show me the activity",
                "What is on page 5 of the paper?",
                "Show me the raster",
                "How do I make a good plan?"
            })
    void otherWordsAreNoPage(String words) {
        assertThat(PageRequest.read(words)).isEmpty();
    }

    @Test
    void aPageOfNothingKnownHasNoPanels() {
        assertThat(PageRequest.read("make me a page with unicorns")
                        .orElseThrow()
                        .parts())
                .isEmpty();
    }

    private static ObjectNode page(String words) {
        var page = PageLayout.of(PageRequest.read(words).orElseThrow());
        assertThat(CHECK.faults(page)).as("%s", page).isEmpty();
        return page;
    }

    private static List<String> areas(ObjectNode page) {
        return StreamSupport.stream(page.path("areas").spliterator(), false)
                .map(row -> row.asString())
                .toList();
    }
}
