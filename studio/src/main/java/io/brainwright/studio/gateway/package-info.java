/** One address for services that run in processes of their own, and the client's way to it. */
@NullMarked
package io.brainwright.studio.gateway;

import org.jspecify.annotations.NullMarked;
