/**
 * Papers as JATS, the XML of publishers and of PubMed Central (ANSI/NISO Z39.96).
 *
 * <p>Out come passages with the identifiers of their sections, figures and tables; tables become rows of cells with their headers;
 * formulas are left out and counted.
 */
@NullMarked
package io.brainwright.library.model.paper.jats;

import org.jspecify.annotations.NullMarked;
