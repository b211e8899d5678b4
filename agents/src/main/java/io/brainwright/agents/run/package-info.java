/**
 * Runs an approved plan: each step becomes one typed request to a service, each answer the name of a dataset.
 */
@NullMarked
package io.brainwright.agents.run;

import org.jspecify.annotations.NullMarked;
