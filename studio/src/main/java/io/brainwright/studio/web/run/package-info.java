/**
 * The one run of an approved plan: started by the scientist's act, told as it goes, cancelled.
 */
@NullMarked
package io.brainwright.studio.web.run;

import org.jspecify.annotations.NullMarked;
