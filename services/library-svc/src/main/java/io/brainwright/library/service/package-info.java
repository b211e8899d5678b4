/**
 * Answers the library's calls: search in the recipes, release of datasets as SONATA.
 */
@NullMarked
package io.brainwright.library.service;

import org.jspecify.annotations.NullMarked;
