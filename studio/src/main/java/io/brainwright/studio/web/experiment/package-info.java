/**
 * What an entry's simulation recorded: spikes, rates, somatic voltages.
 */
@NullMarked
package io.brainwright.studio.web.experiment;

import org.jspecify.annotations.NullMarked;
