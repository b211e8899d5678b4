/**
 * The adapter: placed cells in, morphologies out.
 */
@NullMarked
package io.brainwright.synthesis.service;

import org.jspecify.annotations.NullMarked;
