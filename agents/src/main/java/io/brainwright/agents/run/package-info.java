/**
 * Runs an approved plan: each step becomes one typed request to a service, each answer the name of a dataset.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
