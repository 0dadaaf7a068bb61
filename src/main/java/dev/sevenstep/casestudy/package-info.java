/**
 * Small, real experiments. Each has a package of its own here, a folder in {@code case-studies/} with its brief and expected
 * figures, and one line in {@link dev.sevenstep.casestudy.CaseStudies}. Case studies never import each other.
 */
@NullMarked
package dev.sevenstep.casestudy;

import org.jspecify.annotations.NullMarked;
