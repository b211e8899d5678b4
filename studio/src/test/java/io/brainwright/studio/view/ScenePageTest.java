package io.brainwright.studio.view;

/** The page Scene in a real browser. */
class ScenePageTest extends PageSuite {
    ScenePageTest() {
        super("/scene");
    }
}
