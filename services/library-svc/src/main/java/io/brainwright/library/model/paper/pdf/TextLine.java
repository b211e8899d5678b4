package io.brainwright.library.model.paper.pdf;

/**
 * A line of text in one column.
 *
 * @param text its words
 * @param page 1 is the first
 * @param column counts columns of the page in reading order; lines of one column lie under one another
 * @param x left edge, points
 * @param right right edge, points
 * @param y baseline, points from the top
 * @param size of its largest characters, points
 * @param bold whether all of it is bold
 */
record TextLine(String text, int page, int column, double x, double right, double y, double size, boolean bold) {}
