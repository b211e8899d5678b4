package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The page Experiment in a real browser: everything that a run recorded, on one time. */
class ExperimentPageTest extends PageSuite {
    /** Where the line of the time stands over the field potential, in pixels of the canvas. */
    private static final String CURSOR = """
            const c = document.querySelector('.lfp canvas.over');
            const d = c.getContext('2d').getImageData(0, Math.round(c.height / 2), c.width, 1).data;
            return Array.from({ length: c.width }, (_, i) => d[4 * i + 3]).findIndex((alpha) => alpha > 100);""";

    ExperimentPageTest() {
        super("/experiment");
    }

    @Test
    void theFieldPotentialIsShownByDepthOnTheTimeOfAllPanels() {
        open();
        tab().await("the field potential", "return bw.stats.lfp_contacts > 10");
        var label = tab().text("return document.querySelector('.lfp canvas.field').getAttribute('aria-label')");
        assertThat(label).contains("contacts from 0 to", "µm below the pia", "µV");
        assertThat(tab().text("return document.querySelector('.kind-lfp figcaption').textContent"))
                .contains("100", "µm apart", "0.3 S/m", "Holt & Koch 1999");
        tab().js("bw.app.time.set({ t_ms: 15 })");
        double later = tab().number(CURSOR);
        tab().js("""
                const box = document.querySelector('.lfp canvas.field').getBoundingClientRect();
                document.querySelector('.plot.lfp').dispatchEvent(new MouseEvent('click',
                  { bubbles: true, clientX: box.left + box.width / 3, clientY: box.top + 90 }));""");
        assertThat(tab().number("return bw.app.time.t_ms")).isBetween(3.0, 8.0);
        assertThat(tab().number(CURSOR)).isLessThan(later);
        assertThat(tab().number("return Number(document.querySelector('.timebar .track input').value)"))
                .isCloseTo(tab().number("return bw.app.time.t_ms"), within(0.01));
    }

    @Test
    void aRunWithoutFieldPotentialSaysHowToGetIt() {
        studio().page("/experiment/" + studio().entries().getFirst());
        assertThat(tab().text("return document.querySelector('.kind-lfp').textContent"))
                .contains("recorded no field potential", "record the LFP");
        tab().js("document.querySelector('.kind-lfp a.button').click()");
        tab().await("the words", "return document.querySelector('#ask-words')?.value === 'record the LFP too'");
    }
}
