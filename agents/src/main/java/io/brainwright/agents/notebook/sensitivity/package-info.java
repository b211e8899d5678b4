/**
 * Which of a plan's assumptions matter for its finding: each is varied alone, the plan is run again, and the change of the finding
 * is set against the change that another seed makes.
 *
 * <p>Saltelli et al. explain why one at a time is a screening and no global analysis: it sees no interactions.
 *
 * @see <a href="https://doi.org/10.1016/j.envsoft.2010.04.012">Saltelli and Annoni 2010, Environmental Modelling and Software</a>
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.notebook.sensitivity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
