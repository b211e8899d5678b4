/** The browser's 3D data over HTTP: addresses that hold a dataset's id never change their answer, so they are kept for ever. No science. */
@NullMarked
package io.brainwright.studio.view;

import org.jspecify.annotations.NullMarked;
