/** The scientist's own recipe values: from the workspace into a plan's assumptions, from there into the requests of the stages. */
@NullMarked
package io.brainwright.agents.recipe;

import org.jspecify.annotations.NullMarked;
