/**
 * The talk and the plan that comes of it, as a page sees them: the same dialogue as {@code brainwright chat}.
 */
@NullMarked
package io.brainwright.studio.web.plan;

import org.jspecify.annotations.NullMarked;
