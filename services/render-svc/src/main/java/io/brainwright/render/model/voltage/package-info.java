/**
 * Membrane voltages as bytes for the browser: half a millivolt per step, sixteen frames a block, any block readable on its own.
 *
 * <p>Layout and measured sizes: docs/science/circuit-in-the-browser.md.
 */
@NullMarked
package io.brainwright.render.model.voltage;

import org.jspecify.annotations.NullMarked;
