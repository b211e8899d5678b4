/**
 * The one HTML document that all pages share, with the map from module names to the libraries' files.
 */
@NullMarked
package io.brainwright.studio.web.shell;

import org.jspecify.annotations.NullMarked;
