/**
 * Stages that a scientist plugged in, as plans use them: their actions from what the plugin service tells, their requests, their executor.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.plugged;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
