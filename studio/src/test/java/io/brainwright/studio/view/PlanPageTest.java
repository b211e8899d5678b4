package io.brainwright.studio.view;

/** The page Plan in a real browser. */
class PlanPageTest extends PageSuite {
    PlanPageTest() {
        super("/plan");
    }
}
