/**
 * The adapter between plug-ins and the fabric: what a plug-in says is checked here, once, and told in the scientist's words.
 */
@NullMarked
package io.brainwright.plugin.service;

import org.jspecify.annotations.NullMarked;
