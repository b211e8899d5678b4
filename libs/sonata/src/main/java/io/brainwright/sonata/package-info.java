/**
 * SONATA: circuits, simulations, spikes and reports, read and written on jhdf in the form that libsonata and bluepysnap open.
 */
@NullMarked
package io.brainwright.sonata;

import org.jspecify.annotations.NullMarked;
