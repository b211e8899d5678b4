package io.brainwright.studio.view;

/** The page Circuit in a real browser. */
class CircuitPageTest extends PageSuite {
    CircuitPageTest() {
        super("/circuit");
    }
}
