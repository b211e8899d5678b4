/**
 * The wiring's files at the edges of the house: tables of numbers in, the JSON and the tables of an answer out. Starts no services.
 */
@NullMarked
@NamedInterface
package io.brainwright.connectome.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
