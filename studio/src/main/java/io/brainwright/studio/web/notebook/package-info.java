/**
 * The lab notebook as pages read it: entries, their files, exports, comparisons.
 */
@NullMarked
package io.brainwright.studio.web.notebook;

import org.jspecify.annotations.NullMarked;
