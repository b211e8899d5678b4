/**
 * Who may ask the studio what: own host, own origin, a token for whatever changes something, and headers that keep foreign script out.
 */
@NullMarked
package io.brainwright.studio.web.guard;

import org.jspecify.annotations.NullMarked;
