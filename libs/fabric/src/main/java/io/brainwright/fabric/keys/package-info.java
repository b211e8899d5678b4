/** What lets processes on different machines trust each other: one certificate and one token, in one folder. */
@NullMarked
package io.brainwright.fabric.keys;

import org.jspecify.annotations.NullMarked;
