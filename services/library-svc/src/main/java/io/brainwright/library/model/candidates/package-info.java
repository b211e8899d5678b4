/**
 * Values that were extracted from the scientist's documents and wait for the scientist.
 *
 * <p>In come values with their quotations; they are kept in {@code library/candidates.jsonl}, which can be made again from the documents.
 * The scientist promotes a candidate into {@code recipe/<recipe>.yaml} of the workspace or rejects it; both are kept in
 * {@code library/decisions.jsonl}. No remote call reaches {@link io.brainwright.library.model.candidates.Promotion}: only the command line
 * does, on the scientist's own files.
 */
@NullMarked
@NamedInterface
package io.brainwright.library.model.candidates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
