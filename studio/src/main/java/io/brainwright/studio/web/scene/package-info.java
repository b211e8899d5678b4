/**
 * Scene files of the workspace, and pictures drawn from them by render-svc.
 */
@NullMarked
package io.brainwright.studio.web.scene;

import org.jspecify.annotations.NullMarked;
