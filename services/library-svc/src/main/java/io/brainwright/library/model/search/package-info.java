/**
 * Finds values and passages by words.
 *
 * <p>Words keep their shape (L2/3, GABA-A, Kv1.1, L5_TPC:A are one word each), plural and singular are one, and names that mean the
 * same thing find each other. Passages are ranked by BM25 (Robertson and Zaragoza 2009, doi 10.1561/1500000019) in a Lucene index
 * that can be made again from the originals at any time.
 */
@NullMarked
package io.brainwright.library.model.search;

import org.jspecify.annotations.NullMarked;
