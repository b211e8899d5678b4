/**
 * What tests of every module share: house rules, goldens, an in-memory fabric, the reference data.
 */
@NullMarked
package io.brainwright.testkit;

import org.jspecify.annotations.NullMarked;
