/**
 * A circuit as capsules for the browser: fewer of them the farther it is, each knowing which compartment's voltage it shows.
 *
 * <p>Reads placed cells, their morphologies and where a report's compartments lie; gives groups of cells as packed bytes.
 * Science and byte layout: docs/science/circuit-in-the-browser.md.
 */
@NullMarked
package io.brainwright.render.model.lod;

import org.jspecify.annotations.NullMarked;
