package io.brainwright.studio.view;

/** The page Notebook in a real browser. */
class NotebookPageTest extends PageSuite {
    NotebookPageTest() {
        super("/notebook");
    }
}
