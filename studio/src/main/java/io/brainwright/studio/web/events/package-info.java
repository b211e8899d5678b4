/**
 * What happens, told to every open page as it happens, over one stream of server-sent events.
 */
@NullMarked
package io.brainwright.studio.web.events;

import org.jspecify.annotations.NullMarked;
