/**
 * Scores the extraction of values against passages whose values people wrote down.
 *
 * <p>In comes a JSON Lines file (its format: docs/science/value-extraction.md); out come precision, recall, the share of spreads with the
 * right number and kind, the share of right context per field, and whether each quotation is exact.
 */
@NullMarked
@NamedInterface
package io.brainwright.library.model.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
