package io.brainwright.neuro.recipe;

/**
 * One subregion of the cortical sheet.
 *
 * @param acronym its short name, e.g. {@code S1HL}
 * @param fullName its name in words
 * @param column column of its patch in the schematic sheet, 0 is medial
 * @param row row of its patch, 0 is anterior
 */
public record CorticalRegion(String acronym, String fullName, int column, int row) {}
