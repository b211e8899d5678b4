/**
 * Figures of numbers: raster, histograms, traces, f-I curves, matrices, profiles, barcodes, spectra; PNG and SVG with title, legend and
 * caption.
 *
 * <p>JFreeChart lays out and draws onto two surfaces of ours, pixels and Batik's SVG, whose letters are outlines
 * ({@code docs/adr/0007-plots-on-jfreechart.md}). Reads arrays; knows no files and no cells.
 */
@NullMarked
@NamedInterface
package io.brainwright.render.model.plot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
