/**
 * Stages of one's own, in any language: calls a {@code brainwright.stage.v1.StageService} for each chunk and writes its rows through the
 * fabric as any stage does. In: {@link io.brainwright.plugin.PluginAddresses}. Out: {@code brainwright.plugin.v1.PluginService}.
 */
@NullMarked
package io.brainwright.plugin;

import org.jspecify.annotations.NullMarked;
