/**
 * Gradient-boosted trees and forests for a yes or no, by XGBoost through Tribuo, as several case studies need them: trained round by
 * round so that they can be stopped, on one thread so that figures do not depend on the number of cores, and scored row by row without
 * waiting for other cores.
 */
@NullMarked
package dev.sevenstep.pipeline.trees;

import org.jspecify.annotations.NullMarked;
