/**
 * XML from strangers, read into a small tree: no document types, no entities beyond the five of XML, and limits on size and depth.
 */
@NullMarked
package io.brainwright.library.model.xml;

import org.jspecify.annotations.NullMarked;
