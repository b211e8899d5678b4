/**
 * The library's actions of a plan: search and audit, which only look, and import, which needs approval.
 */
@NullMarked
package io.brainwright.agents.library;

import org.jspecify.annotations.NullMarked;
