package io.brainwright.studio.view;

/** The page Atlas in a real browser. */
class AtlasPageTest extends PageSuite {
    AtlasPageTest() {
        super("/atlas");
    }
}
