/**
 * Pages as files: a small JSON layout of panels, checked against its schema; the built-in ones and the scientist's own are alike.
 */
@NullMarked
package io.brainwright.studio.web.pages;

import org.jspecify.annotations.NullMarked;
