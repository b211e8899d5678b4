/**
 * From a scientist's words to an approved plan, its run, and an entry in the lab notebook.
 */
@NullMarked
package io.brainwright.agents;

import org.jspecify.annotations.NullMarked;
